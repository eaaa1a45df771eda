import type { CheckClaimRequest, CheckClaimResponse } from '../annotate/api/write.ts';
import { type ComparedClaim, NearClaims } from '../annotate/write/near-claims.ts';
import { TellingWords } from '../annotate/write/telling-words.ts';
import { languageOf } from '../text/languages/index.ts';

/** Similarity from which on a claim is shown as nearly the same. */
const leastSimilarity = 0.7;
const maxNear = 5;
const maxCues = 5;

/** A claim of the dataset, with or without its label. */
export interface CheckedClaim extends ComparedClaim {
  readonly label?: string;
}

/** A list of claims, such as that of `DatasetClaims`: another list where a claim was changed, with the same objects for the others. */
type CheckedClaims = readonly { readonly record: CheckedClaim }[];

/** What was counted of a list of claims. */
interface Counted {
  readonly claims: CheckedClaims;
  readonly language: string;
  readonly records: ReadonlySet<CheckedClaim>;
  readonly near: NearClaims;
  readonly telling: TellingWords;
}

/** Of the list that was asked about last. */
let latest: Counted | undefined;

/**
 * What the dataset's claims say about a text that is being written: its words that give a label away, and claims that say nearly the same.
 * With a label only words that give that one away.
 *
 * The first call counts all claims, later ones only what has changed since: of 20,000 claims 0.3 s, then 5 to 20 ms after a change and 1 ms
 * otherwise.
 *
 * @param language BCP 47 tag of the claims
 */
export function checkClaim(
  claims: CheckedClaims,
  { claim, label }: CheckClaimRequest,
  language: string,
): CheckClaimResponse {
  if (latest?.claims !== claims || latest.language !== language) latest = count(claims, language);
  return {
    cues: latest.telling.find(claim, label).slice(0, maxCues),
    near: latest.near.find(claim, leastSimilarity, maxNear),
  };
}

/**
 * The words of a text that give a label away by an annotator's own claims alone: those of all would tell what the labels of claims are
 * that the annotator is to answer blind.
 */
export function ownCues(
  written: Iterable<Pick<CheckedClaim, 'claim' | 'label'>>,
  { claim, label }: CheckClaimRequest,
  language: string,
): CheckClaimResponse['cues'] {
  const telling = new TellingWords(languageOf(language)?.cueWords ?? []);
  for (const record of written) telling.add(record);
  return telling.find(claim, label).slice(0, maxCues);
}

function count(claims: CheckedClaims, language: string): Counted {
  const records = new Set(claims.map(({ record }) => record));
  const before = latest?.language === language && sharesMost(records, latest.records) ? latest : undefined;
  const near = before?.near ?? new NearClaims();
  const telling = before?.telling ?? new TellingWords(languageOf(language)?.cueWords ?? []);
  const known = before?.records ?? new Set();
  for (const record of known) {
    if (records.has(record)) continue;
    near.delete(record);
    telling.delete(record);
  }
  for (const record of records) {
    if (known.has(record)) continue;
    near.add(record);
    telling.add(record);
  }
  return { claims, language, records, near, telling };
}

function sharesMost(records: ReadonlySet<CheckedClaim>, others: ReadonlySet<CheckedClaim>): boolean {
  let shared = 0;
  for (const record of records) if (others.has(record)) shared += 1;
  return shared * 2 > Math.max(records.size, others.size);
}
