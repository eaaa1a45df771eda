import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { labels } from '../../src/claims/label.ts';
import { EvidenceIndex } from '../../src/corpus/evidence-index.ts';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import { createRng } from '../../src/text/rng.ts';
import { readLines } from '../../src/text/source-line.ts';
import type { LineEntry, RecordEntry, RecordKind } from '../../src/validate/record-entry.ts';
import type { Example, Rule, RuleContext } from '../../src/validate/rule.ts';
import { rules } from '../../src/validate/rules/index.ts';
import { createValidator } from '../../src/validate/validate.ts';
import { bytesOf, evidenceOfText, exampleCorpus } from './run-example.ts';

const root = resolve(import.meta.dirname, '../..');
const encoder = new TextEncoder();

type Skippable = Exclude<Rule, { scope: 'dataset' }>;

/** How often each rule said that it finds nothing, and that it has to look. */
const answers = new Map<string, { yes: number; no: number }>();

/** Rules that also look where they said that they need not. None of them hides a record from another. */
function watched({ options = {} }: Pick<Example, 'options'> = {}): Rule[] {
  return rules.flatMap((rule): Rule[] =>
    rule.scope === 'dataset' || rule.skip === undefined ? [] : [watch(rule, options)],
  );
}

function watch(rule: Skippable, options: Readonly<Record<string, number>>): Rule {
  const count = answers.get(rule.id) ?? { yes: 0, no: 0 };
  answers.set(rule.id, count);
  const look = (entry: LineEntry, context: RuleContext) => {
    const own: RuleContext = { ...context, options: { ...context.options, ...options } };
    const skips = rule.skip?.(entry as never, own) === true;
    count[skips ? 'yes' : 'no'] += 1;
    const found = [...rule.check(entry as RecordEntry as never, own)];
    if (skips && found.length > 0)
      expect.fail(
        `${rule.id} skips ${entry.line.text}, but finds: ${found.map(({ message }) => message).join(' ')}`,
      );
    return [];
  };
  const { skip: _skip, ...rest } = rule;
  return { ...rest, severity: 'info', optIn: false, check: look } as unknown as Rule;
}

interface Source {
  readonly kind: RecordKind;
  readonly bytes: Uint8Array;
}

function check(all: readonly Rule[], evidence: EvidenceIndex, { kind, bytes }: Source): void {
  const titles = { has: (title: string) => evidence.article(title) !== undefined };
  for (const given of [evidence, undefined]) {
    const validator = createValidator(given, { rules: all, titles });
    for (const line of readLines('claims/a.jsonl', [bytes])) validator.check(kind, line);
  }
}

const examples = rules.flatMap((rule) => rule.examples.map((example): [Rule, Example] => [rule, example]));

/** Claims and annotations of the repository, cut to what is quick. */
const shipped = ['claims', 'claims/annotations'].flatMap((folder) =>
  readdirSync(resolve(root, folder))
    .filter((name) => name.endsWith('.jsonl') && name !== 'suppressions.jsonl')
    .map((name): Source => {
      const kind = folder === 'claims' ? 'claim' : 'annotation';
      return { kind, bytes: readFileSync(resolve(root, folder, name)) };
    }),
);
const article = readFileSync(resolve(root, 'corpus/first-nagorno-karabakh-war.txt'));
const shippedEvidence = new EvidenceIndex(parseCorpusFile('a.txt', article).articles);
const exampleEvidence = evidenceOfText(exampleCorpus);

test('every rule about a line or record can say that it finds nothing', () => {
  const without = rules.filter((rule) => rule.scope !== 'dataset' && rule.skip === undefined);
  expect(without.map(({ id }) => id)).toEqual([]);
});

describe('a rule that says it finds nothing finds nothing', () => {
  test('in the examples of all rules', () => {
    for (const [rule, example] of examples) {
      const evidence = evidenceOfText(rule.exampleCorpus ?? exampleCorpus);
      check(watched(), evidence, { kind: example.kind ?? 'claim', bytes: bytesOf(example) });
      if (example.options === undefined) continue;
      const own = watched(example).filter(({ id }) => id === rule.id);
      check(own, evidence, { kind: example.kind ?? 'claim', bytes: bytesOf(example) });
    }
  });

  test('in the claims and annotations of this repository', () => {
    expect(shipped.length).toBeGreaterThan(5);
    for (const source of shipped) check(watched(), shippedEvidence, source);
  });

  test('in the examples with random changes', () => {
    const rng = createRng(11);
    const random = (below: number) => Math.floor(rng() * below);
    const likely = [
      '"',
      '\\',
      ',',
      '[',
      ']',
      ' ',
      '\t',
      '\r',
      '\u0301',
      '\u00e9',
      '\u00a0',
      '\\u0301',
      '0',
      '_',
      'A',
      '.',
      '?',
      '(',
      '“',
    ];
    const all = watched();
    for (let round = 0; round < 800; round++) {
      const [, example] = examples[random(examples.length)] as [Rule, Example];
      let text = new TextDecoder().decode(bytesOf(example));
      for (let changes = 1 + random(2); changes > 0; changes--) {
        const at = random(text.length);
        text = text.slice(0, at) + (likely[random(likely.length)] ?? '') + text.slice(at + random(3));
      }
      check(all, exampleEvidence, { kind: example.kind ?? 'claim', bytes: encoder.encode(text) });
    }
  });

  const id = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...exampleEvidence).map((record) => record.id) },
    fc.constantFrom(
      'A_sentence_9',
      'A_title',
      'B_sentence_0',
      '\u0041\u030a_sentence_0',
      '\u00c5_sentence_0',
      'x',
      'A_cell_9_0_0',
    ),
  );
  const word = fc.constantFrom(
    'One',
    'one',
    'it',
    'is',
    'a',
    'number',
    '2',
    '1,000',
    'many',
    'may',
    'caf\u00e9',
    'cafe\u0301',
    '\u0430',
    '“',
    '"',
    '(',
    ')',
    '.',
    '?',
    ',',
    '  ',
    '\u00a0',
    'Who',
    'Three comes next',
  );
  const claim = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
  const evidence = fc.array(fc.array(id, { minLength: 1, maxLength: 4 }), { maxLength: 4 });
  const fingerprints = fc.dictionary(id, fc.constantFrom('0123456789abcdef', 'c0c2f9389d2db8ec'), {
    maxKeys: 2,
  });

  test('in any claim', () => {
    const all = watched();
    const records = fc.record(
      { id: fc.oneof(fc.nat(), word), claim, label: fc.constantFrom(...labels), evidence, fingerprints },
      { requiredKeys: ['id', 'claim', 'label', 'evidence'] },
    );
    fc.assert(
      fc.property(fc.array(records, { maxLength: 4 }), (some) => {
        check(all, exampleEvidence, {
          kind: 'claim',
          bytes: encoder.encode(some.map((record) => `${JSON.stringify(record)}\n`).join('')),
        });
      }),
      { numRuns: 300 },
    );
  });
});

afterAll(() => {
  // A rule that always skips, or never, has been shown to do nothing.
  const onlyOne = [...answers].filter(([, { yes, no }]) => yes === 0 || no === 0).map(([ruleId]) => ruleId);
  expect(onlyOne).toEqual([]);
});
