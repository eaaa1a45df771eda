import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { createRandom, nameOf } from './generate-claims.mjs';

const article = new URL('../../corpus/first-nagorno-karabakh-war.txt', import.meta.url);
/** Different words: those of the article by their frequency, then names. */
const vocabulary = 400_000;
const nameShare = 0.06;
const linesAtOnce = 10_000;

/** Words as they are in the article, as often as they are there: what stands between the names of a sentence. */
const words = readFileSync(article, 'utf8').match(/[\p{L}\p{N}'’-]+/gu);

/** A name of three syllables and more. */
function longNameOf(number) {
  return nameOf(number + 900);
}

/** Eight words and more, some twenty on average: of the article in short runs, so that words stand beside those that they do there, and names as rare as in texts. */
function sentenceOf(random) {
  const length = Math.min(70, 8 + Math.floor(-Math.log(1 - random()) * 13));
  const sentence = [];
  let at = 0;
  for (let word = 0; word < length; word++) {
    if (word === 0 || random() < 0.4) at = Math.floor(random() * words.length);
    const isName = random() < nameShare;
    // Ranks of a Zipfian distribution: as likely from 10 to 100 as from 100 to 1000.
    const rank = Math.floor(vocabulary ** random());
    sentence.push(isName ? longNameOf(rank) : random() < 0.25 ? commonOf(rank) : words[at % words.length]);
    at += 1;
  }
  return `${sentence.join(' ')}.`;
}

/** A word in small letters that is no name: as many as there are in a dictionary. */
function commonOf(rank) {
  const number = rank % 60_000;
  return number < words.length ? words[number] : longNameOf(number * 7).toLowerCase();
}

/**
 * Writes sentences, one a line, and queries in the manner of claims: up to nine words in a row of one of the first ten thousand, some left out. The same numbers give
 * the same files.
 */
export function generateSentences({ sentences, queries, count, queryCount }) {
  const random = createRandom(23);
  const file = openSync(sentences, 'w');
  const kept = [];
  for (let done = 0; done < count; ) {
    const lines = [];
    for (; lines.length < linesAtOnce && done < count; done++) {
      const sentence = sentenceOf(random);
      lines.push(sentence);
      if (kept.length < 10_000) kept.push(sentence);
    }
    writeSync(file, `${lines.join('\n')}\n`);
  }
  closeSync(file);
  const asked = Array.from({ length: queryCount }, () => {
    const all = kept[Math.floor(random() * kept.length)].slice(0, -1).split(' ');
    const start = Math.floor(random() * Math.max(1, all.length - 10));
    const some = all.slice(start, start + 12).filter(() => random() > 0.2);
    return (some.length < 3 ? all.slice(0, 6) : some.slice(0, 9)).join(' ');
  });
  writeFileSync(queries, `${asked.join('\n')}\n`);
}
