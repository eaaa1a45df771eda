import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { optionName, settingName } from '../src/cli/leak/budgets.ts';
import { sections } from '../src/report/sections/index.ts';
import { namedFigures } from '../src/stats/agreement/agreement-report.ts';
import { budgetKinds } from '../src/stats/artefacts/bias-budgets.ts';
import { auditKinds } from '../src/stats/leak-audit/audit-kinds.ts';
import { copyOfDataset, root, runCommand } from './cli/run-command.ts';

/** The draft that README's annotator checks: one claim with an id that is off, and no period. */
const draft = {
  id: 'draft-1',
  claim: 'Full-scale fighting over Nagorno-Karabakh began in early 1992',
  label: 'SUPPORTS',
  evidence: [['First Nagorno-Karabakh War_sentnce_9']],
};

/** `["a b", "c"]` of `a b "c"`: words and quoted strings. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');

test.each([
  ['README.md', 8],
  ['docs/splits.md', 2],
  ['docs/balance.md', 1],
  ['docs/progress.md', 1],
  ['docs/mutate.md', 1],
  ['docs/search.md', 3],
  ['docs/suggest.md', 2],
])(
  '%s shows what the commands print (`npx vitest run test/readme.test.ts -u` writes it anew)',
  async (page, blocks) => {
    const cwd = copyOfDataset();
    writeFileSync(join(cwd, 'draft.jsonl'), `${JSON.stringify(draft)}\n`);
    const path = resolve(root, page);
    const parts = readFileSync(path, 'utf8').split(/^```console\n([\s\S]*?)^```$/m);
    for (let which = 1; which < parts.length; which += 2) {
      const command = (parts[which] ?? '').split('\n', 1)[0] ?? '';
      const [program, ...argv] = wordsOf(command.replace(/^\$ /, ''));
      expect(program).toBe('claimset');
      const { stdout, stderr } = await runCommand(argv, { cwd });
      parts[which] = `\`\`\`console\n${command}\n${stdout}${stderr}\`\`\``;
    }
    expect(parts.length).toBeGreaterThan(2 * blocks);
    await expect(parts.join('')).toMatchFileSnapshot(path);
  },
);

/** The names of settings in a JSON Schema, such as `split.seed`. */
function settingsOf(schema: JsonSchema, before = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) =>
    value.properties === undefined ? [`${before}${key}`] : settingsOf(value, `${before}${key}.`),
  );
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

const configSettings = settingsOf(
  JSON.parse(readFileSync(resolve(root, 'schema/config.schema.json'), 'utf8')),
).filter((name) => name !== '$schema');

test.each([
  ['configuration.md', configSettings],
  ['agreement.md', namedFigures.map(({ id }) => id).filter((id) => !/:(?!SUPPORTS)/.test(id))],
  ['bias.md', budgetKinds.flatMap(({ id, key }) => [id, `bias.${key}`])],
  ['leak.md', auditKinds.flatMap((kind) => [optionName(kind), `leak.${settingName(kind)}`])],
])('docs/%s names all that can be set', (page, names) => {
  const text = readFileSync(resolve(root, 'docs', page), 'utf8');
  expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

test('docs/report.md has a row for each section', () => {
  const text = readFileSync(resolve(root, 'docs/report.md'), 'utf8');
  expect(sections.filter(({ title }) => !text.includes(`\n| ${title} |`)).map(({ id }) => id)).toEqual([]);
});

/** The headings of a page as links name them (GitHub's way). */
function anchorsOf(page: string): string[] {
  const text = readFileSync(page, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('every file and heading that README and docs link to is there', () => {
  const pages = [
    ...['README.md', 'CONTRIBUTING.md', 'claims/README.md', 'corpus/README.md'],
    ...readdirSync(resolve(root, 'docs'), { recursive: true })
      .map((page) => `docs/${String(page)}`)
      .filter((page) => page.endsWith('.md')),
  ];
  const missing = pages.flatMap((page) => {
    const links = [...readFileSync(resolve(root, page), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)];
    return links
      .map(([, link = '']) => link)
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => {
        const [file = '', anchor] = link.split('#');
        const target = file === '' ? resolve(root, page) : resolve(root, page, '..', file);
        return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
      })
      .map((link) => `${page}: ${link}`);
  });
  expect(missing).toEqual([]);
});
