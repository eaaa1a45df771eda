import { parseEvidenceId } from '../corpus/evidence-id.ts';
import { evidenceKinds, isCell } from '../corpus/evidence-kind.ts';
import { toNfc } from '../text/normalise.ts';
import type { PlacedClaim } from './claim-change.ts';
import { type EvidenceSource, evidenceSources } from './counts.ts';
import { type LabelTable, tabulateLabels } from './label-table.ts';

/** What claims rest on. Repeated sets of a claim, and repeated ids of a set, count once. */
export interface EvidenceFigures {
  readonly claims: number;
  /** Claims with one evidence set at least. */
  readonly withEvidence: number;
  readonly sets: number;
  /** Distinct ids. */
  readonly ids: number;
  /** Distinct articles. */
  readonly articles: number;
  /** Claims by how many evidence sets they have: `0`, `1`, … and `5 or more`. */
  readonly bySets: LabelTable;
  /** Claims with evidence by how many ids their smallest set has: what a system must find at least. */
  readonly byNeeded: LabelTable;
  /** Claims by what all their sets together cite. */
  readonly bySource: LabelTable;
  /** Kinds of evidence, those that are cited. */
  readonly kinds: readonly KindFigures[];
  /** The articles that most claims cite, the most cited first, at most ten. */
  readonly topArticles: readonly { readonly title: string; readonly claims: number }[];
}

export interface KindFigures {
  /** As in ids; `other` for ids that are none of ours. */
  readonly kind: string;
  /** Distinct ids of the kind that are cited. */
  readonly ids: number;
  /** Claims that cite one at least. */
  readonly claims: number;
}

/** From here on numbers are put together. */
const many = 5;
const maxArticles = 10;
const otherKind = 'other';

/** The figures of evidence, in the order of the claims. */
export function measureEvidence(claims: readonly PlacedClaim[]): EvidenceFigures {
  const ids = new Map<string, Set<string>>();
  const byKind = new Map<string, number>();
  const byArticle = new Map<string, number>();
  const sources = new Map<PlacedClaim, EvidenceSource>();
  let sets = 0;
  for (const placed of claims) {
    sets += setsOf(placed).length;
    const kinds = new Set<string>();
    const titles = new Set<string>();
    for (const id of placed.claim.evidence.flat().map(toNfc)) {
      const parts = parseEvidenceId(id);
      const kind = parts?.kind ?? otherKind;
      kinds.add(kind);
      if (parts !== undefined) titles.add(parts.title);
      const known = ids.get(kind);
      if (known === undefined) ids.set(kind, new Set([id]));
      else known.add(id);
    }
    for (const kind of kinds) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
    for (const title of titles) byArticle.set(title, (byArticle.get(title) ?? 0) + 1);
    sources.set(placed, sourceOf(kinds));
  }
  const withEvidence = claims.filter(({ claim }) => claim.evidence.length > 0);
  const numbers = [...Array.from({ length: many }, (_, number) => String(number)), `${many} or more`];
  return {
    claims: claims.length,
    withEvidence: withEvidence.length,
    sets,
    ids: [...ids.values()].reduce((sum, { size }) => sum + size, 0),
    articles: byArticle.size,
    bySets: tabulateLabels(claims, (placed) => numbers[Math.min(many, setsOf(placed).length)], numbers),
    byNeeded: tabulateLabels(
      withEvidence,
      (placed) => numbers[setsOf(placed).reduce((least, { length }) => Math.min(least, length), many)],
      numbers,
    ),
    bySource: tabulateLabels(claims, (placed) => sources.get(placed), evidenceSources),
    kinds: [...evidenceKinds, otherKind].flatMap((kind) => {
      const cited = ids.get(kind);
      return cited === undefined ? [] : [{ kind, ids: cited.size, claims: byKind.get(kind) ?? 0 }];
    }),
    topArticles: [...byArticle]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, maxArticles)
      .map(([title, count]) => ({ title, claims: count })),
  };
}

/** The distinct sets of a claim, each with its distinct ids. */
function setsOf({ claim }: PlacedClaim): (readonly string[])[] {
  const distinct = new Map(
    claim.evidence.map((set) => {
      const ids = [...new Set(set.map(toNfc))].sort();
      return [JSON.stringify(ids), ids];
    }),
  );
  return [...distinct.values()];
}

function sourceOf(kinds: ReadonlySet<string>): EvidenceSource {
  if (kinds.size === 0) return 'none';
  const tables = [...kinds].filter((kind) => isCell(kind as (typeof evidenceKinds)[number])).length;
  if (tables === 0) return 'text only';
  return tables === kinds.size ? 'tables only' : 'text and tables';
}
