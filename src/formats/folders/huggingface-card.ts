import { measureCounts } from '../../stats/counts.ts';
import { markdownTable } from '../../text/markdown-table.ts';
import { printBibtex } from '../card/bibtex.ts';
import { cardContents } from '../card/card-contents.ts';
import { cardLicence } from '../card/card-licence.ts';
import { cardQuality } from '../card/card-quality.ts';
import { cardSplits } from '../card/card-splits.ts';
import type { SplitDataset } from '../folder-format.ts';
import type { FormatContext } from '../format.ts';
import { printCardHeader, type RepositoryConfig } from './card-header.ts';
import { claimsOf, repositorySplits } from './repository-splits.ts';

/** The card of a dataset repository: its header, what it holds, how to load it, and what every column is. */
export function printHuggingfaceCard(
  dataset: SplitDataset,
  configs: readonly RepositoryConfig[],
  { evidence }: FormatContext,
): string {
  const { config } = dataset;
  const claims = claimsOf(dataset);
  const splits = repositorySplits(dataset).map(({ name, claims: members }) => {
    const { claims: count, labels } = measureCounts(members);
    return { name, claims: count, labels };
  });
  const citation = printBibtex(config);
  const tasks = ['text-classification', 'text-retrieval'];
  const sections = [
    printCardHeader(config, claims.length, { tasks, tags: ['croissant'] }, configs),
    `# ${config.title}`,
    config.description,
    `Version ${config.version}.`,
    `## Splits\n\n${cardSplits(splits)}`,
    cardContents(claims, evidence),
    dataset.quality === undefined ? '' : cardQuality(dataset.quality(), claims.length),
    `## Use\n\n${loading(config.name, configs)}`,
    ...configs.map(columnsOf),
    cardLicence(config),
    citation === undefined ? '' : `## Citation\n\n\`\`\`bibtex\n${citation}\n\`\`\``,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function loading(name: string, configs: readonly RepositoryConfig[]): string {
  const lines = configs.map(({ name: table }) => `${table} = load_dataset("${name}", "${table}")`);
  return `\`\`\`python\nfrom datasets import load_dataset\n\n${lines.join('\n')}\n\`\`\``;
}

function columnsOf({ name, columns }: RepositoryConfig): string {
  const rows = columns.map(({ name: column, description }) => [`\`${column}\``, description]);
  return `## Columns of \`${name}\`\n\n${markdownTable(['column', 'meaning'], rows)}`;
}
