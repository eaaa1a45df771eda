import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Config } from '../../../src/claims/config.ts';
import { defaultConfig } from '../../../src/claims/default-config.ts';
import type { OpenClaim } from '../../../src/claims/open-claim.ts';
import { noAnswers } from '../../../src/io/release/answers.ts';
import { printChangelog } from '../../../src/io/release/changelog.ts';
import { parseChecksums, printChecksums } from '../../../src/io/release/checksums.ts';
import { printCitation } from '../../../src/io/release/citation.ts';
import { dataStatement } from '../../../src/io/release/data-statement.ts';
import { datasheet } from '../../../src/io/release/datasheet.ts';
import { printLicence } from '../../../src/io/release/licence-file.ts';
import { openQuestionsOf } from '../../../src/io/release/todo.ts';
import { diffClaims } from '../../../src/stats/diff-claims.ts';
import { bumpOf } from '../../../src/stats/version-bump.ts';
import { root } from '../../cli/run-command.ts';

const config: Config = { ...defaultConfig, title: 'Facts: a "set"', version: '1.2.0' };

describe('CITATION.cff', () => {
  test('says only what is known, and what the schema requires', () => {
    expect(parse(printCitation(config, noAnswers))).toEqual({
      'cff-version': '1.2.0',
      message: expect.any(String),
      type: 'dataset',
      title: 'Facts: a "set"',
      authors: [{ name: 'TODO(author)' }],
      version: '1.2.0',
      keywords: expect.any(Array),
    });
  });

  test('has the author’s people, else the creator; no licence or address that the schema refuses', () => {
    const full = { ...config, creator: 'A: team', description: 'D\n# e', published: '2026-01-02' };
    const answers = { ...noAnswers, authors: [{ 'family-names': 'Doe' }] };
    expect(
      parse(printCitation({ ...full, license: 'CC-BY-4.0', url: 'https://a.org' }, answers)),
    ).toMatchObject({
      authors: [{ 'family-names': 'Doe' }],
      abstract: 'D\n# e',
      license: 'CC-BY-4.0',
      url: 'https://a.org',
      'date-released': '2026-01-02',
    });
    const other = parse(printCitation({ ...full, license: 'my own', url: 'a.org' }, noAnswers)) as object;
    expect(other).toMatchObject({ authors: [{ name: 'A: team' }] });
    expect(Object.keys(other)).not.toContain('license');
    expect(Object.keys(other)).not.toContain('url');
  });
});

test.each([
  ['CC-BY-SA-3.0', 'https://creativecommons.org/licenses/by-sa/3.0/legalcode'],
  ['cc0-1.0', 'https://creativecommons.org/publicdomain/zero/1.0/legalcode'],
])('the licence %s is named with the address of its text', (license, url) => {
  expect(printLicence({ ...config, license, attribution: 'By them.' })).toContain(
    `The licence: ${url}\n\nBy them.\n`,
  );
});

test.each(['', 'MIT', '__proto__'])('of the licence %j no text is known', (license) => {
  expect(printLicence({ ...config, license })).toBeUndefined();
});

describe('CHANGELOG.md', () => {
  const claim = (id: number, change: object = {}): OpenClaim => ({
    id,
    claim: `Claim ${id}.`,
    label: 'SUPPORTS',
    evidence: [],
    ...change,
  });
  const compared = (before: readonly OpenClaim[], after: readonly OpenClaim[], version = '1.1.0') => {
    const versionOf = (claims: readonly OpenClaim[]) => () =>
      claims.map((one) => ({ claim: one, split: 'train' }));
    const diff = diffClaims(versionOf(before), versionOf(after));
    return { version, diff, bump: bumpOf(diff) };
  };

  test('begins with the first release', () => {
    expect(printChangelog(config, 1, undefined, undefined)).toBe(
      '# Changelog\n\n## 1.2.0\n\nThe first release: 1 claim.\n',
    );
  });

  test('puts what changed over what was there, day and all', () => {
    const difference = compared([claim(1)], [claim(1, { label: 'REFUTES' }), claim(2)]);
    const earlier = '# Changelog\n\n## 1.1.0\n\nThe first release: 1 claim.\n';
    expect(
      printChangelog({ ...config, published: '2026-01-02' }, 2, difference, earlier),
    ).toMatchInlineSnapshot(`
      "# Changelog

      ## 1.2.0 (2026-01-02)

      MAJOR: existing claims were edited, removed, renamed or moved between splits (Croissant 1.1, Version). label changed (1). Compared with 1.1.0.

      **label changed** (1)

      - \`1\`: \`SUPPORTS\` → \`REFUTES\`: \`Claim 1.\`

      **added** (1)

      - \`2\` (\`SUPPORTS\`, \`train\`): \`Claim 2.\`

      ## 1.1.0

      The first release: 1 claim.
      "
    `);
  });

  test('an entry stays where the same claims are released again, and is written anew where they are others', () => {
    const earlier = '# Changelog\n\n## 1.2.0\n\nThe entry.\n\n## 1.1.0\n\nOld.\n';
    const same = printChangelog(
      { ...config, published: '2026-01-02' },
      1,
      compared([claim(1)], [claim(1)]),
      earlier,
    );
    expect(same).toBe(earlier.replace('## 1.2.0', '## 1.2.0 (2026-01-02)'));
    const other = printChangelog(config, 2, compared([claim(1)], [claim(1), claim(2)]), earlier);
    expect(other).toContain('**added** (1)');
    expect(other).not.toContain('The entry.');
    expect(other).toContain('## 1.1.0\n\nOld.\n');
  });

  test('a claim cannot make an entry of its own', () => {
    const difference = compared([], [claim(1, { claim: 'x`\n## 9.9.9\n' })]);
    const text = printChangelog(config, 1, difference, undefined);
    expect(text.match(/^## /gm)).toHaveLength(1);
    expect(printChangelog({ ...config, version: '1.3.0' }, 1, difference, text).match(/^## .*/gm)).toEqual([
      '## 1.3.0',
      '## 1.2.0',
    ]);
  });
});

test('checksums are sorted lines of sha256sum', () => {
  const files = [
    { path: 'b', sha256: 'b'.repeat(64) },
    { path: 'a/x y', sha256: 'a'.repeat(64) },
  ];
  expect(printChecksums(files)).toBe(`${'a'.repeat(64)}  a/x y\n${'b'.repeat(64)}  b\n`);
  expect(parseChecksums(printChecksums(files))).toEqual(files.toReversed());
});

test('what is left for the author is found with its line', () => {
  expect(openQuestionsOf('a.md', 'x\n\n- TODO(author): why?\n')).toEqual([
    { file: 'a.md', line: 3, text: 'TODO(author): why?' },
  ]);
});

describe.each([datasheet, dataStatement])('$id', ({ id, sections }) => {
  test('docs/release.md lists the keys of all questions', () => {
    const page = readFileSync(join(root, 'docs/release.md'), 'utf8');
    const rows = sections.flatMap(({ title, questions }) => [
      `| **${title}** | |`,
      ...questions.map(({ id: key, question }) => `| \`${key}\` | ${question} |`),
    ]);
    expect(page).toContain(`\`${id}\`:\n\n| key | question |\n|---|---|\n${rows.join('\n')}\n`);
  });

  test('no key stands twice', () => {
    const keys = sections.flatMap(({ questions }) => questions.map(({ id: key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
