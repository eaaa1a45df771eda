import { toNfc } from '../../text/normalise.ts';
import { plainInline } from './inline-text.ts';

/** A title without white space at its ends, and with one blank for any inside. Empty where there is nothing else in it. */
export function cleanTitle(title: string): string {
  return plainInline(title.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')).text.trim();
}

/**
 * The title that the name of a file says: without folders and ending, underscores and blanks as blanks. Empty for standard input.
 * Some systems store names decomposed; a title is composed.
 */
export function titleOfFileName(file: string): string {
  if (file === '<stdin>' || file === '-') return '';
  const name = file.split(/[/\\]/).at(-1) ?? '';
  return toNfc(cleanTitle(name.replace(/(?<=.)\.[A-Za-z0-9]{1,8}$/, '').replaceAll('_', ' ')));
}
