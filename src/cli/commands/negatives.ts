import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { type Label, labelOfSpelling } from '../../claims/label.ts';
import { negativeSamplers } from '../../claims/negatives.ts';
import { UsageError } from '../../errors.ts';
import { readableFormats } from '../../formats/index.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { followLinks, shownPath } from '../../io/files.ts';
import { defineCommand } from '../command.ts';
import { guardInputs, guardOutput } from '../exchange/write-claims.ts';
import { claimsToSample } from '../negatives/claims-to-sample.ts';
import { defaultSamplers, type NegativesOptions, takenKinds } from '../negatives/negatives-options.ts';
import { sampleClaims } from '../negatives/sample-claims.ts';
import { addDatasetOption, anyOf, parseSeed, wholeBetween } from '../options.ts';

export const negatives = defineCommand<[string | undefined], NegativesOptions>({
  configure: (command) => {
    addDatasetOption(command)
      .argument('[claims]', 'file of claims, or dataset folder (default: the dataset at hand)')
      .addOption(
        new Option('--sampler <name>', 'how records are found (repeatable; default: nearest-p)')
          .choices(negativeSamplers)
          .argParser(anyOf(negativeSamplers)),
      )
      .option('-n, --count <number>', 'records of each sampler for each claim', wholeBetween(1, 1000), 1)
      .option('--labels <labels>', 'claims of these labels, such as nei,supports (default: nei)', parseLabels)
      .option('--all', 'claims of every label, and those without one')
      .addOption(
        new Option(
          '--kind <kind>',
          'what may be taken, but for nearest-p and random-s (repeatable; default: all)',
        )
          .choices(takenKinds)
          .argParser(anyOf(takenKinds)),
      )
      .option('--seed <number>', 'same seed, same records (default: 0)', parseSeed)
      .option(
        '--corpus <path>',
        'other articles than the dataset’s: a folder of tagged text or wiki-pages, or a database of FEVER or FEVEROUS',
      )
      .option('--index <file>', 'index that hard searches (default: as configured)')
      .option(
        '--article-index <file>',
        'index of articles that nearest-p and random-s use (default: the articles)',
      )
      .option('--engine <url>', 'engine that is searched instead (default: as configured)')
      .addOption(
        new Option('--from <format>', 'what the file of claims is (default: recognised)').choices(
          readableFormats.map(({ id }) => id),
        ),
      )
      .option('-o, --output <file>', 'file to write; - for standard output (the default)')
      .option('--force', 'replace the output file if it is there')
      .addHelpText(
        'after',
        `
Samplers:
  consulted     what annotators looked at and did not choose, as their journals say
  nearest-p     a sentence, drawn, of the article nearest to the claim by DrQA's TF-IDF (FEVER)
  random-s      a sentence of an article, both drawn (FEVER)
  hard          what a search for the words of the claim finds first
  same-article  any record, drawn, of the articles that the claim cites

Evidence of the claim, what any annotator chose, and what says nearly the same is never taken. One line of JSON
for each claim: {"id":…,"negatives":[{"id":…,"sampler":…,"rank":…,"score":…,"seed":…}]}.
\`claimset export --format nli --negatives <file>\` makes pairs of them. What each means: docs/negatives.md.`,
      );
  },
  examples: [
    [
      'claimset negatives -o negatives.jsonl',
      'a sentence of the nearest article for each NOT ENOUGH INFO claim',
    ],
    ['claimset negatives --sampler hard --count 3 --all', 'three hard ones for every claim'],
    [
      'claimset negatives --sampler consulted --sampler hard --labels nei',
      'what annotators rejected, and more',
    ],
  ],
  run: async ([claims], options, io) => {
    const output = options.output === '-' ? undefined : options.output;
    guardUse(options);
    guardOutput(output, options.force, io.cwd);
    const atHand = await claimsToSample(claims, options, io);
    if (atHand === undefined) return 1;
    guardInputs(output, atHand.paths, io.cwd);
    const lines = await sampleClaims(atHand, options, io);
    if (output === undefined) for (const line of lines) await io.stdout.write(line);
    else {
      const { path } = writeFileAtomic(followLinks(resolve(io.cwd, output)), lines);
      await io.stderr.write(`written to ${shownPath(path, io.cwd)}\n`);
    }
    return 0;
  },
});

/** @throws UsageError for options that contradict one another, or that no sampler heeds. */
function guardUse({ all, articleIndex, index, labels, sampler = defaultSamplers }: NegativesOptions): void {
  if (all === true && labels !== undefined)
    throw new UsageError('--all takes every label: leave --labels out.');
  if (index !== undefined && !sampler.includes('hard'))
    throw new UsageError(
      '--index is what hard searches: add --sampler hard, or name an index of articles with --article-index.',
    );
  if (articleIndex !== undefined && !sampler.includes('nearest-p') && !sampler.includes('random-s'))
    throw new UsageError('--article-index is for nearest-p and random-s: name one of them with --sampler.');
}

/** Labels parted by commas, spelt as any dataset of the family spells them. */
function parseLabels(value: string): readonly Label[] {
  return value.split(',').map((part) => {
    const label = labelOfSpelling(part);
    if (label === undefined)
      throw new InvalidArgumentError('Write it like nei,supports: of supports, refutes and nei.');
    return label;
  });
}
