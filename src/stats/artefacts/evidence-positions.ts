import type { OpenClaim } from '../../claims/open-claim.ts';
import type { Article } from '../../corpus/article.ts';
import { type EvidenceId, parseEvidenceId } from '../../corpus/evidence-id.ts';
import type { EvidenceKind } from '../../corpus/evidence-kind.ts';
import { toNfc } from '../../text/normalise.ts';
import { labelsOf } from './labels-of.ts';
import { sectionsOf } from './sections-of.ts';

/** Where in the articles the evidence of claims stands. */
export interface EvidencePositions {
  readonly labels: readonly string[];
  /** Claims with evidence, by label. */
  readonly claims: readonly number[];
  readonly tables: readonly PositionTable[];
}

/** Claims by what they cite. A claim that cites several things is in several rows: the rows are no parts of a whole. */
export interface PositionTable {
  readonly id: 'kind' | 'sentence' | 'tenth';
  readonly title: string;
  /** In the order of the text; those that no claim cites are left out. */
  readonly rows: readonly { readonly value: string; readonly claims: readonly number[] }[];
}

/** Kinds of evidence in words; what the id does not tell comes last. */
const kindNames: readonly (readonly [EvidenceKind | undefined, string])[] = [
  ['sentence', 'sentences'],
  ['item', 'items of lists'],
  ['cell', 'cells'],
  ['header_cell', 'header cells'],
  ['table_caption', 'captions'],
  [undefined, 'other'],
];

/** Sentences by their number in the article, from which on the row counts. */
const sentenceRows: readonly (readonly [number, string])[] = [
  [0, 'the first sentence'],
  [1, 'sentences 2 to 5'],
  [5, 'sentences 6 to 10'],
  [10, 'sentences 11 to 20'],
  [20, 'sentences from 21 on'],
];

const tenths = Array.from({ length: 10 }, (_, at) => `${at * 10} to ${at * 10 + 10} % of the article`);

/**
 * Where the evidence of claims stands: its kind, the number of the sentence, and the tenth of the article where the articles are at
 * hand. Each claim counts once in a row. Claims without a label or without evidence are left out.
 *
 * @param articles those at hand: what may be evidence in them is counted through in the order of the text
 */
export function measureEvidencePositions(
  claims: readonly OpenClaim[],
  articles: readonly Article[] = [],
): EvidencePositions {
  const withEvidence = claims.filter(({ evidence }) => evidence.length > 0);
  const labels = labelsOf(withEvidence);
  const tenthOf = tenthsOf(articles);
  const all = labels.map(() => 0);
  const tables = {
    kind: new Map<string, number[]>(),
    sentence: new Map<string, number[]>(),
    tenth: new Map<string, number[]>(),
  };
  for (const { label = '', evidence } of withEvidence) {
    const which = labels.indexOf(label);
    if (which < 0) continue;
    increase(all, which);
    const cited = { kind: new Set<string>(), sentence: new Set<string>(), tenth: new Set<string>() };
    for (const id of evidence.flat()) {
      const parts = parseEvidenceId(id);
      cited.kind.add(kindName(parts?.kind));
      const sentence = sentenceRow(parts);
      if (sentence !== undefined) cited.sentence.add(sentence);
      const tenth = tenthOf.get(toNfc(id));
      if (tenth !== undefined) cited.tenth.add(tenths[tenth] ?? '');
    }
    for (const id of ['kind', 'sentence', 'tenth'] as const) {
      for (const value of cited[id]) {
        const counts = tables[id].get(value) ?? labels.map(() => 0);
        tables[id].set(value, counts);
        increase(counts, which);
      }
    }
  }
  const rowsOf = (id: PositionTable['id'], values: readonly string[]) =>
    values.flatMap((value) => {
      const counts = tables[id].get(value);
      return counts === undefined ? [] : [{ value, claims: counts }];
    });
  const measured: PositionTable[] = [
    {
      id: 'kind',
      title: 'kind of evidence',
      rows: rowsOf(
        'kind',
        kindNames.map(([, name]) => name),
      ),
    },
    {
      id: 'sentence',
      title: 'number of the sentence',
      rows: rowsOf(
        'sentence',
        sentenceRows.map(([, name]) => name),
      ),
    },
    { id: 'tenth', title: 'place in the article', rows: rowsOf('tenth', tenths) },
  ];
  return { labels, claims: all, tables: measured.filter(({ rows }) => rows.length > 0) };
}

function kindName(kind: EvidenceKind | undefined): string {
  return (kindNames.find(([own]) => own === kind) ?? kindNames.at(-1))?.[1] ?? '';
}

function sentenceRow(parts: EvidenceId | undefined): string | undefined {
  const [number] = parts?.kind === 'sentence' ? parts.numbers : [];
  return number === undefined ? undefined : sentenceRows.findLast(([from]) => number >= from)?.[1];
}

/** By id the tenth of its article, 0 to 9, counted in what may be evidence. */
function tenthsOf(articles: readonly Article[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const article of articles) {
    const citable = sectionsOf(article)
      .flatMap(({ records }) => records)
      .sort((a, b) => a.order - b.order);
    for (const [at, { id }] of citable.entries()) {
      const key = toNfc(id);
      if (!places.has(key)) places.set(key, Math.floor((at * 10) / citable.length));
    }
  }
  return places;
}

function increase(counts: number[], at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
