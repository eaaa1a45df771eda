import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/validate/rules/index.ts';
import { copyOfDataset, runCommand, temporaryFolder } from './run-command.ts';

const title = 'First Nagorno-Karabakh War';
const id = (local: string): string => `${title}_${local}`;

/** Lines added to a copy of the shipped claims, one breakage each, with the rule that must tell of it. */
const base = { claim: 'A sentence of a test.', label: 'SUPPORTS', evidence: [[id('sentence_6')]] };
const line = (record: object): string => JSON.stringify({ id: 'broken', ...base, ...record });
const taken = 'Between 1988 and 1994, a first sentence that nobody wrote before stood in a test.';

/** What a breakage needs besides its lines. */
interface Breaking {
  /** Settings of rules in the configuration, for rules that are off or only tell. */
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly args?: readonly string[];
  /** Texts of further files. */
  readonly files?: Readonly<Record<string, string>>;
  readonly endsWithoutLineEnd?: boolean;
  /** `file:line` of the finding where that is not the last of the lines. */
  readonly at?: string;
}

type Breakage = readonly [ruleId: string, lines: readonly (string | Buffer)[], more?: Breaking];

const other = 'B\n\nFrom Wikipedia for FEVERv2\n\nA sentence of another article. B_sentence_0\n';
const warned = (ruleId: string): Breaking => ({ rules: { [ruleId]: 'warning' } });

const third = 'claims/annotations/third.jsonl';
/** A further journal of annotations, each a claim, an annotator and a label. */
const journal = (
  ...said: readonly (readonly [claim: string, annotator: string, label: string])[]
): Breaking => ({
  files: {
    [third]: said
      .map(([claim, annotator, label]) => ({
        claim,
        annotator,
        label,
        evidence: [[id('sentence_6')]],
        at: '2025-01-31T12:00:00Z',
      }))
      .map((annotation) => `${JSON.stringify(annotation)}\n`)
      .join(''),
  },
});
const shipped = Array.from({ length: 60 }, (_, at) => `nkw-00${String(at + 1).padStart(2, '0')}`);
const cued = (number: number) =>
  line({
    id: `c${number}`,
    claim: `A sentence of test number ${number} never stood here.`,
    label: 'REFUTES',
  });

const breakages: readonly Breakage[] = [
  ['claim/confusable-characters', [line({ claim: 'A sentence of a t\u0435st.' })]],
  [
    'claim/copied-evidence',
    [line({ claim: 'In the meantime, the Shusha massacre occurred.', evidence: [[id('sentence_27')]] })],
  ],
  ['claim/doubled-blanks', [line({ claim: 'A sentence  of a test.' })]],
  ['claim/empty', [line({ claim: '...' })]],
  ['claim/hedge', [line({ claim: 'A sentence may stand in a test.' })]],
  ['claim/length', [line({ claim: 'Test sentence.' })]],
  ['claim/lower-case-start', [line({ claim: 'a sentence of a test.' })]],
  ['claim/no-final-period', [line({ claim: 'A sentence without period' })]],
  ['claim/not-statement', [line({ claim: 'Is a sentence in a test?' })]],
  ['claim/pronoun-subject', [line({ claim: 'It stood in a test.' })]],
  ['claim/several-sentences', [line({ claim: 'A sentence stood in a test. The next one followed.' })]],
  ['claim/surrounding-blanks', [line({ claim: ' Blanks stand around. ' })]],
  ['claim/unbalanced', [line({ claim: 'A sentence (of a test.' })]],
  [
    'claim/unknown-entity',
    [line({ claim: 'A sentence of Zaphod stood in a test.' })],
    warned('claim/unknown-entity'),
  ],
  ['claim/unsupported-number', [line({ claim: 'A sentence stood in 7,654,321 tests.' })]],
  ['claim/vague-quantifier', [line({ claim: 'A sentence stood in many tests.' })]],
  [
    'dataset/annotator-label-share',
    [],
    {
      ...journal(...shipped.map((claim) => [claim, 'third', 'REFUTES'] as const)),
      // Who always says the same agrees with nobody either.
      rules: { 'dataset/low-agreement': 'off' },
      at: `${third}:1`,
    },
  ],
  [
    'dataset/broken-chain',
    [],
    {
      files: {
        [third]: `${JSON.stringify({ claim: 'nkw-0001', annotator: 'third', label: 'SUPPORTS', evidence: [[id('sentence_2')]], at: '2026-01-31T12:00:00Z', prev: 'f'.repeat(16) })}\n`,
      },
      at: `${third}:1`,
    },
  ],
  ['dataset/conflicting-claim', [line({ id: 'b1', claim: taken }), line({ claim: taken, label: 'REFUTES' })]],
  [
    'dataset/duplicate-claim',
    [line({ id: 'b1', claim: taken }), line({ claim: taken.replace('a first', 'A first') })],
  ],
  ['dataset/duplicate-id', [line({ id: 'b1' }), line({ id: 'b1', claim: 'Another sentence.' })]],
  [
    'dataset/label-imbalance',
    [],
    { rules: { 'dataset/label-imbalance': { options: { maxShare: 0.2 } } }, at: 'claims/aftermath.jsonl:1' },
  ],
  [
    'dataset/low-agreement',
    [],
    {
      ...journal(['nkw-0001', 'third', 'REFUTES']),
      rules: { 'dataset/low-agreement': { options: { minAlpha: 1 } } },
      at: 'claims/tables.jsonl:1',
    },
  ],
  [
    'dataset/near-duplicate-across-splits',
    [
      line({ id: 'b1', claim: taken, evidence: [[id('sentence_7')]], split: 'train' }),
      line({ claim: taken.replace('1994', '1995'), evidence: [[id('sentence_8')]], split: 'dev' }),
    ],
  ],
  [
    'dataset/shared-evidence-across-splits',
    [
      line({ id: 'b1', claim: taken, evidence: [[id('sentence_7')]], split: 'train' }),
      line({ evidence: [[id('sentence_7')]], split: 'dev' }),
    ],
  ],
  [
    'dataset/skewed-cue-word',
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(cued),
    { rules: { 'dataset/skewed-cue-word': { options: { minClaims: 10 } } }, at: 'claims/tables.jsonl:65' },
  ],
  [
    'dataset/uncovered-section',
    [],
    { ...warned('dataset/uncovered-section'), files: { 'corpus/b.txt': other }, at: 'corpus/b.txt:1' },
  ],
  ['dataset/unknown-claim', [], { ...journal(['nobody', 'third', 'REFUTES']), at: `${third}:1` }],
  ['evidence/cell-without-header', [line({ evidence: [[id('cell_1_2_2')]] })]],
  ['evidence/changed-text', [line({ fingerprints: { [id('sentence_6')]: '0123456789abcdef' } })]],
  ['evidence/duplicate-set', [line({ evidence: [[id('sentence_6')], [id('sentence_6')]] })]],
  ['evidence/empty-cell', [line({ evidence: [[id('cell_0_9_0')]] })]],
  [
    'evidence/header-without-cell',
    [line({ evidence: [[id('header_cell_1_0_1')]] })],
    warned('evidence/header-without-cell'),
  ],
  ['evidence/heading-alone', [line({ evidence: [[id('section_0')]] })]],
  ['evidence/marker', [line({ evidence: [[id('table_general_1')]] })]],
  ['evidence/repeated-id', [line({ evidence: [[id('sentence_6'), id('sentence_6')]] })]],
  ['evidence/repeated-row', [line({ evidence: [[id('cell_0_1_0')]] })]],
  [
    'evidence/several-articles',
    [line({ evidence: [[id('sentence_6'), 'B_sentence_0']] })],
    { ...warned('evidence/several-articles'), files: { 'corpus/b.txt': other } },
  ],
  ['evidence/superset-set', [line({ evidence: [[id('sentence_6')], [id('sentence_6'), id('sentence_7')]] })]],
  [
    'evidence/too-many-ids',
    [line({ evidence: [[6, 7, 8, 9, 10, 11].map((number) => id(`sentence_${number}`))] })],
    { rules: { 'evidence/too-many-ids': { options: { max: 5 } } } },
  ],
  [
    'evidence/too-many-sets',
    [line({ evidence: [6, 7, 8, 9].map((number) => [id(`sentence_${number}`)]) })],
    { rules: { 'evidence/too-many-sets': { options: { max: 3 } } } },
  ],
  [
    'evidence/unknown-article',
    [line({ evidence: [['B_sentence_0']] })],
    { args: ['--titles', 'titles.txt'], files: { 'titles.txt': `${title}\n` } },
  ],
  ['evidence/unresolved', [line({ evidence: [[id('sentence_600')]] })]],
  ['file/byte-order-mark', []],
  ['file/duplicate-key', [line({}).replace('"label"', '"label":"REFUTES","label"')]],
  ['file/empty-line', ['']],
  ['file/json-depth', [`{"id":${'['.repeat(100)}${']'.repeat(100)}}`]],
  ['file/json-syntax', [line({}).replace('"label":', '"label"')]],
  ['file/line-ends', [`${line({})}\r`]],
  ['file/long-line', [line({ note: 'x'.repeat(1_000_000) })]],
  ['file/no-final-line-end', [line({})], { ...warned('file/no-final-line-end'), endsWithoutLineEnd: true }],
  ['file/normal-form', [line({ claim: 'A sentence of a cafe\u0301 stood in a test.' })]],
  ['file/not-utf8', [Buffer.from([0x7b, 0xff, 0x7d])]],
  ['file/number', [line({ note: 0 }).replace('"note":0', '"note":12345678901234567890')]],
  ['file/truncated-line', [line({}).slice(0, 40)], { endsWithoutLineEnd: true }],
  [
    'label/contradicted',
    [line({})],
    journal(['broken', 'a', 'SUPPORTS'], ['broken', 'b', 'REFUTES'], ['broken', 'c', 'REFUTES']),
  ],
  ['label/needless-evidence', [line({ label: 'NOT ENOUGH INFO' })], warned('label/needless-evidence')],
  [
    'label/nei-without-evidence',
    [line({ label: 'NOT ENOUGH INFO', evidence: [] })],
    warned('label/nei-without-evidence'),
  ],
  ['label/no-annotator', [line({})], journal(['broken', 'a', 'REFUTES'])],
  ['label/tie', [line({})], journal(['broken', 'a', 'SUPPORTS'], ['broken', 'b', 'REFUTES'])],
  ['label/without-evidence', [line({ evidence: [] })]],
  ['schema/annotation', []],
  ['schema/claim', [line({ evidence: [id('sentence_6')] })]],
  [
    'schema/journal-event',
    [],
    {
      files: { [third]: '{"event":"nap","claim":"nkw-0001","annotator":"x","at":"2026-01-31T12:00:00Z"}\n' },
      at: `${third}:1`,
    },
  ],
  ['schema/unknown-challenge', [line({ challenge: 'Multihop Reasoning' })]],
  ['schema/unknown-label', [line({ label: 'SUPPORTED' })]],
  ['schema/unknown-mutation', [line({ mutation: 'substitute-similar' })]],
  [
    'schema/unlabelled-claim',
    [],
    { files: { 'claims/unlabelled/new.jsonl': '{"id":"n-1"}\n' }, at: 'claims/unlabelled/new.jsonl:1' },
  ],
];

interface JsonReport {
  readonly diagnostics: readonly {
    readonly ruleId: string;
    readonly severity: string;
    readonly message: string;
    readonly help: string;
    readonly place: {
      readonly file: string;
      readonly start: { line: number; column: number };
      readonly claimId?: string;
    };
  }[];
}

test('there is a breakage for every rule', () => {
  expect(breakages.map(([ruleId]) => ruleId)).toEqual(rules.map((rule) => rule.id));
});

const cases = breakages.map(([ruleId, lines, more = {}]) => [ruleId, lines, more] as const);

describe.each(cases)('a copy of the claims broken against %s', (ruleId, lines, more) => {
  test('is refused with the place and what to do', async () => {
    const cwd = copyOfDataset();
    const file =
      ruleId === 'schema/annotation' ? 'claims/annotations/first-reading.jsonl' : 'claims/tables.jsonl';
    const path = join(cwd, file);
    const before = readFileSync(path, 'utf8');
    const lineCount = before.split('\n').length - 1;
    for (const [which, added] of lines.entries()) {
      const isCut = more.endsWithoutLineEnd === true && which === lines.length - 1;
      appendFileSync(path, Buffer.concat([Buffer.from(added), Buffer.from(isCut ? '' : '\n')]));
    }
    for (const [name, text] of Object.entries(more.files ?? {})) {
      mkdirSync(join(cwd, name, '..'), { recursive: true });
      writeFileSync(join(cwd, name), text);
    }
    if (more.rules !== undefined) {
      const config = join(cwd, 'claimset.config.json');
      const settings = JSON.parse(readFileSync(config, 'utf8')) as object;
      writeFileSync(config, JSON.stringify({ ...settings, validate: { rules: more.rules } }));
    }
    if (ruleId === 'file/byte-order-mark') writeFileSync(path, `\uFEFF${before}`);
    if (ruleId === 'schema/annotation')
      appendFileSync(path, '{"claim":"nkw-0001","annotator":"x","label":"SUPPORTS"}\n');

    const { exitCode, stdout, stderr } = await runCommand(
      ['validate', '--report', 'json', '--fail-on', 'warning', ...(more.args ?? [])],
      { cwd },
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    const found = (JSON.parse(stdout) as JsonReport).diagnostics.filter(
      ({ severity }) => severity !== 'info',
    );
    expect([...new Set(found.map((diagnostic) => diagnostic.ruleId))]).toEqual([ruleId]);
    const finding = found.at(-1);
    const lineNumber =
      ruleId === 'file/byte-order-mark'
        ? 1
        : ruleId === 'schema/annotation'
          ? lineCount + 1
          : lineCount + lines.length;
    expect(`${finding?.place.file}:${finding?.place.start.line}`).toBe(more.at ?? `${file}:${lineNumber}`);
    expect(finding?.place.start.column).toBeGreaterThan(0);
    expect(finding?.help).not.toBe('');
    expect(finding?.message).not.toBe('');
  });
});

describe('claimset validate', () => {
  test('finds the shipped dataset clean', async () => {
    const { exitCode, stdout } = await runCommand(['validate', '--fail-on', 'warning', '--report', 'json']);
    expect(exitCode).toBe(0);
    const { diagnostics } = JSON.parse(stdout) as JsonReport;
    expect(new Set(diagnostics.map(({ severity }) => severity))).toEqual(new Set(['info']));
  });

  test('takes files, folders and standard names, and says which line of which file', async () => {
    const cwd = copyOfDataset();
    writeFileSync(join(cwd, 'one.jsonl'), `${line({ evidence: [[id('sentense_6')]] })}\n`);
    const { exitCode, stdout } = await runCommand(['validate', 'one.jsonl'], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('one.jsonl\n');
    expect(stdout).toContain('evidence/unresolved');
    expect(stdout).toContain(`Did you mean \`${id('sentence_6')}\``);
  });

  test('--fix makes the safe changes, nothing else, and a second run changes nothing', async () => {
    const cwd = copyOfDataset();
    const path = join(cwd, 'claims/fixable.jsonl');
    const odd =
      '{ "id" : "f1",  "claim":"  A word has \\u00e9 and no period", "label":"Supported","evidence":[["X"],["X"]] }';
    const valid = odd.replaceAll('"X"', JSON.stringify(id('sentence_6')));
    writeFileSync(path, `\uFEFF${valid}\r\n\r\n`);
    const fixed = await runCommand(['validate', '--fix', '--fail-on', 'info', 'claims/fixable.jsonl'], {
      cwd,
    });
    expect(fixed.exitCode).toBe(0);
    const after = readFileSync(path, 'utf8');
    expect(after).toBe(
      `{ "id" : "f1",  "claim":"A word has \\u00e9 and no period.", "label":"SUPPORTS","evidence":[[${JSON.stringify(id('sentence_6'))}]] }\r\n`,
    );
    await runCommand(['validate', '--fix', 'claims/fixable.jsonl'], { cwd });
    expect(readFileSync(path, 'utf8')).toBe(after);
  });

  test('--fail-on decides what is a failure', async () => {
    const cwd = copyOfDataset();
    writeFileSync(join(cwd, 'w.jsonl'), `${line({ claim: 'A sentence without period' })}\n`);
    const exitCodeOf = async (failOn: string) =>
      (await runCommand(['validate', 'w.jsonl', '--fail-on', failOn], { cwd })).exitCode;
    expect(await exitCodeOf('error')).toBe(0);
    expect(await exitCodeOf('warning')).toBe(1);
    expect(await exitCodeOf('none')).toBe(0);
    const off = await runCommand(
      ['validate', 'w.jsonl', '--fail-on', 'warning', '--rule', 'claim/no-final-period=off'],
      { cwd },
    );
    expect(off.exitCode).toBe(0);
  });

  test('a configuration that is wrong is told with its place', async () => {
    const cwd = copyOfDataset();
    writeFileSync(join(cwd, 'claimset.config.json'), '{\n  "split": { "seeed": 3 }\n}\n');
    const { exitCode, stderr } = await runCommand(['validate'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('claimset.config.json:2:14 split.seeed');
  });

  test('rules about articles are configured like the others', async () => {
    const cwd = copyOfDataset();
    // What is told of the claims themselves.
    const quiet = ['--rule', 'claim/unknown-entity=off'];
    const exitCode = async (...more: string[]) =>
      (await runCommand(['validate', '--fail-on', 'info', ...quiet, ...more], { cwd })).exitCode;
    expect(await exitCode()).toBe(1);
    expect(await exitCode('--rule', 'corpus/sentence-cut=off')).toBe(0);
    expect(await exitCode('--rule', 'corpus/duplicate-id=off')).toBe(2);
    writeFileSync(join(cwd, 'claimset.config.json'), '{"validate":{"rules":{"corpus/sentence-cut":"off"}}}');
    expect(await exitCode()).toBe(0);
    // An article that is named is checked as one.
    expect((await runCommand(['validate', 'corpus', '--report', 'json'], { cwd })).stdout).toContain(
      '"files":1',
    );
    expect((await runCommand(['validate', 'sheet.csv'], { cwd })).exitCode).toBe(2);
  });

  test('--fix does not go with standard input, of which it would lose the findings', async () => {
    const { exitCode, stderr } = await runCommand(['validate', '-', '--fix']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--fix writes files');
  });

  test.each([
    ['\uFEFF{ "name": "with-a-mark" }', 0, ''],
    ['{ "name": "a", "name": "b" }', 2, 'claimset.config.json:1:16 "name" stands a second time'],
    [
      '{ "export": { "formats": ["csv", "csv"] } }',
      2,
      'claimset.config.json:1:26 export.formats: A format is named twice',
    ],
    ['{ "split": { "ratios": { "train": 1e400 } } }', 2, 'claimset.config.json:1:35 split.ratios.train'],
    [`${'['.repeat(1000)}`, 2, 'nests deeper than 64 levels'],
  ])('the configuration %j', async (text, expected, message) => {
    const cwd = copyOfDataset();
    writeFileSync(join(cwd, 'claimset.config.json'), text);
    const { exitCode, stderr } = await runCommand(['validate'], { cwd });
    expect(exitCode).toBe(expected);
    expect(stderr).toContain(message);
  });

  test('a folder that is no dataset is told what to do', async () => {
    const { exitCode, stderr } = await runCommand(['validate'], { cwd: temporaryFolder() });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('claimset init');
  });
});
