import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { actionIds } from '../../src/web/keyboard/actions.ts';
import { words } from '../../src/web/words/words.ts';

const folder = resolve(import.meta.dirname, '../../src/web');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: /\.(?:tsx?|css)$/.test(path) ? readFileSync(join(folder, path), 'utf8') : '',
}));
const code = files.filter(({ path }) => /\.tsx?$/.test(path) && !path.startsWith('words/'));

const findIn = (texts: readonly { readonly text: string }[], pattern: RegExp) =>
  texts.filter(({ text }) => pattern.test(text));

/** Words that are asked for by a variable. */
const asked = new Set(['evidence.added', 'evidence.removed']);

test.each(Object.entries(words))('all words of `%s` are said somewhere', (area, ofArea) => {
  const saying = findIn(code, new RegExp(`words\\.${area}\\b|\\b${area}\\b[^=]*\\} = words;`));
  const unsaid = Object.keys(ofArea)
    .filter((name) => !asked.has(`${area}.${name}`))
    .filter((name) => findIn(saying, new RegExp(`(?:\\.|[{,]\\s*)${name}\\b`)).length === 0);
  expect(unsaid).toEqual([]);
});

test('every action is done somewhere', () => {
  const doing = code.filter(
    ({ path, text }) => text.includes('useKeys(') || path === 'labels/label-actions.ts',
  );
  const undone = actionIds.filter(
    (id) => findIn(doing, new RegExp(`(?:'${id}'|[{,\\s]${id}):|useKeys\\(.*\\b${id}\\b`)).length === 0,
  );
  expect(undone).toEqual([]);
});

test('every class of the styles is given to something', () => {
  const styles = files.filter(({ path }) => path.endsWith('.css'));
  const names = styles.flatMap(({ text }) =>
    [...text.replace(/\/\*.*?\*\//gs, '').matchAll(/\.([a-z][\w-]+)/g)].map(([, name = '']) => name),
  );
  const given = (name: string) => findIn(code, new RegExp(`(?<![\\w-])${name}(?![\\w-])`)).length > 0;
  // A class whose last words come from data, such as `toast-${kind}`.
  const isComposed = (name: string): boolean =>
    [...name.matchAll(/-/g)].some(
      ({ index }) => findIn(code, new RegExp(`(?<![\\w-])${name.slice(0, index)}-\\$\\{`)).length > 0,
    );
  expect([...new Set(names)].filter((name) => !given(name) && !isComposed(name))).toEqual([]);
});
