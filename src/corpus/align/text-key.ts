import { toNfc } from '../../text/normalise.ts';
import type { EvidenceRecord } from '../article.ts';

/** What two texts have in common that are the same but for white space and how their letters are composed; as fingerprints see it. */
export function textKey(text: string): string {
  return toNfc(text).replace(/\s+/g, ' ').trim();
}

/** The key of an element's text; `undefined` for one without text. */
export function filledKey({ text }: EvidenceRecord): string | undefined {
  const key = textKey(text);
  return key === '' ? undefined : key;
}

/** An element's id without the title, which the new text may spell in another way. */
export function localId({ kind, numbers }: EvidenceRecord): string {
  return [kind, ...numbers].join('_');
}
