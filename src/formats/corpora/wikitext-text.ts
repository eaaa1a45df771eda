import { InlineCollector, type InlineText } from './inline-text.ts';

/** The text of wikitext as the wiki shows it: the words of links, without bold and italic marks. */
export function wikitextText(source: string, keepsBreaks = false): InlineText {
  const collector = new InlineCollector(keepsBreaks);
  const add = (text: string): void => {
    // Halves of links that the sentence splitter cut in two.
    const words = text
      .replace(/\[\[[^[\]|\n]*\||\[\[|\]\]/g, '')
      .replace(/'{2,5}/g, (marks) => (marks.length === 4 ? "'" : ''));
    for (const [which, line] of words.split(/\n|<br\s*\/?>/).entries()) {
      if (which > 0) collector.lineBreak();
      collector.add(line);
    }
  };
  let from = 0;
  for (const { 0: link, index, 1: page = '', 2: words } of source.matchAll(
    /\[\[([^[\]|\n]+)(?:\|([^[\]]*))?\]\]/g,
  )) {
    add(source.slice(from, index));
    const target = decodeAddress(page).replace(/^:/, '').replaceAll('_', ' ').trim();
    collector.link(target, () => add(words ?? page.replace(/^:/, '')));
    from = index + link.length;
  }
  add(source.slice(from));
  return collector.finish();
}

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
