import {
  appendFileSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../src/claims/annotation.ts';
import { lineFingerprint, noLine } from '../../../src/claims/line-fingerprint.ts';
import { AnnotationJournals, isAnnotatorName } from '../../../src/io/journal/annotation-journals.ts';
import { JournalFile } from '../../../src/io/journal/journal-file.ts';
import { temporaryFolder } from '../../cli/run-command.ts';

const answer = (number: number, more: Partial<Annotation> = {}): Annotation => ({
  claim: number,
  annotator: 'ann',
  label: 'SUPPORTS',
  evidence: [['A_sentence_0']],
  at: '2026-01-31T12:00:00Z',
  device: 'd',
  number,
  ...more,
});

function journal(text?: string) {
  const folder = temporaryFolder();
  const [path, torn] = [join(folder, 'ann.jsonl'), join(folder, 'torn')];
  if (text !== undefined) writeFileSync(path, text);
  const open = () => {
    const file = new JournalFile(path, torn);
    file.repair();
    return file;
  };
  return { path, torn, open, text: () => readFileSync(path, 'utf8') };
}

describe('a journal', () => {
  test('numbers and chains its lines, and knows them again', () => {
    const { open, text } = journal();
    const file = open();
    expect(file.append([answer(1), answer(2)]).map(({ seq }) => seq)).toEqual([1, 2]);
    file.append([answer(3)]);
    const lines = text().trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as Annotation).prev)).toEqual([
      noLine,
      lineFingerprint(lines[0] ?? ''),
      lineFingerprint(lines[1] ?? ''),
    ]);
    const again = open();
    expect(again.problems).toEqual([]);
    expect(again.records).toEqual(file.records);
    expect([again.has('d', 3), again.has('d', 4), again.has('e', 3)]).toEqual([true, false, false]);
  });

  test('goes on behind lines by hand, also where the last has no line end', () => {
    const byHand = JSON.stringify({ ...answer(1), device: undefined, number: undefined });
    const { open, text } = journal(byHand);
    open().append([answer(2)]);
    expect(text().startsWith(`${byHand}\n{`)).toBe(true);
    expect(JSON.parse(text().split('\n')[1] ?? '')).toMatchObject({ seq: 1, prev: lineFingerprint(byHand) });
    expect(open().problems).toEqual([]);
  });

  test('a last line that was cut off is taken out and kept', () => {
    const { open, path, torn, text } = journal();
    open().append([answer(1)]);
    const whole = text();
    appendFileSync(path, '{"claim":2,"annotator":"an');
    const file = open();
    file.repair();
    expect(text()).toBe(whole);
    expect(file.problems.map(({ kind, line }) => [kind, line])).toEqual([['torn', 2]]);
    const [kept = ''] = readdirSync(torn);
    expect(readFileSync(join(torn, kept), 'utf8')).toBe('{"claim":2,"annotator":"an');
    file.append([answer(3)]);
    expect(open().problems).toEqual([]);
  });

  test('cut off at any byte, it has all whole lines, and the next follows them', () => {
    const { open, path, torn, text } = journal();
    open().append([1, 2, 3].map((number) => answer(number, { comment: 'Ä 😀' })));
    const whole = Buffer.from(text());
    for (const ends of ['\n', '\r\n']) {
      const bytes = Buffer.from(whole.toString().replaceAll('\n', ends));
      // From the end of the second line on: no line before is read in another way.
      for (let size = bytes.lastIndexOf('{') - 4; size < bytes.length; size++) {
        const cut = bytes.subarray(0, size).toString();
        writeFileSync(path, bytes.subarray(0, size));
        const claims = new JournalFile(path, torn).records.map(({ claim }) => claim);
        expect(claims).toEqual([1, 2, 3].slice(0, cut.split('\n').length - (/\}\r?$/.test(cut) ? 0 : 1)));
        // Each of these writes to the disk: some, and those about the line ends.
        if (size % 97 > 0 && !cut.endsWith('\r')) continue;
        open().append([answer(9)]);
        const again = open();
        expect([again.problems, again.records.map(({ claim }) => claim)]).toEqual([[], [...claims, 9]]);
      }
    }
  });

  test.each<[string, (path: string) => void]>([
    ['replaced by another file', (path) => renameSync(`${path}.old`, path)],
    ['removed', (path) => rmSync(path)],
    ['begun with a byte order mark', (path) => writeFileSync(path, `\uFEFF${readFileSync(path, 'utf8')}`)],
  ])('goes on when it is %s between two lines', (_, change) => {
    const { open, path } = journal();
    const file = open();
    file.append([answer(1)]);
    copyFileSync(path, `${path}.old`);
    file.append([answer(2)]);
    change(path);
    file.append([answer(3)]);
    expect(open().records).toEqual(file.records);
    expect(file.records.at(-1)).toMatchObject({ claim: 3, seq: file.records.length });
    expect(open().problems.filter(({ kind }) => kind !== 'chain')).toEqual([]);
  });

  test.each<[string, (lines: string[]) => string[], string[]]>([
    ['a line changed', ([a = '', ...rest]) => [a.replace('SUPPORTS', 'REFUTES'), ...rest], ['chain 2']],
    ['a line lost', ([a = '', , c = '']) => [a, c], ['chain 2']],
    ['a line put in', ([a = '', ...rest]) => [a, JSON.stringify(answer(9)), ...rest], ['chain 2', 'chain 3']],
    ['a line that is no record', (lines) => [...lines, '{"claim":true}'], ['unreadable 4']],
  ])('shows %s', (_, change, problems) => {
    const { open, path, text } = journal();
    open().append([answer(1), answer(2), answer(3)]);
    writeFileSync(path, `${change(text().trimEnd().split('\n')).join('\n')}\n`);
    expect(open().problems.map(({ kind, line }) => `${kind} ${line}`)).toEqual(problems);
  });

  test('reads what others have added before it writes', () => {
    const { open } = journal();
    const [one, other] = [open(), open()];
    one.append([answer(1)]);
    other.append([answer(2)]);
    expect(one.append([answer(3)]).map(({ seq }) => seq)).toEqual([3]);
    expect(open().problems).toEqual([]);
    expect(one.records.map(({ claim }) => claim)).toEqual([1, 2, 3]);
  });

  test('of records that cannot be written none is', () => {
    const { open, path, text } = journal();
    const file = open();
    file.append([answer(1)]);
    const [before, size] = [text(), statSync(path).size];
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(() => file.append([answer(2), { ...answer(3), circle }])).toThrow(TypeError);
    expect([text(), statSync(path).size]).toEqual([before, size]);
    expect(file.append([answer(2)]).map(({ seq }) => seq)).toEqual([2]);
  });
});

describe('the journals of a dataset', () => {
  test('are found, written by name, and read again when they change', () => {
    const folder = temporaryFolder();
    const journals = AnnotationJournals.open(folder, join(folder, '.torn'));
    expect([...journals.records()]).toEqual([]);
    journals.append('ann', [answer(1)]);
    journals.append('bob', [answer(1, { annotator: 'bob' })]);
    expect(existsSync(join(folder, 'annotations/bob.jsonl'))).toBe(true);
    const others = AnnotationJournals.open(folder, join(folder, '.torn'));
    expect([...others.records()].map(({ annotator }) => annotator)).toEqual(['ann', 'bob']);
    expect(journals.refresh()).toBe(false);
    others.append('ann', [answer(2)]);
    expect(journals.refresh()).toBe(true);
    expect(journals.has('ann', 'd', 2)).toBe(true);
    expect(journals.has('bob', 'd', 2)).toBe(false);
  });

  test('are no links to elsewhere', () => {
    const [folder, other] = [temporaryFolder(), temporaryFolder()];
    const journals = AnnotationJournals.open(folder, join(folder, '.torn'));
    mkdirSync(join(folder, 'annotations'));
    writeFileSync(join(other, 'secret'), 'x');
    symlinkSync(join(other, 'secret'), join(folder, 'annotations/ann.jsonl'));
    expect(() => journals.append('ann', [answer(1)])).toThrow(/is a link to elsewhere/);
    expect(readFileSync(join(other, 'secret'), 'utf8')).toBe('x');
    rmSync(join(folder, 'annotations'), { recursive: true });
    symlinkSync(other, join(folder, 'annotations'));
    expect(() => journals.refresh()).toThrow(/is a link to elsewhere/);
  });

  test('that another program is just writing are left to it until there is a line to add', () => {
    const folder = temporaryFolder();
    const journals = AnnotationJournals.open(folder, join(folder, '.torn'));
    const path = join(folder, 'annotations/bob.jsonl');
    const line = JSON.stringify(answer(1, { annotator: 'bob' }));
    mkdirSync(dirname(path));
    const copying = openSync(path, 'w');
    writeSync(copying, `${line}\n${line.slice(0, 20)}`);
    expect(journals.refresh()).toBe(true);
    expect([[...journals.records()].length, journals.problems[0]?.kind]).toEqual([1, 'torn']);
    writeSync(copying, `${line.slice(20)}\n`);
    closeSync(copying);
    journals.refresh();
    expect([[...journals.records()].length, journals.problems]).toEqual([2, []]);
    expect(readFileSync(path, 'utf8')).toBe(`${line}\n${line}\n`);
    // Cut off for good.
    appendFileSync(path, line.slice(0, 20));
    journals.append('bob', [answer(2, { annotator: 'bob' })]);
    expect(AnnotationJournals.open(folder, join(folder, '.torn')).problems).toEqual([]);
    expect(readdirSync(join(folder, '.torn'))).toHaveLength(1);
  });

  test.each([
    ['ann', true],
    ['Amélie-2', true],
    ['..', false],
    ['../evil', false],
    ['a/b', false],
    ['', false],
    ['.hidden', false],
    ['a b', false],
    ['ends.', false],
    ['a'.repeat(65), false],
    ['<b>', false],
  ])('%j may be a name: %s', (name, may) => {
    expect(isAnnotatorName(name)).toBe(may);
  });
});
