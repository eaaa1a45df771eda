import type { Claim } from '../claims/claim.ts';
import type { Config } from '../claims/config.ts';
import type { Evidence } from '../corpus/evidence.ts';
import { cardContents } from '../formats/card/card-contents.ts';
import { cardLicence } from '../formats/card/card-licence.ts';
import { cardSplits } from '../formats/card/card-splits.ts';
import { sizeCategory } from '../formats/card/size-category.ts';
import type { Format } from '../formats/format.ts';
import { groupingWords } from '../stats/grouping-words.ts';
import { leakageKinds, leakageNames } from '../stats/leakage.ts';
import { markdownTable } from '../text/markdown-table.ts';
import type { Manifest } from './manifest.ts';

/** What a card is made from. */
export interface CardInput {
  readonly config: Config;
  readonly manifest: Manifest;
  /** Those whose labels and evidence are not held back. */
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
    cardContents(input.claims, input.evidence),
    fields,
    formats(input),
    cardLicence(input.config),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function header({ config, manifest }: CardInput): string {
  const native = manifest.files.filter(({ format }) => format === 'jsonl');
  const claims = Object.values(manifest.splits).reduce((sum, split) => sum + split.claims, 0);
  const lines = [
    `language: [${JSON.stringify(config.language)}]`,
    ...(config.license === '' ? [] : [`license: ${JSON.stringify(config.license.toLowerCase())}`]),
    `pretty_name: ${JSON.stringify(config.title)}`,
    `size_categories: [${sizeCategory(claims)}]`,
    'task_categories: [text-classification]',
    'task_ids: [fact-checking]',
    'tags: [fact-verification]',
    ...(native.length === 0 ? [] : ['configs:', '- config_name: claims', '  data_files:']),
    ...native.map(({ split, path }) => `  - {split: ${split}, path: ${path}}`),
  ];
  return `---\n${lines.join('\n')}\n---`;
}

function introduction({ config, manifest }: CardInput): string {
  const description = config.description === '' ? '' : `${config.description}\n\n`;
  return `# ${config.title}\n\n${description}Version ${manifest.version}, built with claimset ${manifest.tool.version}.`;
}

function splits({ manifest }: CardInput): string {
  const leaks = leakageKinds.map((kind) => `${leakageNames[kind]} ${manifest.leakage[kind]}`).join(', ');
  return [
    '## Splits',
    cardSplits(Object.entries(manifest.splits).map(([name, counts]) => ({ name, ...counts }))),
    `${groupingWords(manifest.split.groupBy)} Found between splits: ${leaks}.`,
    ...blindWords(manifest),
  ].join('\n\n');
}

function blindWords({ blind, gold }: Manifest): string[] {
  const nameAll = (splits: readonly string[]) => splits.map((split) => `\`${split}\``).join(', ');
  if (gold !== undefined)
    return [
      `This is the gold of ${nameAll(gold)}, which the published files hold back: it is to score predictions with, and not to be published.`,
    ];
  if (blind === undefined) return [];
  return [
    `Held back are the labels and the evidence of ${nameAll(blind)}: the files have the ids and the claims, whose labels are to be predicted. What stands below is about the other claims.`,
  ];
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
  return ['## Files', markdownTable(['file', 'format', 'claims', 'lost, in claims'], rows), used.join('\n')]
    .join('\n\n')
    .trimEnd();
}
