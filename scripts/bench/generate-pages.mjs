// Pages in the manner of FEVER's wiki-pages and of FEVEROUS, the same at each run.
import { readFileSync } from 'node:fs';
import { createRandom, nameOf, pageOf, titleOf } from './generate-claims.mjs';

const article = new URL('../../corpus/first-nagorno-karabakh-war.txt', import.meta.url);

/** The sentences of the project's own article, which have the letters and the dashes of Wikipedia. */
function readSentences() {
  const text = readFileSync(article, 'utf8');
  const title = text.slice(0, text.indexOf('\n'));
  return text
    .split('\n')
    .filter((line) => /_sentence_\d+$/.test(line))
    .map((line) => line.slice(0, line.lastIndexOf(title)).trim())
    .filter((sentence) => sentence.length > 40);
}

/** Python's `json.dumps` of an object whose values are strings; every second one with escapes for all that is not ASCII. */
function asPython(entries, isAscii) {
  const inside = entries.map(([key, value]) => `"${key}": ${JSON.stringify(value)}`).join(', ');
  const line = `{${inside}}`;
  return isAscii
    ? line.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : line;
}

/** Lines of wiki-pages, with five sentences a page on average and links as fields behind each. */
export function* wikiPageLines(count, seed = 11) {
  const sentences = readSentences();
  const random = createRandom(seed);
  for (let number = 0; number < count; number++) {
    const own = Array.from({ length: 1 + Math.floor(-Math.log(1 - random()) * 4.2) }, () =>
      sentences[Math.floor(random() * sentences.length)].replaceAll('(', '-LRB-').replaceAll(')', '-RRB-'),
    );
    const rows = own.map((sentence, which) => {
      const words = sentence.match(/\b[A-Z][a-z]{4,}\b/g) ?? [];
      return [which, sentence, ...words.slice(0, 3).flatMap((word) => [word, word])].join('\t');
    });
    const entries = [
      ['id', pageOf(titleOf(number))],
      ['text', own.map((sentence) => `${sentence} `).join('')],
      ['lines', `${rows.join('\n')}\n${own.length}\t`],
    ];
    yield asPython(entries, number % 2 === 1);
  }
}

/** Lines of FEVEROUS pages: sentences with links, headings, a table in every second page, now and then a list. */
export function* feverousPageLines(count, seed = 41) {
  const sentences = readSentences();
  const random = createRandom(seed);
  const whole = (below) => Math.floor(random() * below);
  const linked = (text) =>
    text.replace(/\b[A-Z][a-z]{5,}\b/g, (word) => (random() < 0.3 ? `[[${word}|${word}]]` : word));
  for (let number = 0; number < count; number++) {
    const page = { title: titleOf(number), order: [] };
    const counts = { sentence: 0, section: 0, table: 0, list: 0 };
    const add = (kind, value) => {
      const key = `${kind}_${counts[kind]++}`;
      page.order.push(key);
      page[key] = value;
    };
    for (let left = 2 + Math.floor(-Math.log(1 - random()) * 14); left > 0; left--) {
      if (counts.sentence > 3 && random() < 0.15)
        add('section', { value: nameOf(whole(9_999)), level: random() < 0.3 ? 3 : 2 });
      add('sentence', linked(sentences[whole(sentences.length)]));
      if (random() < 0.04) add('table', tableOf(counts.table, random, linked));
      if (random() < 0.03) {
        const list = Array.from({ length: 2 + whole(10) }, (_, which) => ({
          id: `item_${counts.list}_${which}`,
          value: linked(sentences[whole(sentences.length)].slice(0, 80)),
          level: 0,
        }));
        add('list', { type: 'unordered_list', list });
      }
    }
    yield JSON.stringify(page);
  }
}

function tableOf(number, random, linked) {
  const height = 2 + Math.floor(random() * 10);
  const width = 2 + Math.floor(random() * 4);
  const table = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => {
      const isHeader = row === 0 || column === 0;
      return {
        id: `${isHeader ? 'header_' : ''}cell_${number}_${row}_${column}`,
        value: linked(`${nameOf(Math.floor(random() * 99_999))} ${Math.floor(random() * 2_000)}`),
        is_header: isHeader,
        column_span: '1',
        row_span: '1',
      };
    }),
  );
  return { type: number === 0 ? 'infobox' : 'general', table };
}
