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
  let end = -1;
  while (at >= 0) {
    // Looked for again only behind it: of many links without an end each would look through the whole text.
    if (end < at) end = value.indexOf(']', at);
    if (end < 0) break;
    const inside = value.slice(at + 2, end);
    const bar = inside.includes('[') ? 0 : inside.indexOf('|');
    if (value[end + 1] !== ']' || inside === '' || bar === 0) {
      at = value.indexOf('[[', at + 1);
      continue;
    }
    const name = bar < 0 ? inside : inside.slice(0, bar);
    const anchor = bar < 0 ? withBlanks(name) : inside.slice(bar + 1);
    links?.push({ anchor, target: withBlanks(name) });
    text += value.slice(from, at) + anchor;
    from = end + 2;
    at = value.indexOf('[[', from);
  }
  return text + value.slice(from);
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
