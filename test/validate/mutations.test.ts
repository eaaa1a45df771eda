import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { EvidenceIndex } from '../../src/corpus/evidence-index.ts';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import { applyEdits } from '../../src/diagnostic/apply-edits.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { decodeLossless } from '../../src/text/decode-utf8.ts';
import { readLines } from '../../src/text/source-line.ts';
import { findProfile } from '../../src/validate/profiles/index.ts';
import { createValidator } from '../../src/validate/validate.ts';
import { runs } from '../runs.ts';
import { createRandom, mutateLine, type Random } from './mutate-line.ts';

const root = resolve(import.meta.dirname, '../..');
const article = 'corpus/first-nagorno-karabakh-war.txt';
const evidence = new EvidenceIndex(parseCorpusFile(article, readFileSync(resolve(root, article))).articles);
const linesOf = (folder: string): string[] =>
  readdirSync(resolve(root, folder))
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) =>
      readFileSync(resolve(root, folder, name), 'utf8')
        .trimEnd()
        .split('\n'),
    );
const lines = { claim: linesOf('claims'), annotation: linesOf('claims/annotations') } as const;
type Kind = keyof typeof lines;

// Fewer do not reach all that can be wrong.
const count = Math.max(2000, runs(10_000));
const linesPerFile = 50;
/** As many as the command makes. */
const maxRounds = 10;
const profiles = [[], ['strict'], ['fever']].filter((ids) =>
  ids.every((id) => findProfile(id) !== undefined),
);

function check(bytes: Uint8Array, kind: Kind, which: number): Diagnostic[] {
  const validator = createValidator(evidence, {
    settings: { profiles: profiles[which % profiles.length] ?? [] },
  });
  const found = [...readLines('a.jsonl', [bytes])].flatMap((line) => [...validator.check(kind, line)]);
  return [...found, ...validator.finish()];
}

/** The bytes with all safe fixes made round by round, as the command makes them, and what is left then. */
function fix(bytes: Uint8Array, kind: Kind, which: number) {
  let fixed = bytes;
  let made = 0;
  for (let rounds = 0; ; rounds++) {
    const left = check(fixed, kind, which);
    const { text, invalidBytes } = decodeLossless(fixed);
    const groups = left.flatMap((diagnostic) => (diagnostic.fix === undefined ? [] : [diagnostic.fix]));
    for (const { span } of groups.flat()) {
      const isSound = span.start >= 0 && span.end >= span.start && span.end <= text.length;
      expect(isSound, JSON.stringify(span)).toBe(true);
    }
    const edited = applyEdits(text, invalidBytes.length > 0 ? [] : groups);
    if (edited.text === text || rounds === maxRounds) return { fixed, rounds, made, left };
    made += edited.applied;
    fixed = new TextEncoder().encode(edited.text);
  }
}

/** A file of broken lines with any line ends; sometimes with a byte that nobody meant, which keeps it from being fixed. */
function brokenFile(kind: Kind, random: Random): Uint8Array {
  const text = Array.from(
    { length: linesPerFile },
    () => `${mutateLine(random.one(lines[kind]), random)}${random.one(['\n', '\n', '\n', '\r\n'])}`,
  ).join('');
  const whole = `${random.below(4) === 0 ? '\uFEFF' : ''}${random.below(4) === 0 ? text.trimEnd() : text}`;
  const bytes = new TextEncoder().encode(whole);
  if (random.below(10) === 0) bytes[random.below(bytes.length)] = random.below(256);
  return bytes;
}

test(`${count} broken records: nothing fails, and fixing twice equals fixing once`, () => {
  const random = createRandom(20261122);
  const reached = new Set<string>();
  let fixed = 0;
  for (let which = 0; which < count / linesPerFile; which++) {
    const kind: Kind = which % 5 === 0 ? 'annotation' : 'claim';
    const bytes = brokenFile(kind, random);
    const once = fix(bytes, kind, which);
    expect(once.rounds, `the fixes of file ${which} come to an end`).toBeLessThan(maxRounds);
    fixed += once.made;
    for (const { ruleId } of once.left) reached.add(ruleId);
    if (which % 10 > 0) continue;
    const twice = fix(once.fixed, kind, which);
    expect({ rounds: twice.rounds, made: twice.made }).toEqual({ rounds: 0, made: 0 });
  }
  expect(fixed).toBeGreaterThan(count / 20);
  expect(
    [...reached].filter((id) => /^(?:file|schema|evidence|label|claim)\//.test(id)).length,
  ).toBeGreaterThan(30);
});
