import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../src/cli/commands/index.ts';
import { readCommandWords } from '../../src/cli/completion/command-words.ts';
import { scaffold } from '../../src/cli/scaffold.ts';
import { buildProgram } from './built-program.ts';
import { brokenLine } from './git-repository.ts';
import { root, runCommand, temporaryFolder } from './run-command.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Step {
  readonly name: string;
  readonly id: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action = parse(read('action.yml')) as Action;

let program = '';
beforeAll(() => {
  program = buildProgram();
}, 60_000);

/** A folder with a dataset folder `data` of five claims, and one broken line where it is to be broken. */
async function createDataset(isBroken = false): Promise<string> {
  const folder = temporaryFolder();
  await runCommand(['init', 'data'], { cwd: folder });
  if (isBroken) appendFileSync(join(folder, 'data/claims/sample.jsonl'), brokenLine);
  return folder;
}

/** Puts the program where a package named claimset has it, below a folder. */
function putPackage(folder: string): void {
  mkdirSync(join(folder, 'dist/cli'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name":"claimset","version":"9.9.9","type":"module"}\n');
  writeFileSync(join(folder, 'dist/cli/main.js'), `await import(${JSON.stringify(program)});\n`);
}

describe('action.yml', () => {
  /** What a runner does with `${{ … }}` in the mapping of a step. */
  function evaluate(text: string, values: Readonly<Record<string, string>>): string {
    return text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`The action asks for ${name}, which a runner does not have.`);
      return value;
    });
  }

  interface ActionResult {
    readonly status: number | null;
    readonly log: string;
    readonly outputs: Readonly<Record<string, string>>;
    readonly summary: string;
  }

  /** Runs the steps one after the other as a runner would, each in its own bash, until one fails. */
  function runAction(
    workspace: string,
    inputs: Readonly<Record<string, string>> = {},
    env: Readonly<Record<string, string>> = {},
  ): ActionResult {
    const runner = temporaryFolder();
    const actionPath = join(runner, 'action');
    mkdirSync(join(actionPath, 'node_modules'), { recursive: true });
    putPackage(actionPath);
    const summary = join(runner, 'summary.md');
    const values: Record<string, string> = {};
    for (const [name, { default: usual }] of Object.entries(action.inputs)) {
      values[`inputs.${name}`] = inputs[name] ?? usual;
    }
    let log = '';
    let status: number | null = 0;
    for (const step of action.runs.steps) {
      const script = join(runner, `${step.id}.sh`);
      const output = join(runner, `${step.id}.output`);
      writeFileSync(script, step.run);
      writeFileSync(output, '');
      const mapped = Object.entries(step.env).map(([name, text]) => [name, evaluate(text, values)]);
      const result = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
        cwd: workspace,
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          HOME: runner,
          GITHUB_ACTIONS: 'true',
          GITHUB_ACTION_PATH: actionPath,
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: summary,
          GITHUB_WORKSPACE: workspace,
          RUNNER_TEMP: runner,
          ...env,
          ...Object.fromEntries(mapped),
        },
      });
      log += result.stdout + result.stderr;
      for (const line of readFileSync(output, 'utf8').split('\n')) {
        const at = line.indexOf('=');
        if (at > 0) values[`steps.${step.id}.outputs.${line.slice(0, at)}`] = line.slice(at + 1);
      }
      status = result.status;
      if (status !== 0) break;
    }
    const outputs = Object.entries(action.outputs).map(([name, { value }]) => {
      const asked = /steps\.[\w.-]+/.exec(value)?.[0] ?? '';
      return [name, values[asked] ?? ''];
    });
    return {
      status,
      log,
      outputs: Object.fromEntries(outputs),
      summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '',
    };
  }

  test('is a composite action whose scripts have their inputs as variables', () => {
    expect(action.runs.using).toBe('composite');
    for (const { shell, run, env } of action.runs.steps) {
      expect(shell).toBe('bash');
      expect(run).not.toContain('$' + '{{');
      for (const name of Object.keys(env)) expect(run).toMatch(new RegExp(`[$][{]?${name}\\b`));
    }
    const used = action.runs.steps.flatMap(
      ({ env }) =>
        Object.values(env)
          .join(' ')
          .match(/inputs\.[\w-]+/g) ?? [],
    );
    expect([...new Set(used)].sort()).toEqual(
      Object.keys(action.inputs)
        .map((name) => `inputs.${name}`)
        .sort(),
    );
  });

  test('lets a clean dataset pass', async () => {
    const { status, log, outputs, summary } = runAction(await createDataset(), { dataset: 'data' });
    expect({ status, outputs }).toEqual({ status: 0, outputs: { 'exit-code': '0', 'sarif-file': '' } });
    expect(log).toContain('in 5 records of 2 files');
    expect(summary).not.toBe('');
  });

  test('fails with the exit code of the findings, and shows them in the pull request', async () => {
    const { status, log, outputs, summary } = runAction(await createDataset(true), { dataset: 'data' });
    expect({ status, outputs }).toMatchObject({ status: 1, outputs: { 'exit-code': '1' } });
    expect(log).toMatch(/^::error file=data\/claims\/sample\.jsonl,line=6,/m);
    expect(summary).toContain('file/json-syntax');
  });

  test('writes the reports that are asked for, with a SARIF report beside the usual ones', async () => {
    const workspace = await createDataset(true);
    const { status, log, outputs, summary } = runAction(workspace, {
      dataset: 'data',
      report: 'junit=out/junit report.xml\n  json=report.json  \n',
      'sarif-file': 'claimset.sarif',
    });
    expect({ status, outputs }).toEqual({
      status: 1,
      outputs: { 'exit-code': '1', 'sarif-file': 'claimset.sarif' },
    });
    expect(JSON.parse(readFileSync(join(workspace, 'claimset.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(JSON.parse(readFileSync(join(workspace, 'report.json'), 'utf8')).summary.counts.error).toBe(1);
    expect(readFileSync(join(workspace, 'out/junit report.xml'), 'utf8')).toContain('<testsuites');
    expect(log).toContain('::error file=');
    expect(summary).not.toBe('');
  });

  test('passes paths, options and the severity on', async () => {
    const workspace = await createDataset(true);
    const line = '{"id":"x","claim":"No period","label":"NOT ENOUGH INFO","evidence":[]}\n';
    writeFileSync(join(workspace, 'data/a b.jsonl'), line);
    const inputs = { dataset: 'data', path: 'data/a b.jsonl\n' };
    expect(runAction(workspace, inputs)).toMatchObject({ status: 0 });
    expect(runAction(workspace, { ...inputs, 'fail-on': 'warning' })).toMatchObject({ status: 1 });
    const args = '--max-warnings 0\n  --rule claim/no-final-period=error';
    const { status, log } = runAction(workspace, { ...inputs, args });
    expect(status).toBe(1);
    expect(log).toContain('::error file=data/a b.jsonl,line=1,');
  });

  test('makes no command of what an input says', async () => {
    const workspace = await createDataset();
    const evil = '"; touch owned; $(touch owned) `touch owned` $' + '{{ github.token }} * #';
    for (const name of Object.keys(action.inputs)) {
      const value = name === 'version' ? `./${evil}` : evil;
      const { status } = runAction(workspace, { dataset: 'data', [name]: value });
      expect(`${name} ${status}`).toBe(`${name} ${name === 'sarif-file' ? 0 : 2}`);
      expect(existsSync(join(workspace, 'owned'))).toBe(false);
    }
  });

  test('tells the runner how to read the agent report', async () => {
    const { log } = runAction(await createDataset(true), { dataset: 'data', report: 'agent' });
    expect(log).toMatch(/^::add-matcher::.*\/docs\/ci\/problem-matcher\.json$/m);
    expect(log).toMatch(/^data\/claims\/sample\.jsonl:6:\d+ error file\/json-syntax /m);
  });

  test('prefers what package.json of the dataset has installed', async () => {
    const workspace = await createDataset();
    const own = join(workspace, 'data/node_modules/claimset');
    putPackage(own);
    const { status, log } = runAction(workspace, { dataset: 'data' });
    expect(status).toBe(0);
    expect(log).toContain(`, ${own}/dist/cli/main.js\n`);
    rmSync(own, { recursive: true });
    putPackage(join(workspace, 'node_modules/claimset'));
    expect(runAction(workspace, { dataset: 'data' }).log).toContain(`, ${workspace}/node_modules/claimset/`);
    // A folder above the workspace is not the project's.
    const inner = join(workspace, 'data');
    expect(runAction(inner).log).toContain('/action/dist/cli/main.js\n');
  });

  test('installs what version names', async () => {
    const workspace = await createDataset();
    const source = join(temporaryFolder(), 'claimset');
    putPackage(source);
    const packed = spawnSync('npm', ['pack', '--silent', '--pack-destination', workspace], { cwd: source });
    expect(packed.status).toBe(0);
    const { status, log } = runAction(workspace, { dataset: 'data', version: './claimset-9.9.9.tgz' });
    expect(log).toContain('/claimset/node_modules/claimset/dist/cli/main.js\n');
    expect(status).toBe(0);
    const missing = runAction(workspace, { dataset: 'data', version: './nowhere.tgz' });
    expect(missing).toMatchObject({ status: 2, log: expect.stringContaining('could not be installed') });
  });

  test('builds its own checkout where it is not built', async () => {
    const workspace = await createDataset();
    const checkout = join(temporaryFolder(), 'claimset');
    putPackage(checkout);
    cpSync(join(checkout, 'dist'), join(checkout, 'src'), { recursive: true });
    rmSync(join(checkout, 'dist'), { recursive: true });
    const build = "node -e \"require('node:fs').cpSync('src','dist',{recursive:true})\"";
    const manifest = { name: 'claimset', version: '9.9.9', type: 'module', scripts: { build } };
    writeFileSync(join(checkout, 'package.json'), JSON.stringify(manifest));
    const lock = { name: 'claimset', version: '9.9.9', lockfileVersion: 3, packages: { '': manifest } };
    writeFileSync(join(checkout, 'package-lock.json'), JSON.stringify(lock));
    const { status, log } = runAction(workspace, { dataset: 'data' }, { GITHUB_ACTION_PATH: checkout });
    expect(log).toContain(`, ${checkout}/dist/cli/main.js\n`);
    expect(status).toBe(0);
  });

  test.each([
    ['there is no Node', 'exit 127', 'There is no Node.js.'],
    ['Node is too old', '[ "$1" = --version ] && echo v18.0.0 && exit 0; exit 1', 'and this is v18.0.0.'],
  ])('says so where %s', async (_, node, message) => {
    const bin = temporaryFolder();
    writeFileSync(join(bin, 'node'), `#!/bin/sh\n${node}\n`);
    chmodSync(join(bin, 'node'), 0o755);
    const { status, log } = runAction(await createDataset(), {}, { PATH: `${bin}:${process.env.PATH}` });
    expect(status).toBe(2);
    expect(log).toContain(message);
  });
});

describe('the problem matcher', () => {
  interface Pattern extends Readonly<Record<string, number | string>> {
    readonly regexp: string;
  }
  interface Matcher {
    readonly owner: string;
    readonly severity?: string;
    readonly pattern: readonly [Pattern];
  }

  const { problemMatcher } = JSON.parse(read('docs/ci/problem-matcher.json')) as {
    problemMatcher: readonly Matcher[];
  };

  /** What the runner makes of a line. */
  function match(line: string): Record<string, string> | undefined {
    for (const { severity, pattern } of problemMatcher) {
      const [{ regexp, ...groups }] = pattern;
      const found = new RegExp(regexp).exec(line);
      if (found === null) continue;
      const parts = Object.entries(groups).map(([name, group]) => [name, found[Number(group)] ?? '']);
      return { ...(severity !== undefined && { severity }), ...Object.fromEntries(parts) };
    }
    return undefined;
  }

  test('reads every line of the agent report, whatever its severity', async () => {
    const cwd = await createDataset();
    const lines = [
      '{"id":"a","claim":"No period","label":"NOT ENOUGH INFO","evidence":[]}',
      '{"id":"b","claim":"Evil: x.jsonl:9:9 error a/b here.","label":"REFUTES","evidence":[["nowhere"]]}',
      '{"id":"c","claim":"Three.","label":"SUPPORTS","evidence":[["Lighthouse Keeping_sentence_1"]]} ',
    ];
    writeFileSync(join(cwd, 'data/claims/b 1:2.jsonl'), `${lines.join('\n')}\n\n`);
    const argv = (report: string) => ['validate', '--dataset', 'data', '--report', report];
    const { stdout } = await runCommand([...argv('agent'), '--rule', 'claim/no-final-period=info'], { cwd });
    const json = await runCommand([...argv('json'), '--rule', 'claim/no-final-period=info'], { cwd });
    const { diagnostics } = JSON.parse(json.stdout) as {
      diagnostics: {
        ruleId: string;
        severity: string;
        message: string;
        place: { file: string; start: { line: number } };
      }[];
    };
    expect(new Set(diagnostics.map(({ severity }) => severity))).toEqual(
      new Set(['error', 'warning', 'info']),
    );
    const matched = stdout.trimEnd().split('\n').map(match);
    expect(matched).toHaveLength(diagnostics.length);
    for (const [which, { ruleId, severity, message, place }] of diagnostics.entries()) {
      expect(matched[which]).toMatchObject({
        file: place.file,
        line: String(place.start.line),
        severity: severity === 'info' ? 'notice' : severity,
        code: ruleId,
        message: expect.stringContaining(message),
      });
    }
  });

  test.each<[string, Record<string, string> | undefined]>([
    [
      'claims/a.jsonl:3 error file/not-utf8 Bad.',
      { file: 'claims/a.jsonl', line: '3', column: '', code: 'file/not-utf8' },
    ],
    ['C:/data/a.jsonl:3:14 warning claim/hedge Bad.', { file: 'C:/data/a.jsonl', line: '3', column: '14' }],
    ['No findings in 5 records of 2 files', undefined],
    ['npm error code E404', undefined],
    ['at file.js:10:5 error handling', undefined],
  ])('makes of "%s" %j', (line, expected) => {
    if (expected === undefined) expect(match(line)).toBeUndefined();
    else expect(match(line)).toMatchObject(expected);
  });
});

describe('docs/ci/gitlab-ci.yml', () => {
  interface Job {
    readonly script: readonly string[];
    readonly artifacts: { readonly when: string; readonly reports: Readonly<Record<string, string>> };
  }
  const template = parse(read('docs/ci/gitlab-ci.yml')) as {
    variables: Record<string, string>;
    claimset: Job;
  };

  /** Runs the job's script line by line, until one fails, with claimset behind `npx`. */
  function runJob(
    cwd: string,
    variables: Readonly<Record<string, string>>,
  ): { status: number | null; log: string } {
    const bin = temporaryFolder();
    writeFileSync(
      join(bin, 'npx'),
      `#!/bin/sh\n[ "$1" = claimset ] || exit 127\nshift\nexec "${process.execPath}" "${program}" "$@"\n`,
    );
    chmodSync(join(bin, 'npx'), 0o755);
    const env = { PATH: `${bin}:${process.env.PATH}`, ...template.variables, ...variables };
    const script = template.claimset.script.join('\n');
    const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
      cwd,
      env,
      encoding: 'utf8',
    });
    return { status, log: stdout + stderr };
  }

  test('writes the reports it names, and lets a clean dataset pass', async () => {
    const cwd = await createDataset();
    const first = runJob(cwd, { CLAIMSET_DATASET: 'data' });
    // The splits are not locked yet, as in a project that has not committed them.
    expect(first).toMatchObject({
      status: 1,
      log: expect.stringContaining('Run `claimset split` and commit it.'),
    });
    await runCommand(['split', '--dataset', 'data'], { cwd });
    expect(runJob(cwd, { CLAIMSET_DATASET: 'data' }).status).toBe(0);
    expect(template.claimset.artifacts.when).toBe('always');
    const { codequality = '', junit = '' } = template.claimset.artifacts.reports;
    expect(JSON.parse(readFileSync(join(cwd, codequality), 'utf8'))).toBeInstanceOf(Array);
    expect(readFileSync(join(cwd, junit), 'utf8')).toContain('<testsuites');
  });

  test('fails where claims are broken, with the reports written', async () => {
    const cwd = await createDataset(true);
    expect(runJob(cwd, { CLAIMSET_DATASET: 'data', CLAIMSET_ARGS: '--quiet --fail-on error' }).status).toBe(
      1,
    );
    const { codequality = '' } = template.claimset.artifacts.reports;
    expect(JSON.parse(readFileSync(join(cwd, codequality), 'utf8'))).toMatchObject([
      { check_name: 'file/json-syntax', location: { path: 'data/claims/sample.jsonl' } },
    ]);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  interface Hook {
    readonly id: string;
    readonly entry: string;
    readonly language: string;
    readonly files: string;
    readonly pass_filenames: boolean;
  }
  const hooks = parse(read('.pre-commit-hooks.yaml')) as readonly Hook[];

  const wordsOf = (entry: string): string[] => entry.split(' ');

  test('has hooks that run what package.json installs, and fetch nothing', () => {
    const { bin } = JSON.parse(read('package.json')) as { bin: Record<string, string> };
    expect(hooks.map(({ id }) => id)).toEqual(['claimset-validate', 'claimset-fix']);
    for (const { entry, language, pass_filenames } of hooks) {
      expect(wordsOf(entry).slice(0, 3)).toEqual(['npx', '--no', '--']);
      expect(Object.keys(bin)).toContain(wordsOf(entry)[3]);
      expect({ language, pass_filenames }).toEqual({ language: 'system', pass_filenames: false });
    }
  });

  test.each([
    ['claims/a.jsonl', true],
    ['corpus/a.txt', true],
    ['data/claimset.config.json', true],
    ['claimset-baseline.json', true],
    ['package.json', false],
    ['src/a.ts', false],
  ])('run for %s: %s', (path, expected) => {
    for (const { files } of hooks) expect(new RegExp(files).test(path)).toBe(expected);
  });

  test('validate fails for what is broken; fix mends what is safe and fails for nothing else', async () => {
    const cwd = join(await createDataset(true), 'data');
    const [validate = '', fix = ''] = hooks.map(({ entry }) => entry);
    const run = (entry: string) => runCommand(wordsOf(entry).slice(4), { cwd });
    expect((await run(validate)).exitCode).toBe(1);
    writeFileSync(
      join(cwd, 'claims/sample.jsonl'),
      `{"id":"a","claim":"No period","label":"NOT ENOUGH INFO","evidence":[]}\n${brokenLine}`,
    );
    expect((await run(fix)).exitCode).toBe(0);
    expect(readFileSync(join(cwd, 'claims/sample.jsonl'), 'utf8')).toContain('"No period."');
  });
});

describe('the workflow of claimset init', () => {
  const workflow = scaffold('facts', 'Facts').find(({ path }) => path.startsWith('.github/'));
  const { jobs } = parse(workflow?.text ?? '') as {
    jobs: Record<string, { permissions: Record<string, string>; steps: readonly { run?: string }[] }>;
  };

  test('asks for no more than to read, and runs commands that there are', async () => {
    expect(jobs.dataset?.permissions).toEqual({ contents: 'read' });
    const commands = (jobs.dataset?.steps ?? []).flatMap(({ run }) =>
      run?.startsWith('npx claimset ') ? [run] : [],
    );
    expect(commands).toHaveLength(2);
    const cwd = join(await createDataset(), 'data');
    await runCommand(['split'], { cwd });
    for (const command of commands) {
      const result = await runCommand(command.split(' ').slice(2), { cwd });
      expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    }
  });

  test('starts with samples that have neither errors nor warnings', async () => {
    const cwd = join(await createDataset(), 'data');
    expect(await runCommand(['validate', '--fail-on', 'warning'], { cwd })).toMatchObject({ exitCode: 0 });
  });
});

describe('docs/ci.md', () => {
  const page = read('docs/ci.md');
  const blocks = (language: string): string[] =>
    [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
      (match) => match[1] ?? '',
    );

  test('shows YAML and JSON that can be read, and inputs that the action has', () => {
    const documents = blocks('yaml').map(
      (text) => parse(text) as { steps?: readonly { uses?: string; with?: object }[] },
    );
    expect(documents.length).toBeGreaterThan(3);
    const given = documents.flatMap(({ steps = [] }) =>
      steps.flatMap(({ uses = '', with: inputs = {} }) =>
        uses.startsWith('OWNER/claimset@') ? Object.keys(inputs) : [],
      ),
    );
    expect(given.length).toBeGreaterThan(0);
    expect(given.filter((name) => !Object.hasOwn(action.inputs, name))).toEqual([]);
    for (const name of Object.keys(action.inputs)) expect(page).toContain(`| \`${name}\` | `);
  });

  test('has the pattern of the problem matcher in the task of the editor', () => {
    const [text = ''] = blocks('json');
    const { tasks } = JSON.parse(text) as {
      tasks: readonly { problemMatcher: { pattern: { regexp: string } } }[];
    };
    const { problemMatcher } = JSON.parse(read('docs/ci/problem-matcher.json')) as {
      problemMatcher: readonly { pattern: readonly { regexp: string }[] }[];
    };
    const matcher = problemMatcher[0]?.pattern[0]?.regexp;
    expect(tasks[0]?.problemMatcher.pattern.regexp).toBe(
      matcher?.replace('(error|warning)', '(error|warning|info)'),
    );
  });

  test('names commands and options that there are', async () => {
    const words = await readCommandWords(commands);
    const names = words.map(({ name }) => name);
    const named = [...page.matchAll(/claimset ([a-z]+)\b/g)].map((match) => match[1] ?? '');
    expect(
      named.filter((name) => !names.includes(name) && !['that', 'is', 'in', 'to'].includes(name)),
    ).toEqual([]);
    const flags = words.flatMap(({ options }) => options.flatMap((option) => option.flags));
    const ofOthers = ['--save-dev', '--no-verify'];
    const used = [...page.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([flag]) => flag);
    expect(used.filter((flag) => !flags.includes(flag) && !ofOthers.includes(flag))).toEqual([]);
  });
});
