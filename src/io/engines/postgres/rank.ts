import type { PoolClient } from 'pg';
import { rounded, rounder } from '../../../retrieve/search/rounded.ts';
import { type WeightingSettings, weightingOf } from '../../../retrieve/weighting/weighting-of.ts';
import type { PartDescription } from '../engine-description.ts';
import { asKept } from './as-kept.ts';
import { type BoundedTerm, candidatesQuery } from './candidates.ts';
import { saturationSql } from './saturation-sql.ts';
import { lexeme } from './tsvector-text.ts';

/** A part of an index as it is searched. */
export interface RankedPart {
  /** The part's table, quoted. */
  readonly table: string;
  readonly description: PartDescription;
  readonly weighting: WeightingSettings;
}

/** What is looked for. */
export interface RankRequest {
  /** Keys of terms, as often as they are asked for. */
  readonly terms: readonly string[];
  readonly count: number;
  readonly kinds?: readonly string[] | undefined;
  /** Numbers of articles. */
  readonly articles?: readonly number[] | undefined;
  readonly except?: Iterable<string> | undefined;
  /** Keys of terms that a record must have all, and rows of words, too. */
  readonly needed?: { readonly terms: readonly string[]; readonly rows: readonly string[] } | undefined;
}

/** A row that was found. */
export interface RankedRow {
  readonly number: number;
  readonly score: number;
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly text: string;
  readonly heads: string[];
}

/** Shares of what all terms together could add, at which it is tried to find enough. */
const shares = [0.6, 0.4, 0.25, 0.12];
/** Less than any score: they are multiples of 2^-36. */
const leastScore = 2 ** -37;

/**
 * The best, the best first, of equal ones that with the lowest number. What could not be good enough is left out by the index of terms alone: first what is wanted
 * is guessed, then, if what was found is not so good, all that could be as good as the last of it is asked for.
 */
export async function rank(client: PoolClient, part: RankedPart, request: RankRequest): Promise<RankedRow[]> {
  const { count } = request;
  if (count <= 0 || part.description.size === 0) return [];
  const weights = await weightsOf(client, part, request.terms);
  const bounded = weights.filter(({ most }) => most > 0).sort((one, other) => other.most - one.most);
  if (bounded.length === 0) return [];
  const all = bounded.reduce((sum, { most }) => sum + most, 0);
  for (const share of shares) {
    const least = all * share;
    const found = await score(client, part, request, weights, bounded, least);
    const last = found[count - 1]?.score;
    if (last === undefined) continue;
    return last >= least ? found : score(client, part, request, weights, bounded, last);
  }
  return score(client, part, request, weights, bounded, leastScore);
}

interface WeightedTerm extends BoundedTerm {
  readonly weight: number;
}

async function weightsOf(
  client: PoolClient,
  { table, description, weighting }: RankedPart,
  terms: readonly string[],
): Promise<WeightedTerm[]> {
  const counts = new Map<string, number>();
  for (const term of terms.map(asKept)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const { rows } = await client.query<{ term: string; documents: number; peak: number }>(
    `SELECT term, documents, peak FROM ${table}_term WHERE term = ANY($1)`,
    [[...counts.keys()]],
  );
  const { queryWeight } = weightingOf(weighting);
  return rows.map(({ term, documents, peak }) => {
    const weight = queryWeight(documents, description.size, counts.get(term) ?? 1);
    return { term, weight, most: rounded(weight * peak) };
  });
}

async function score(
  client: PoolClient,
  { table, description, weighting }: RankedPart,
  { count, kinds, articles, except, needed }: RankRequest,
  weights: readonly WeightedTerm[],
  bounded: readonly BoundedTerm[],
  least: number,
): Promise<RankedRow[]> {
  const candidates = candidatesQuery(bounded, least);
  if (candidates === undefined) return [];
  const all = needed === undefined ? candidates : `(${candidates}) & ${needed.terms.map(lexeme).join(' & ')}`;
  const values: unknown[] = [
    weights.map(({ term }) => term),
    weights.map(({ weight }) => weight),
    all,
    count,
  ];
  const conditions: string[] = [];
  const bind = (condition: (place: string) => string, value: unknown): void => {
    values.push(value);
    conditions.push(` AND ${condition(`$${values.length}`)}`);
  };
  if (kinds !== undefined) bind((place) => `kind = ANY(${place}::text[])`, kinds);
  if (articles !== undefined) bind((place) => `article = ANY(${place}::int[])`, articles);
  if (except !== undefined) bind((place) => `id <> ALL(${place}::text[])`, [...except]);
  for (const row of needed?.rows ?? []) bind((place) => `strpos(rows, ${place}) > 0`, row);
  // Adding and taking away the number rounds as `rounded` does: sums of such shares are exact in whatever order they are added.
  const { rows } = await client.query<RankedRow>(
    `SELECT number, score, id, title, kind, text, heads FROM ${table} AS record, LATERAL (
       SELECT sum(weight * (${saturationSql(weighting, description)}) + ${rounder} - ${rounder}) AS score
       FROM unnest(record.terms) AS own(lexeme, positions, weights)
       JOIN unnest($1::text[], $2::float8[]) AS asked(term, weight) ON asked.term = own.lexeme) AS ranked
     WHERE terms @@ $3::tsquery${conditions.join('')} AND score > 0
     ORDER BY score DESC, number LIMIT $4`,
    values,
  );
  return rows;
}
