import type { Span } from './span.ts';

/** Characters that cannot be seen. */
export interface InvisibleCharacters {
  /** What the first of them is, such as `U+00AD soft hyphen`. */
  readonly name: string;
  /** Whether the text without them certainly says the same; a zero-width space may stand for a blank. */
  readonly isRemovable: boolean;
  readonly span: Span;
}

const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]+/gu;

/** Scripts in which joiners change how letters look. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Tibetan}\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const hangul = /\p{Script=Hangul}/u;

/**
 * Runs of characters in a text that have no shape, in order: controls, soft hyphens, joiners, marks of direction. What a script
 * needs is not among them: joiners in Persian and Hindi, in emoji, marks of direction next to Arabic and Hebrew letters.
 */
export function invisibleCharacters(text: string): InvisibleCharacters[] {
  const found: InvisibleCharacters[] = [];
  const hasRightToLeft = rightToLeft.test(text);
  for (const { 0: run, index: start } of text.matchAll(invisible)) {
    const code = run.codePointAt(0) ?? 0;
    const end = start + run.length;
    const before = text.slice(Math.max(0, start - 2), start);
    const behind = text.slice(end, end + 2);
    if (/^[\u200b-\u200d]+$/.test(run) && (joining.test(before) || joining.test(behind))) continue;
    if (hasRightToLeft && /^[\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069]+$/.test(run)) continue;
    if (/^[\u115f\u1160]+$/.test(run) && hangul.test(before + behind)) continue;
    // Flags of regions are a black flag and tags.
    if (code >= 0xe0000 && before.endsWith('\u{1f3f4}')) continue;
    const mayPartWords = /[\u200b\u2800\u3164\uffa0]/.test(run) && /\S$/u.test(before) && /^\S/u.test(behind);
    found.push({
      name: `U+${code.toString(16).toUpperCase().padStart(4, '0')} ${nameOf(code)}`,
      isRemovable: !mayPartWords,
      span: { start, end },
    });
  }
  return found;
}

function nameOf(code: number): string {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return 'control character';
  if (code === 0xad) return 'soft hyphen';
  if (code === 0x200b) return 'zero-width space';
  if (code === 0x200c || code === 0x200d) return 'zero-width joiner';
  if (code === 0xfeff) return 'byte order mark';
  if ([0x61c, 0x200e, 0x200f].includes(code)) return 'direction mark';
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return 'direction control';
  return 'invisible character';
}
