// Claims in the manner of FEVER, the same at each run: id, verdict and evidence as in its files, one sentence a claim.
import { closeSync, openSync, writeSync } from 'node:fs';

const syllables =
  'ka ro mi len tos var shi an do bel fra gun ho il jas ket lu mor nev pra qui ras sto tul ves wen yor zim'.split(
    ' ',
  );
const predicates = [
  'was born in {place} in {year}',
  'is a novel by {name}',
  'was directed by {name} in {year}',
  'is located in the north of {place}',
  'played for {place} from {year} to {later}',
  'won an award in {place}',
  'was released by {name} in {year}',
  'is the capital of {place}',
  'worked with {name} on a film about {place}',
  'was the first album by {name}',
];
const labels = ['SUPPORTS', 'SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO'];

/** A generator of numbers from 0 to 1, the same for the same seed (mulberry32). */
export function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A capitalised word that stands for a number. */
export function nameOf(number) {
  let rest = number + 30;
  let word = '';
  for (; rest > 0; rest = Math.floor(rest / syllables.length)) word += syllables[rest % syllables.length];
  return word[0].toUpperCase() + word.slice(1);
}

/** Title of an article of the number given, with blanks; one in fifty has brackets. */
export function titleOf(number) {
  const name = `${nameOf(number)} ${nameOf((number * 7919) % 50_000)}`;
  return number % 50 === 0 ? `${name} (film)` : name;
}

/** `count` claims with what they are made of, before they are written in any form. */
export function* generateClaims(count, { titles = 50_000, seed = 7 } = {}) {
  const random = createRandom(seed);
  const whole = (below) => Math.floor(random() * below);
  for (let id = 1; id <= count; id++) {
    const year = 1900 + whole(100);
    const predicate = predicates[whole(predicates.length)]
      .replace('{place}', nameOf(whole(5_000)))
      .replace('{name}', `${nameOf(whole(9_000))} ${nameOf(whole(9_000))}`)
      .replace('{year}', year)
      .replace('{later}', year + 1 + whole(20));
    const label = labels[whole(labels.length)];
    // The number of the claim makes it another one than all before.
    const claim = `${nameOf(id)} ${nameOf(whole(20_000))} ${predicate}.`;
    const evidence = [];
    if (label !== 'NOT ENOUGH INFO') {
      for (let sets = random() < 0.68 ? 1 : 2 + whole(2); sets > 0; sets--) {
        const pieces = random() < 0.83 ? 1 : 2;
        const set = [];
        // Another page for each, so that no two sets are alike.
        for (let piece = 0; piece < pieces; piece++)
          set.push({
            title: titleOf((whole(titles >> 3) * 8 + set.length + 2 * evidence.length) % titles),
            sentence: whole(12),
          });
        evidence.push(set);
      }
    }
    yield { id, label, claim, evidence };
  }
}

/** The page name that FEVER has for a title. */
export function pageOf(title) {
  return title.replaceAll(' ', '_').replaceAll('(', '-LRB-').replaceAll(')', '-RRB-');
}

/** A line of a FEVER file, with the blanks that Python writes. */
export function feverLine({ id, label, claim, evidence }) {
  const sets =
    evidence.length === 0
      ? `[[[${100_000 + id}, null, null, null]]]`
      : `[${evidence
          .map((set, which) => {
            const tuples = set.map(
              ({ title, sentence }) =>
                `[${100_000 + id}, ${200_000 + id + which}, ${JSON.stringify(pageOf(title))}, ${sentence}]`,
            );
            return `[${tuples.join(', ')}]`;
          })
          .join(', ')}]`;
  const verifiable = label === 'NOT ENOUGH INFO' ? 'NOT VERIFIABLE' : 'VERIFIABLE';
  return `{"id": ${id}, "verifiable": "${verifiable}", "label": "${label}", "claim": ${JSON.stringify(claim)}, "evidence": ${sets}}`;
}

/** Writes lines to a file. */
export function writeLines(file, lines) {
  const handle = openSync(file, 'w');
  let block = '';
  for (const line of lines) {
    block += `${line}\n`;
    if (block.length < 1 << 20) continue;
    writeSync(handle, block);
    block = '';
  }
  writeSync(handle, block);
  closeSync(handle);
}

/** Claims of which every third is another one changed by a word: few words are frequent and most are rare, as in any language. */
export function* generateVariants(count, { seed = 31 } = {}) {
  const random = createRandom(seed);
  const whole = (below) => Math.floor(random() * below);
  const name = (most) => nameOf(Math.floor(most ** random()));
  const recent = [];
  for (let at = 0; at < count; at++) {
    let words = [...(recent[whole(recent.length)] ?? [])];
    if (at === 0 || random() >= 0.35) {
      const predicate = predicates[whole(predicates.length)].split(' ').slice(0, 3);
      const rest = Array.from({ length: 2 + whole(7) }, () => name(60_000).toLowerCase());
      words = [name(13_000), name(40_000), ...predicate.filter((word) => !word.startsWith('{')), ...rest];
    } else changeWord(words, { random, whole, name });
    recent.push(words);
    if (recent.length > 400) recent.shift();
    yield `${words.join(' ')}.`;
  }
}

/** Puts a name for a word, adds or takes away one, adds a year, or, one time in ten, changes nothing. */
function changeWord(words, { random, whole, name }) {
  const at = 1 + whole(words.length - 2);
  const kind = random();
  if (kind < 0.1) return;
  if (kind < 0.4) words[at] = name(50_000);
  else if (kind < 0.6) words.splice(at, 0, 'not');
  else if (kind < 0.8) words.splice(at, 1);
  else words.push('in', String(1900 + whole(120)));
}
