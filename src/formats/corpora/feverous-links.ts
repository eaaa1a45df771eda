import type { DraftLink } from '../../corpus/draft-article.ts';
import { withBlanks } from '../../corpus/fever-page.ts';
import type { LinkedText } from './article-losses.ts';

/** The text of a value with the words of its links, and the links in order; no `links` where it has none. */
export function readLinks(value: string): LinkedText {
  const links: DraftLink[] = [];
  const text = readLinkedText(value, links);
  return links.length === 0 ? { text } : { text, links };
}

/**
 * The text of a value with the words of its links. A link is `[[Target_title|words]]`, or `[[Target_title]]` where the words are the
 * title. Linear.
 *
 * @param links takes the links, in order
 */
export function readLinkedText(value: string, links?: DraftLink[]): string {
  let at = value.indexOf('[[');
  if (at < 0) return value;
  let text = '';
  let from = 0;
  // Each is looked for again only behind where it was: many links without an end must not each look through the whole text.
  let end = -1;
  let bar = -1;
  while (at >= 0) {
    const name = at + 2;
    if (end < at) end = value.indexOf(']', name);
    if (end < 0) break;
    const next = value.indexOf('[', name);
    if (value.charCodeAt(end + 1) !== closeBracket || end === name || (next >= 0 && next < end)) {
      at = value.indexOf('[[', at + 1);
      continue;
    }
    if (bar < name) bar = placeOf('|', value, name);
    if (bar === name) {
      at = value.indexOf('[[', at + 1);
      continue;
    }
    const hasWords = bar < end;
    const anchor = hasWords ? value.slice(bar + 1, end) : withBlanks(value.slice(name, end));
    links?.push({ anchor, target: withBlanks(value.slice(name, hasWords ? bar : end)) });
    text += value.slice(from, at) + anchor;
    from = end + 2;
    at = next < 0 ? -1 : value.indexOf('[[', next);
  }
  return text + value.slice(from);
}

const closeBracket = 0x5d;

/** Where a text stands from a place on; behind everything where it does not. */
function placeOf(searched: string, text: string, from: number): number {
  const at = text.indexOf(searched, from);
  return at < 0 ? text.length : at;
}

/** The value that {@link readLinks} reads as this text and these links; it must be what {@link keptLinks} has kept. */
export function printLinks({ text, links = [] }: LinkedText): string {
  let printed = '';
  let from = 0;
  for (const { anchor, target } of links) {
    const at = text.indexOf(anchor, from);
    printed += `${text.slice(from, at)}[[${target.replaceAll(' ', '_')}|${anchor}]]`;
    from = at + anchor.length;
  }
  return printed + text.slice(from);
}

/** The text without brackets that would be read as a link: a blank stands between them. */
export function keptBrackets(text: string): string {
  return readLinks(text).links === undefined ? text : text.replace(/\[(?=\[)/g, '[ ');
}

/**
 * Those of the links that a value can say: their words stand in the text, in the order of the links, and neither words nor title hold
 * what separates them. The same list where these are all.
 */
export function keptLinks({ text, links = [] }: LinkedText): readonly DraftLink[] {
  let from = 0;
  const kept = links.filter(({ anchor, target }) => {
    if (anchor === '' || target === '' || /[[\]]/.test(anchor) || /[[\]|_]/.test(target)) return false;
    const at = text.indexOf(anchor, from);
    if (at < 0) return false;
    from = at + anchor.length;
    return true;
  });
  const same = kept.length === links.length;
  // What stands around the words can make another link of it, such as brackets on both sides.
  const back = readLinks(printLinks({ text, links: kept }));
  const isBack =
    back.text === text &&
    (back.links?.length ?? 0) === kept.length &&
    kept.every(
      ({ anchor, target }, which) =>
        back.links?.[which]?.anchor === anchor && back.links[which]?.target === target,
    );
  if (!isBack) return [];
  return same ? links : kept;
}
