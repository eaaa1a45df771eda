import { resolve } from 'node:path';
import type { Config } from '../../claims/config.ts';
import type { Label } from '../../claims/label.ts';
import { findFiles, kindOfPath } from '../../io/files.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { countWords } from '../../reporters/count-words.ts';
import { printJson } from '../../reporters/print-json.ts';
import { evidenceByText } from '../../retrieve/negatives/evidence-by-text.ts';
import { lookedAtOf } from '../../retrieve/negatives/looked-at.ts';
import { sampleNegatives } from '../../retrieve/negatives/sample-negatives.ts';
import { readJournalRecords } from '../annotation-progress/read-journal-records.ts';
import type { CommandIo } from '../command-io.ts';
import { findSources } from '../dataset/find-sources.ts';
import { createProgress } from '../progress.ts';
import type { ClaimsToSample } from './claims-to-sample.ts';
import { openNegativeSources } from './negative-sources.ts';
import { defaultSamplers, type NegativesOptions, takenKinds } from './negatives-options.ts';
import { TallySums } from './print-tallies.ts';

const defaultLabels: readonly Label[] = ['NOT ENOUGH INFO'];

/** The lines to write; tells on stderr what was sampled and what was passed over. */
export async function sampleClaims(
  { claims, evidence, dataset }: ClaimsToSample,
  options: NegativesOptions,
  io: CommandIo,
) {
  const {
    all = false,
    count,
    seed = 0,
    sampler: samplers = defaultSamplers,
    labels = defaultLabels,
  } = options;
  const wanted = all ? claims : claims.filter(({ label }) => labels.some((one) => one === label));
  const { index, articleIndex, engine } = options;
  const folder = findDatasetFolder(io.cwd, dataset);
  const config = await loadConfig(folder);
  const { corpus } = options;
  const isOther = corpus !== undefined && resolve(io.cwd, corpus) !== resolve(folder, config.corpus);
  const lookedAt = lookedAtOf(await journalsOf(folder, config, io));
  const sources = await openNegativeSources(
    { dataset, config, evidence, isOther, lookedAt, samplers, index, articleIndex, engine },
    io,
  );
  const known = { ...sources, evidenceByText: evidenceByText(claims) };
  const sums = new TallySums();
  const lines: string[] = [];
  const progress = createProgress(io);
  try {
    for (const [at, claim] of wanted.entries()) {
      const settings = { samplers, count, seed, kinds: options.kind ?? takenKinds };
      const { negatives: found, tallies } = await sampleNegatives(claim, settings, known);
      sums.add(tallies);
      if (found.length > 0) lines.push(`${printJson({ id: claim.id, negatives: found })}\n`);
      await progress.tick(() => `sampling: ${at + 1} of ${countWords(wanted.length, 'claim')}`);
    }
  } finally {
    await progress.done();
    await sources.close();
  }
  const of = all ? 'of every label' : labels.join(' or ');
  await io.stderr.write(`${countWords(wanted.length, 'claim')}, ${of}; seed ${seed}\n`);
  if (sources.nearestBy !== undefined) await io.stderr.write(`nearest articles by ${sources.nearestBy}\n`);
  for (const line of sums.lines()) await io.stderr.write(line);
  if (sources.articleCount === 1 && samplers.some((name) => ['nearest-p', 'random-s'].includes(name)))
    await io.stderr.write(
      'note: the corpus has one article, which is the nearest to every claim, and the only one to be drawn\n',
    );
  return lines;
}

/** The journals of the dataset, where it has claims. */
async function journalsOf(folder: string, config: Config, io: CommandIo) {
  const claims = resolve(folder, config.claims);
  if (kindOfPath(claims) !== 'folder' || findFiles(claims, '.jsonl').length === 0) return [];
  return (await readJournalRecords(findSources(folder, config, [], io.cwd).records, io)).records;
}
