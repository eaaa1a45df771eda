import type { Claim } from '../claims/claim.ts';
import type { Config } from '../claims/config.ts';
import { labels } from '../claims/label.ts';
import type { Evidence } from '../corpus/evidence.ts';
import type { Format } from '../formats/format.ts';
import { measureCorpus } from '../stats/corpus-figures.ts';
import { measureCounts } from '../stats/counts.ts';
import { leakageKinds, leakageNames } from '../stats/leakage.ts';
import type { Manifest } from './manifest.ts';

/** What a card is made from. */
export interface CardInput {
  readonly config: Config;
  readonly manifest: Manifest;
  readonly claims: readonly Claim[];
  readonly formats: readonly Format[];
  readonly evidence: Evidence;
}

/** The card of a dataset, Markdown behind the YAML header that Hugging Face reads. */
export function printDatasetCard(input: CardInput): string {
  const sections = [
    header(input),
    introduction(input),
    splits(input),
    contents(input),
    fields,
    formats(input),
    licence(input),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function header({ config, manifest, claims }: CardInput): string {
  const native = manifest.files.filter(({ format }) => format === 'jsonl');
  const lines = [
    `language: [${JSON.stringify(config.language)}]`,
    ...(config.license === '' ? [] : [`license: ${JSON.stringify(config.license.toLowerCase())}`]),
    `pretty_name: ${JSON.stringify(config.title)}`,
    `size_categories: [${sizeCategory(claims.length)}]`,
    'task_categories: [text-classification]',
    'task_ids: [fact-checking]',
    'tags: [fact-verification]',
    ...(native.length === 0 ? [] : ['configs:', '- config_name: claims', '  data_files:']),
    ...native.map(({ split, path }) => `  - {split: ${split}, path: ${path}}`),
  ];
  return `---\n${lines.join('\n')}\n---`;
}

/** @see the list of size categories of the Hugging Face Hub. */
function sizeCategory(count: number): string {
  const steps: [number, string][] = [
    [1e3, 'n<1K'],
    [1e4, '1K<n<10K'],
    [1e5, '10K<n<100K'],
    [1e6, '100K<n<1M'],
  ];
  return steps.find(([limit]) => count < limit)?.[1] ?? 'n>1M';
}

function introduction({ config, manifest }: CardInput): string {
  const description = config.description === '' ? '' : `${config.description}\n\n`;
  return `# ${config.title}\n\n${description}Version ${manifest.version}, built with claimset ${manifest.tool.version}.`;
}

function splits({ manifest }: CardInput): string {
  const rows = Object.entries(manifest.splits).map(([name, { claims, labels: counts }]) => [
    name,
    claims,
    ...labels.map((label) => counts[label] ?? 0),
  ]);
  const sums =
    rows[0]?.slice(1).map((_, column) => rows.reduce((sum, row) => sum + Number(row[column + 1]), 0)) ?? [];
  const leaks = leakageKinds.map((kind) => `${leakageNames[kind]} ${manifest.leakage[kind]}`).join(', ');
  return [
    '## Splits',
    table(['split', 'claims', ...labels], [...rows, ['all', ...sums]]),
    `Claims that share evidence, a source or most of their words are in the same split. Found between splits: ${leaks}.`,
  ].join('\n\n');
}

function contents({ claims, evidence }: CardInput): string {
  const counts = measureCounts(claims);
  const corpus = measureCorpus(evidence.articles);
  const named = (record: Readonly<Record<string, number>>) =>
    Object.entries(record).filter(([, count]) => count > 0);
  return [
    '## Contents',
    table(
      ['what', 'number'],
      [
        ['articles', corpus.articles],
        ['elements of the articles that can be evidence', corpus.citable],
        ['elements cited', counts.evidenceIds],
        ['claims that need two or more elements together', counts.multiEvidence],
        ['claims with more than one evidence set', counts.withAlternatives],
        ...named(counts.evidenceSources).map(([source, count]) => [`evidence: ${source}`, count]),
        ...named(counts.challenges).map(([challenge, count]) => [`challenge: ${challenge}`, count]),
        ...named(counts.mutations).map(([mutation, count]) => [`mutation: ${mutation}`, count]),
        ['words of a claim, mean', Number(counts.words.mean.toFixed(1))],
      ],
    ),
  ].join('\n\n');
}

const fields = `## Fields

| field | meaning |
|---|---|
| \`id\` | unique in the dataset |
| \`claim\` | one declarative sentence |
| \`label\` | SUPPORTS, REFUTES or NOT ENOUGH INFO |
| \`evidence\` | evidence sets: all ids of a set are needed together, any one set decides the claim; under NOT ENOUGH INFO what is related and does not decide it |
| \`challenge\` | what makes the claim hard to verify |
| \`mutation\` | how the claim was made from another statement |
| \`source\` | what the claim was written from |`;

function formats({ manifest, formats: written }: CardInput): string {
  const rows = manifest.files.map((file) => [
    `\`${file.path}\``,
    written.find(({ id }) => id === file.format)?.title ?? file.format,
    file.claims,
    Object.entries(file.losses)
      .map(([loss, count]) => `${loss} ${count}`)
      .join(', ') || 'nothing',
  ]);
  const used = written.flatMap((format) =>
    format.losses
      .filter(({ id }) =>
        manifest.files.some((file) => file.format === format.id && file.losses[id] !== undefined),
      )
      .map(({ id, description }) => `- ${format.title}, *${id}*: ${description}`),
  );
  return ['## Files', table(['file', 'format', 'claims', 'lost, in claims'], rows), used.join('\n')]
    .join('\n\n')
    .trimEnd();
}

function licence({ config }: CardInput): string {
  const lines = [config.license === '' ? '' : `Licence: ${config.license}.`, config.attribution].filter(
    (line) => line !== '',
  );
  return lines.length === 0 ? '' : `## Licence\n\n${lines.join('\n\n')}`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')).replaceAll(' ', ''), ...rows.map(line)].join('\n');
}
