import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { corpusRules } from '../../src/corpus/corpus-rules.ts';
import { applyEdits } from '../../src/diagnostic/apply-edits.ts';
import { type RuleMeta, ruleUrl } from '../../src/diagnostic/rule-meta.ts';
import { formatRules } from '../../src/formats/format-rules.ts';
import { queryRules } from '../../src/retrieve/query/query-rules.ts';
import { scoreRules } from '../../src/score/findings/score-rules.ts';
import { decodeLossless, encodeUtf8 } from '../../src/text/decode-utf8.ts';
import { remapRules } from '../../src/validate/remap/remap-rules.ts';
import type { Example, Rule } from '../../src/validate/rule.ts';
import { rules } from '../../src/validate/rules/index.ts';
import { suppressionRules } from '../../src/validate/suppressions/suppression-rules.ts';
import { renderOverview, renderReaderRulePage, renderRulePage } from './rule-page.ts';
import { bytesOf, runExample, shortForm, textsOf } from './run-example.ts';

const root = resolve(import.meta.dirname, '../..');
/** What reading the articles, other formats and suppressions finds, what `claimset remap` asks, and what scoring and searching find. */
const readerRules: readonly RuleMeta[] = [
  ...Object.values(corpusRules),
  ...Object.values(formatRules),
  ...Object.values(remapRules),
  ...Object.values(scoreRules),
  ...Object.values(queryRules),
  ...Object.values(suppressionRules),
];

interface Case {
  readonly rule: Rule;
  readonly example: Example;
}

const cases = rules.flatMap((rule) =>
  rule.examples.map((example): [string, Case] => [`${rule.id}: ${example.name}`, { rule, example }]),
);

const findingsOf = ({ rule, example }: Case, bytes?: Uint8Array) =>
  runExample(rule, example, bytes).filter(({ ruleId }) => ruleId === rule.id);

/** Paths below a folder of the project without their ending, sorted; with `/`. */
function namesIn(folder: string, extension: string): string[] {
  const full = join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(extension) && path.includes('/'))
    .map((path) => path.slice(0, -extension.length))
    .sort();
}

describe('the registry', () => {
  const ids = rules.map(({ id }) => id);

  test('holds each rule of the folder once, sorted by id', () => {
    expect(ids).toEqual(namesIn('src/validate/rules', '.ts'));
  });

  test('shares no id with the rules of the readers', () => {
    const all = [...ids, ...readerRules.map(({ id }) => id)];
    expect(new Set(all).size).toBe(all.length);
  });

  test.each(ids)('%s is group/name in kebab-case', (id) => {
    expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)*\/[a-z]+(-[a-z0-9]+)*$/);
  });
});

describe('the texts of a rule', () => {
  test.each(rules.map((rule): [string, Rule] => [rule.id, rule]))('%s', (_, rule) => {
    for (const text of [rule.title, rule.why, rule.help, rule.source]) expect(text).toMatch(/^\S.*[.}]$/s);
    expect(rule.since).toMatch(/^\d+\.\d+\.\d+$/);
    expect(rule.examples.filter(({ expect: expected }) => expected === undefined)).not.toHaveLength(0);
    expect(rule.examples.filter(({ expect: expected }) => expected !== undefined)).not.toHaveLength(0);
    expect(new Set(rule.examples.map(({ name }) => name)).size).toBe(rule.examples.length);
    const reached = rule.examples.flatMap((example) =>
      findingsOf({ rule, example }).map(({ messageId }) => messageId),
    );
    expect([...new Set(reached)].sort()).toEqual(Object.keys(rule.messages).sort());
  });
});

describe('an example', () => {
  test.each(cases)('%s: gives the findings it promises', (_, example) => {
    expect(findingsOf(example).map(shortForm)).toEqual(example.example.expect ?? []);
  });

  test.each(cases.filter(([, { example }]) => example.expect === undefined))(
    '%s: is right for every other rule too',
    (_, { rule, example }) => {
      expect(runExample(rule, example).map(({ ruleId }) => ruleId)).toEqual([]);
    },
  );

  test.each(cases)('%s: findings point at the value they are about', (_, example) => {
    const texts = textsOf(example.rule, example.example);
    for (const { place, related, fix = [], suggestions = [] } of findingsOf(example)) {
      const text = texts.get(place.file) ?? '';
      const line = text.split(/\r?\n/)[place.start.line - 1] ?? '';
      // What is found behind the last line has only a place that was remembered.
      if (example.rule.scope !== 'dataset' || place.lineText !== '') expect(place.lineText).toBe(line);
      expect(line.slice(place.start.column - 1, place.end.column - 1)).toBe(
        text.slice(place.span.start, place.span.end),
      );
      expect(text.slice(place.span.start).length).toBeGreaterThanOrEqual(place.span.end - place.span.start);
      if (place.pointer !== undefined)
        expectPartOf(line, place.pointer, text.slice(place.span.start, place.span.end));
      for (const other of related) {
        const { file, start, span, pointer } = other.place;
        expect({ file, span }).not.toEqual({ file: place.file, span: place.span });
        if (pointer === undefined) continue;
        const otherText = texts.get(file) ?? '';
        const otherLine = otherText.split(/\r?\n/)[start.line - 1] ?? '';
        expectPartOf(otherLine, pointer, otherText.slice(span.start, span.end));
      }
      for (const { span } of [...fix, ...suggestions.flatMap(({ edits }) => edits)]) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }
  });
});

function valueAt(line: string, pointer: string): unknown {
  let value: unknown = JSON.parse(line);
  for (const step of pointer.split('/').slice(1)) value = (value as Record<string, unknown>)[step];
  return value;
}

/** The text at a place is the value of its pointer or, inside a string or at an opening bracket, a part of it. */
function expectPartOf(line: string, pointer: string, text: string): void {
  const value = JSON.stringify(valueAt(line, pointer));
  if (text === '{') expect(value.startsWith('{')).toBe(true);
  else if (text.startsWith('"') || (!value.startsWith('"') && /^[[{\d-]/.test(text)))
    expect(JSON.stringify(JSON.parse(text))).toBe(value);
  else expect(value).toContain(JSON.stringify(JSON.parse(`"${text}"`)).slice(1, -1));
}

describe('a fix', () => {
  const fixable = cases.filter(([, example]) => findingsOf(example).some(({ fix }) => fix !== undefined));

  test('is made by some rules', () => {
    expect([...new Set(fixable.map(([, { rule }]) => rule.id))]).toMatchInlineSnapshot(`
      [
        "claim/confusable-characters",
        "claim/doubled-blanks",
        "claim/no-final-period",
        "claim/surrounding-blanks",
        "evidence/duplicate-set",
        "evidence/repeated-id",
        "file/byte-order-mark",
        "file/empty-line",
        "file/line-ends",
        "file/no-final-line-end",
        "file/normal-form",
        "schema/unknown-challenge",
        "schema/unknown-label",
        "schema/unknown-mutation",
      ]
    `);
  });

  test.each(fixable)('%s: leaves nothing to fix, and nothing else changes', (_, example) => {
    const { text } = decodeLossless(bytesOf(example.example));
    const groups = findingsOf(example).flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
    const fixed = applyEdits(text, groups);
    expect(fixed.postponed).toBe(0);
    expect(fixed.text).not.toBe(text);
    const again = findingsOf(example, encodeUtf8({ text: fixed.text, invalidBytes: [] }));
    expect(again.filter(({ fix }) => fix !== undefined)).toEqual([]);
    expect(again).toEqual([]);
    // Outside of the edits every character stays: taking the replacements out gives the text without what they replaced.
    const edits = groups.flat().sort((a, b) => a.span.start - b.span.start);
    let kept = '';
    let from = 0;
    for (const { span, text: replacement } of edits) {
      kept += text.slice(from, span.start) + replacement;
      from = span.end;
    }
    expect(fixed.text).toBe(kept + text.slice(from));
    expect(withoutFixedKeys(fixed.text, example)).toEqual(withoutFixedKeys(text, example));
  });
});

describe('a suggestion', () => {
  const offering = cases.filter(([, example]) =>
    findingsOf(example).some(({ suggestions = [] }) => suggestions.length > 0),
  );

  test.each(offering)('%s: each one settles its finding', (_, example) => {
    const { text } = decodeLossless(bytesOf(example.example));
    const before = findingsOf(example);
    for (const { suggestions = [] } of before) {
      for (const { edits } of suggestions) {
        const { text: edited } = applyEdits(text, [edits]);
        const after = findingsOf(example, encodeUtf8({ text: edited, invalidBytes: [] }));
        expect(after.length).toBeLessThan(before.length);
      }
    }
  });
});

/** The records of a text without the members that the example's findings point into. */
function withoutFixedKeys(text: string, example: Case): unknown[] {
  const keys = new Set(findingsOf(example).map(({ place }) => place.pointer?.split('/')[1]));
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Object.entries(JSON.parse(line) as object).filter(([key]) => !keys.has(key)));
}

describe('the pages', () => {
  test.each(rules.map((rule): [string, Rule] => [rule.id, rule]))('%s', async (id, rule) => {
    await expect(renderRulePage(rule)).toMatchFileSnapshot(join(root, ruleUrl(id)));
  });

  test.each(readerRules.map((meta): [string, RuleMeta] => [meta.id, meta]))('%s', async (id, meta) => {
    await expect(renderReaderRulePage(meta)).toMatchFileSnapshot(join(root, ruleUrl(id)));
  });

  test('the overview', async () => {
    await expect(renderOverview(rules, readerRules)).toMatchFileSnapshot(join(root, 'docs/rules/README.md'));
  });

  test('belong to a rule each', () => {
    const ids = [...rules, ...readerRules].map(({ id }) => id);
    expect(namesIn('docs/rules', '.md').filter((name) => !ids.includes(name))).toEqual([]);
  });
});
