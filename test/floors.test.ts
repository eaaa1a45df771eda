import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The floors of docs/architecture.md from the lowest up. Folders of one floor never import one another. */
const floors: readonly (readonly string[])[] = [
  ['text', 'version.ts'],
  ['diagnostic', 'errors.ts'],
  ['corpus', 'reporters'],
  ['claims'],
  ['stats'],
  ['annotate', 'baseline', 'formats', 'report', 'retrieve', 'score', 'split', 'validate'],
  ['io'],
  ['server', 'web'],
  ['cli'],
  ['index.ts'],
];
/** The shell: the only floors with Node's own modules and globals. */
const shell = ['io', 'server', 'cli'];
/** The page in the browser: it reaches what is pure, and neither Node nor the disk. */
const page = 'web';

const source = resolve(import.meta.dirname, '../src');
const all = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(source, join(entry.parentPath, entry.name)));
const files = all.filter((file) => /\.tsx?$/.test(file));

const styles = all.filter((file) => file.endsWith('.css'));

const imports = files.flatMap((file) => {
  const text = readFileSync(join(source, file), 'utf8');
  const specifiers = [...text.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return specifiers.map((specifier) => ({ file, specifier }));
});

const roomOf = (file: string): string => file.split('/')[0] ?? '';
const floorOf = (room: string): number => floors.findIndex((rooms) => rooms.includes(room));
const targetOf = (file: string, specifier: string): string => join(dirname(file), specifier);

describe('floors', () => {
  test('every folder and file of src has its floor', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => floorOf(room) < 0)).toEqual([]);
    expect(imports.length).toBeGreaterThan(100);
  });

  test('imports go down, or stay in the same folder', () => {
    const wrong = imports.filter(({ file, specifier }) => {
      if (!specifier.startsWith('.')) return false;
      const [from, to] = [roomOf(file), roomOf(targetOf(file, specifier))];
      return from !== to && floorOf(to) >= floorOf(from);
    });
    expect(wrong).toEqual([]);
  });

  test('every relative import names a file that exists, with its ending', () => {
    const known = new Set([...files, ...styles]);
    const wrong = imports.filter(
      ({ file, specifier }) => specifier.startsWith('.') && !known.has(targetOf(file, specifier)),
    );
    expect(wrong).toEqual([]);
  });

  test('only the shell imports Node’s modules or touches its globals', () => {
    const inBrowser = files.filter((file) => !shell.includes(roomOf(file)) && file !== 'web/vite.config.ts');
    expect(
      imports.filter(({ file, specifier }) => inBrowser.includes(file) && specifier.startsWith('node:')),
    ).toEqual([]);
    const pure = inBrowser.filter((file) => roomOf(file) !== page);
    const touching = pure.filter((file) =>
      /\b(?:Buffer\.|process\.|Math\.random\(|Date\.now\(|new Date\(\))/.test(
        readFileSync(join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
      ),
    );
    expect(touching).toEqual([]);
  });

  test('the page in the browser reaches nothing of the shell', () => {
    const reached = imports.filter(
      ({ file, specifier }) =>
        roomOf(file) === page &&
        specifier.startsWith('.') &&
        shell.includes(roomOf(targetOf(file, specifier))),
    );
    expect(reached).toEqual([]);
  });

  test('natural is imported by its parts: its main entry writes to stdout and loads database drivers', () => {
    expect(imports.filter(({ specifier }) => specifier === 'natural')).toEqual([]);
  });

  test('no import leads around in a circle', () => {
    const next = new Map<string, string[]>();
    for (const { file, specifier } of imports) {
      if (specifier.startsWith('.')) next.set(file, [...(next.get(file) ?? []), targetOf(file, specifier)]);
    }
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' > '));
      else if (!done.has(file)) {
        for (const target of next.get(file) ?? []) visit(target, [...way, file]);
        done.add(file);
      }
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});
