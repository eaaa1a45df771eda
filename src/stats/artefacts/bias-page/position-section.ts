import { shareWords } from '../../figure-words.ts';
import {
  type BiasBlock,
  type BiasColumn,
  type BiasSection,
  dataOf,
  type Piece,
  paragraph,
} from '../bias-page.ts';
import type { EvidenceCoverage } from '../evidence-coverage.ts';
import type { EvidencePositions } from '../evidence-positions.ts';
import { countOf } from './count-of.ts';

/** Sections named of those without evidence. */
const maxSections = 8;

/** Where the evidence of each label lies, and how much of the corpus is cited at all. */
export function positionSection(
  { labels, claims, tables }: EvidencePositions,
  coverage: EvidenceCoverage | null,
): BiasSection {
  const heads = labels.map((label): BiasColumn => ({ head: dataOf(label) }));
  const blocks: BiasBlock[] = tables.map(({ title, rows }) => ({
    kind: 'table',
    title: [`${title}: claims that cite it`],
    columns: [{ head: '' }, ...heads],
    rows: rows.map(({ value, claims: counts }) => [
      value,
      ...counts.map((count, at) => `${count} (${shareWords(count, claims[at] ?? 0)})`),
    ]),
  }));
  if (tables.length === 0) blocks.push(paragraph('No claim with a label has evidence.'));
  if (coverage !== null) blocks.push(...coverageBlocks(coverage));
  return { title: 'Evidence', blocks };
}

function coverageBlocks({ citable, cited, sections, covered, articles }: EvidenceCoverage): BiasBlock[] {
  const blocks: BiasBlock[] = [
    paragraph(
      `Claims cite ${cited} of the ${citable} pieces that may be evidence (${shareWords(cited, citable)}), in ${covered} of ${countOf(sections, 'section')} of ${countOf(articles.length, 'article')}.`,
    ),
  ];
  const uncovered = articles.flatMap(({ title, sections: parts }) =>
    parts.filter((section) => section.cited === 0).map(({ heading }) => ({ title, name: heading?.text })),
  );
  if (uncovered.length === 0) return blocks;
  const more = uncovered.length - maxSections;
  blocks.push(
    paragraph(
      'Without any: ',
      ...uncovered
        .slice(0, maxSections)
        .flatMap(({ title, name }, at): Piece[] => [
          ...(at > 0 ? ['; '] : []),
          ...(name === undefined ? ['the beginning'] : [dataOf(name)]),
          ' of ',
          dataOf(title),
        ]),
      more > 0 ? `; and ${countOf(more, 'more section')}.` : '.',
    ),
  );
  return blocks;
}
