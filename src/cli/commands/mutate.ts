import { Option } from 'commander';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { type Mutation, mutations } from '../../claims/mutation.ts';
import { UsageError } from '../../errors.ts';
import { withWordNet } from '../../io/wordnet/wordnet.ts';
import { printJson } from '../../reporters/print-json.ts';
import { findSubstitutes } from '../../retrieve/mutate/substitutes.ts';
import { createTextCheck } from '../../server/mutations/check-text.ts';
import { type MutatedClaim, offerMutations } from '../../server/mutations/offer-mutations.ts';
import { textsAtHand } from '../../server/mutations/texts-at-hand.ts';
import { languageOf } from '../../text/languages/index.ts';
import { claimKey } from '../../text/normalise.ts';
import { defineCommand } from '../command.ts';
import { wantsColor } from '../command-io.ts';
import { loadDataset } from '../dataset/load-dataset.ts';
import { printMutations } from '../mutate/print-mutations.ts';
import { addDatasetOption, anyOf, parseWhole } from '../options.ts';

interface Options {
  readonly dataset?: string;
  readonly json?: boolean;
  readonly top: number;
  readonly type?: readonly Mutation[];
}

const defaultTop = 5;

export const mutate = defineCommand<[string], Options>({
  configure: (command) => {
    addDatasetOption(command)
      .argument('<claim>', 'id of a claim of the dataset, or the text of one, in quotes')
      .addOption(
        new Option('--type <mutation>', 'mutation (repeatable; default: all)')
          .choices(mutations)
          .argParser(anyOf(mutations)),
      )
      .option('--top <count>', 'rewrites of each mutation', parseWhole, defaultTop)
      .option('--json', 'as JSON, one rewrite a line')
      .addHelpText(
        'after',
        '\nRewrites are offered and never written: read each before you take it. Exit code 1: there is nothing to offer.',
      );
  },
  examples: [
    ['claimset mutate nkw-0001 --type negate', 'what the claim may be turned round into'],
    ['claimset mutate "The war ended in May 1994." --json', 'of a text that is no claim yet'],
  ],
  run: async ([given], { top, type = mutations, json, dataset: folder }, io) => {
    const dataset = await loadDataset({ dataset: folder }, io);
    const { config, corpus, claims } = dataset;
    const language = languageOf(config.language);
    if (language === undefined)
      throw new UsageError(
        `There are no word lists of the language "${config.language}": rewrites are made of claims in English only.`,
      );
    const known = claims.find(({ id }) => claimIdKey(id) === claimIdKey(given));
    const source: MutatedClaim = known ?? { claim: given.trim() };
    if (known === undefined && !/\s/.test(source.claim))
      throw new UsageError(
        `There is no claim "${given}" in the dataset, or it has errors (\`claimset validate\` tells). Give the id of another, or a text in quotes.`,
      );
    const ids = [source, ...claims].flatMap(({ evidence = [] }) => evidence.flat());
    const substitutes = findSubstitutes(textsAtHand(corpus.evidence, ids), language);
    const check = createTextCheck(corpus.evidence, config);
    const keys = new Set(claims.map(({ claim }) => claimKey(claim)));
    const found = withWordNet((thesaurus) =>
      mutations
        .filter((name) => type.includes(name))
        .map((name) => ({
          type: name,
          ...offerMutations(source, name, {
            sources: { language, thesaurus, substitutes },
            check,
            claims: keys,
            count: top,
          }),
        })),
    );
    const count = found.reduce((sum, { offered }) => sum + offered.length, 0);
    if (json === true) {
      for (const { offered } of found) {
        for (const { findings, ...candidate } of offered) {
          const told = findings.map(({ ruleId, severity, message }) => ({ ruleId, severity, message }));
          await io.stdout.write(
            `${printJson({ ...(source.id !== undefined && { source: source.id }), ...candidate, findings: told })}\n`,
          );
        }
      }
    } else {
      await io.stdout.write(printMutations(source, found, { color: wantsColor(io, io.stdout) }));
    }
    if (count === 0) await io.stderr.write('Nothing in the claim can be replaced by these mutations.\n');
    return count === 0 ? 1 : 0;
  },
});
