import { describe, expect, test } from 'vitest';
import { ToolError } from '../../../src/errors.ts';
import { noAnswers } from '../../../src/io/release/answers.ts';
import { parseAnswers } from '../../../src/io/release/parse-answers.ts';

describe('answers', () => {
  test('persons, entities and texts are read; what is to do or empty is no answer', () => {
    const text = [
      'authors:',
      '  - family-names: Doe',
      '    given-names: Jane',
      '    orcid: https://orcid.org/0000-0002-1825-009X',
      '  - name: A Project',
      'datasheet:',
      '  purpose: |',
      '    Two',
      '    lines.',
      '  funding: TODO(author)',
      "  sample: ''",
      'data-statement:',
      '  curation: "One: two."',
    ];
    expect(parseAnswers(text.join('\n'))).toEqual({
      authors: [
        { 'family-names': 'Doe', 'given-names': 'Jane', orcid: 'https://orcid.org/0000-0002-1825-009X' },
        { name: 'A Project' },
      ],
      datasheet: { purpose: 'Two\nlines.\n' },
      'data-statement': { curation: 'One: two.' },
    });
  });

  test.each(['', '# nothing\n', '{}', 'authors: []\n'])('%j says nothing', (text) => {
    expect(parseAnswers(text)).toEqual(noAnswers);
  });

  test.each([
    ['datasheet:\n  purpose: [\n', 'release.yaml:3:1 is not YAML'],
    [
      'datasheet:\n  porpose: x\n',
      'release.yaml:2:12 datasheet.porpose: there is no such question. Did you mean "purpose"',
    ],
    ['datasheet:\n  purpose: a\n  purpose: b\n', 'release.yaml:3:3 is not YAML: Map keys must be unique'],
    ['other: x\n', 'Unrecognized key: "other"'],
    ['datasheet:\n  purpose: 7\n', 'release.yaml:2:12 datasheet.purpose: Invalid input: expected string'],
    ['- a\n', 'expected object'],
    ['authors:\n  - given-names: Jane\n', 'release.yaml:2:5 authors.0: expected `family-names`'],
    ['authors:\n  - family-names: D\n    orcid: 0000\n', 'authors.0: expected `family-names`'],
    [
      'a: &a [x]\ndatasheet: {purpose: *a}\n',
      'release.yaml:1:1 cannot be read: Alias resolution is disabled',
    ],
    ['datasheet:\n  __proto__: x\n', 'datasheet.__proto__: there is no such question'],
  ])('%j is refused with its place', (text, message) => {
    expect(() => parseAnswers(text)).toThrow(message);
  });

  test('what nests deep is refused, not a failure of the program', () => {
    expect(() => parseAnswers(`datasheet: ${'['.repeat(50_000)}`)).toThrow(ToolError);
  });
});
