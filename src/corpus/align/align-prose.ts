import { heaviestChain, type WeightedPair } from '../../text/heaviest-chain.ts';
import { type ComparedText, comparedText, wordSimilarity } from '../../text/word-similarity.ts';
import type { EvidenceRecord } from '../article.ts';
import { matchCopies, matchUnique } from './match-unique.ts';
import type { Matches } from './matches.ts';
import { filledKey, localId, textKey } from './text-key.ts';

/** Texts in the same order are taken for the same element from this similarity on. */
const leastInOrder = 0.5;
/** Texts that also moved need more. */
const leastAnywhere = 0.6;
/** Pairs of texts that are all compared; of more only those that share a word which few texts have. */
const maxPairs = 1_000_000;
const maxHolders = 20;

/**
 * Matches elements that are read in order: sentences, list items, captions, headings. Certain: the same text, once in each of the
 * articles, wherever it stands; and copies that stayed what and where they were. All others are uncertain.
 */
export function alignProse(
  before: readonly EvidenceRecord[],
  after: readonly EvidenceRecord[],
  matches: Matches,
): void {
  for (const [record, next] of matchUnique(before, after, filledKey))
    matches.add(record, { next, similarity: 1 });
  for (const [record, next] of matchCopies(before, after, ({ text }) => textKey(text), localId))
    matches.add(record, { next, similarity: 1 });

  const left = matches.left(before);
  const free = matches.free(after);
  if (left.length === 0 || free.length === 0) return;
  const positions = new Map(before.map((record, at) => [record, at]));
  const newPositions = new Map(after.map((record, at) => [record, at]));
  const positionOf = (record: EvidenceRecord): number => positions.get(record) ?? 0;
  const newPositionOf = (record: EvidenceRecord): number => newPositions.get(record) ?? 0;
  const similar = [...similarPairs(left, free)];
  // What is certain keeps the rest in its order.
  const anchors = before.flatMap((record): WeightedPair[] => {
    const match = matches.get(record);
    const to = match === undefined ? undefined : newPositions.get(match.next);
    return to === undefined ? [] : [{ from: positionOf(record), to, weight: 1 }];
  });
  const pairs = similar.map(({ record, next, similarity }) => ({
    from: positionOf(record),
    to: newPositionOf(next),
    weight: similarity,
  }));
  for (const { from, to, weight } of heaviestChain([...anchors, ...pairs])) {
    const [record, next] = [before[from], after[to]];
    if (record !== undefined && next !== undefined) addUncertain(record, next, weight, matches);
  }
  const moved = similar
    .filter(({ similarity }) => similarity >= leastAnywhere)
    .sort(
      (a, b) =>
        b.similarity - a.similarity ||
        positionOf(a.record) - positionOf(b.record) ||
        newPositionOf(a.next) - newPositionOf(b.next),
    );
  for (const { record, next, similarity } of moved) addUncertain(record, next, similarity, matches);
}

function addUncertain(
  record: EvidenceRecord,
  next: EvidenceRecord,
  similarity: number,
  matches: Matches,
): void {
  const doubt = filledKey(record) === filledKey(next) ? 'copies' : 'similar';
  matches.add(record, { next, doubt, similarity });
}

interface SimilarPair {
  readonly record: EvidenceRecord;
  readonly next: EvidenceRecord;
  readonly similarity: number;
}

function* similarPairs(
  before: readonly EvidenceRecord[],
  after: readonly EvidenceRecord[],
): Generator<SimilarPair> {
  const texts = after.map(({ text }) => comparedText(text));
  const all = [...after.keys()];
  const holders = before.length * after.length > maxPairs ? holdersOf(texts) : undefined;
  for (const record of before) {
    const text = comparedText(record.text);
    const candidates = holders === undefined ? all : candidatesOf(text, holders);
    for (const at of candidates) {
      const next = after[at] as EvidenceRecord;
      const similarity =
        record.text !== '' && filledKey(record) === filledKey(next)
          ? 1
          : wordSimilarity(text, texts[at] as ComparedText, leastInOrder);
      if (similarity >= leastInOrder) yield { record, next, similarity };
    }
  }
}

/** The texts that have a word, by word; only of words that few have. */
function holdersOf(texts: readonly ComparedText[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  for (const [at, { counts }] of texts.entries()) {
    for (const word of counts.keys()) {
      const same = holders.get(word);
      if (same === undefined) holders.set(word, [at]);
      else if (same.length <= maxHolders) same.push(at);
    }
  }
  return new Map([...holders].filter(([, same]) => same.length <= maxHolders));
}

function candidatesOf(
  { counts }: ComparedText,
  holders: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const found = new Set<number>();
  for (const word of counts.keys()) for (const at of holders.get(word) ?? []) found.add(at);
  return [...found];
}
