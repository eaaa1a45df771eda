import { toNfc } from '../../text/normalise.ts';
import type { EvidenceSearcher, Hit } from '../evidence-searcher.ts';
import type { Candidate } from './candidate.ts';
import { partsOfClaim } from './claim-parts.ts';
import { namedTitles } from './named-titles.ts';
import { createReasons } from './reasons.ts';
import { scoreCandidates } from './score-candidates.ts';
import { defaultSuggestSettings, type SuggestSettings } from './suggest-settings.ts';
import type { Suggestion } from './suggestion.ts';

/** What evidence is looked for. Nothing but the text of a claim: its label and its evidence have no way in. */
export interface SuggestRequest {
  readonly claim: string;
  /** Suggestions at most. */
  readonly count: number;
  /** BCP 47 tag of the claim: its commonest words count for nothing. */
  readonly language: string;
  /** Ids that are not to be suggested, such as those that were chosen already. */
  readonly except?: ReadonlySet<string>;
}

/** Characters of a claim that are looked at: no claim is so long, and each word costs time. */
const maxClaimChars = 4000;
/** Articles that are searched for themselves: a list that names more says nothing of any. */
const maxTitles = 16;
/** Records that are taken of each. */
const perTitle = 10;

/**
 * Records that may be evidence for or against a claim, the likeliest first. The words of the claim find the first; then the articles are searched for themselves
 * that the claim names, and those that the first records name. Costs one to three searches, and a question for titles.
 */
export async function suggestEvidence(
  searcher: EvidenceSearcher,
  { claim: whole, count, language, except }: SuggestRequest,
  settings: SuggestSettings = defaultSuggestSettings,
): Promise<readonly Suggestion[]> {
  const claim = whole.slice(0, maxClaimChars);
  const parts = partsOfClaim(claim, language);
  const search = (most: number, titles?: readonly string[]): Promise<readonly Hit[]> =>
    searcher.search({
      query: { words: parts.words, phrases: [], prefixes: [] },
      level: 'element',
      count: most,
      ...(except !== undefined && { except }),
      ...(titles !== undefined && { titles }),
    });
  const first = await search(Math.max(settings.pool, count));
  if (first.length === 0) return [];
  const [ofClaim = [], ...ofRecords] = await namedTitles(searcher, [
    claim,
    ...first.slice(0, settings.linkRecords).map(({ text }) => text),
  ]);
  const named = new Set(ofClaim.slice(0, maxTitles).map(toNfc));
  const links = linksOf(first, ofRecords, named);
  const hits = [...first];
  for (const titles of [[...named], [...links.keys()]]) {
    if (titles.length > 0) hits.push(...(await search(perTitle * titles.length, titles)));
  }
  const candidates = new Map<string, Candidate>();
  for (const hit of hits) {
    if (!candidates.has(hit.id)) candidates.set(hit.id, { hit, link: links.get(toNfc(hit.title)) });
  }
  const reasonsOf = createReasons(parts, named, language);
  return scoreCandidates([...candidates.values()], claim, settings)
    .slice(0, count)
    .map(({ candidate, score }) => ({ ...candidate.hit, score, reasons: reasonsOf(candidate) }));
}

/** By title of an article that a record names, and that is neither the record's own nor named by the claim: the id of the first such record. */
function linksOf(
  records: readonly Hit[],
  titles: readonly (readonly string[])[],
  named: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  for (const [at, found] of titles.entries()) {
    const record = records[at];
    for (const title of found.map(toNfc)) {
      if (record === undefined || links.size === maxTitles) return links;
      if (title !== toNfc(record.title) && !named.has(title) && !links.has(title))
        links.set(title, record.id);
    }
  }
  return links;
}
