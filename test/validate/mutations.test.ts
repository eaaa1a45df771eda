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

const count = 10_000;
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
function fix(
  bytes: Uint8Array,
  kind: Kind,
  which: number,
): { fixed: Uint8Array; rounds: number; left: Diagnostic[] } {
  let fixed = bytes;
  for (let rounds = 0; ; rounds++) {
    const left = check(fixed, kind, which);
    const { text, invalidBytes } = decodeLossless(fixed);
    const groups = left.flatMap((diagnostic) => (diagnostic.fix === undefined ? [] : [diagnostic.fix]));
    for (const { span } of groups.flat()) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
    const edited = invalidBytes.length > 0 ? text : applyEdits(text, groups).text;
    if (edited === text || rounds === maxRounds) return { fixed, rounds, left };
    fixed = new TextEncoder().encode(edited);
  }
}

/** A file of two or three lines, one of them broken, with any line ends; sometimes with a byte that nobody meant. */
function brokenFile(kind: Kind, random: Random): Uint8Array {
  const some = Array.from({ length: 2 + random.below(2) }, () => random.one(lines[kind]));
  const broken = random.below(some.length);
  const text = some
    .map(
      (line, which) =>
        `${which === broken ? mutateLine(line, random) : line}${random.one(['\n', '\n', '\n', '\r\n'])}`,
    )
    .join('');
  const whole = `${random.below(20) === 0 ? '\uFEFF' : ''}${random.below(10) === 0 ? text.trimEnd() : text}`;
  const bytes = new TextEncoder().encode(whole);
  if (random.below(10) === 0) bytes[random.below(bytes.length)] = random.below(256);
  return bytes;
}

test(`${count} broken files: nothing fails, and fixing twice equals fixing once`, () => {
  const random = createRandom(20261122);
  const reached = new Set<string>();
  let fixes = 0;
  for (let which = 0; which < count; which++) {
    const kind: Kind = random.below(5) === 0 ? 'annotation' : 'claim';
    const bytes = brokenFile(kind, random);
    const shown = () => `file ${which}: ${JSON.stringify(decodeLossless(bytes).text)}`;
    const { fixed, rounds, left } = fix(bytes, kind, which);
    if (rounds === maxRounds) expect.fail(`the fixes never end; ${shown()}`);
    if (rounds > 0) {
      fixes += 1;
      const again = fix(fixed, kind, which);
      if (again.rounds > 0) expect.fail(`a second run fixes more; ${shown()}`);
    }
    for (const { ruleId } of left) reached.add(ruleId);
  }
  expect(fixes).toBeGreaterThan(count / 20);
  expect(
    [...reached].filter((id) => /^(?:file|schema|evidence|label|claim)\//.test(id)).length,
  ).toBeGreaterThan(40);
});
