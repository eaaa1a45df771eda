import { normalForm } from './normalise.ts';

/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|clock\$|com[0-9¹²³]|lpt[0-9¹²³])$/;
const maxBytes = 120;

/**
 * A name for a file that a text is the title of: letters and digits of any script in lower case, with hyphens between them. It names
 * a file on every system, leads into no other folder, and is no longer than 120 bytes; two titles may have the same.
 */
export function slugOf(title: string): string {
  const words = normalForm(title, 'NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-');
  let slug = '';
  let bytes = 0;
  for (const character of words) {
    bytes += utf8Bytes(character);
    if (bytes > maxBytes) break;
    slug += character;
  }
  slug = normalForm(slug.replace(/^[-\p{M}]+|-+$/gu, ''), 'NFC');
  if (slug === '') return 'article';
  return reserved.test(slug) ? `${slug}-article` : slug;
}

/** What two names share that some disk takes for one: disks differ in case and in normal form. */
export function fileNameKey(name: string): string {
  return normalForm(normalForm(name, 'NFKC').toUpperCase().toLowerCase(), 'NFKC');
}

function utf8Bytes(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
