import { nearestWords } from '../text/nearest.ts';
import { toNfc } from '../text/normalise.ts';
import type { Article } from './article.ts';
import { type EvidenceId, formatEvidenceId, parseEvidenceId } from './evidence-id.ts';
import { evidenceKinds, isEvidence } from './evidence-kind.ts';

/** Something that was meant to be an evidence id, taken apart. */
export interface LooseId {
  readonly title: string;
  readonly kind: string;
  readonly numbers: readonly number[];
}

/** Longer texts are no misspelt ids: a title has at most 255 bytes. */
const maxIdLength = 400;

/** Title, kind and numbers of something that was meant to be an id: `X_sentense_3`, `X_Sentence_3`, FEVER's underscores for blanks. */
export function splitLoosely(id: string): LooseId | undefined {
  if (id.length > maxIdLength) return undefined;
  const exact = parseEvidenceId(id);
  if (exact !== undefined) return exact;
  const loose = /^(.+?)[_ ]((?:header[_ ]|table[_ ])?[a-z]+)([_ ]?\d+(?:[_ ]\d+)*)$/isu.exec(id);
  if (loose === null) return undefined;
  const numbers = ((loose[3] ?? '').match(/\d+/g) ?? []).map(Number);
  return { title: (loose[1] ?? '').trim(), kind: (loose[2] ?? '').replace(' ', '_').toLowerCase(), numbers };
}

/**
 * The ids of an article that may have been meant, the likeliest first: that of the same element if only its kind was misspelt, then
 * those of the same kind by how near their numbers are. Only ids that may be evidence.
 */
export function* nearestInArticle(
  article: Article | undefined,
  { kind, numbers }: LooseId,
): Generator<string> {
  if (article === undefined) return;
  const { records } = article;
  const evidence = nearestWords(kind, evidenceKinds).filter((near) => isEvidence(near as EvidenceId['kind']));
  for (const near of evidence as EvidenceId['kind'][]) {
    const id = toNfc(formatEvidenceId({ title: article.title, kind: near, numbers }));
    const exact = records.find((record) => record.kind === near && toNfc(record.id) === id);
    if (exact !== undefined) yield exact.id;
  }
  const ordered = records
    .filter((record) => record.kind === evidence[0] && record.numbers.length === numbers.length)
    .map((record) => ({ record, distance: numberDistance(record.numbers, numbers) }))
    .sort((a, b) => a.distance - b.distance || a.record.order - b.record.order);
  for (const { record } of ordered) yield record.id;
}

/** Sum of the distances number by number; a table or list of another number weighs more than a row. */
function numberDistance(a: readonly number[], b: readonly number[]): number {
  return a.reduce(
    (sum, number, which) => sum + Math.abs(number - (b[which] ?? 0)) * 10 ** (a.length - 1 - which),
    0,
  );
}
