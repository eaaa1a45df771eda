import { defineConfig } from 'vitest/config';

/** Whole programs, growth, differential runs: a second and more each. `npm test` runs them too, `npm run check` does not. */
const slow = [
  'test/cli/main.test.ts',
  'test/cli/build.test.ts',
  'test/**/*bulk*.test.ts',
  'test/formats/round-trip.test.ts',
  'test/validate/validate.test.ts',
  'test/validate/mutations.test.ts',
];

/** What a team's machines run, for real: git, shells, the action's steps, a server that is killed. CI runs them in a step of their own (`--project team`). */
const team = [
  'test/cli/ci-files.test.ts',
  'test/cli/completion.test.ts',
  'test/cli/hook.test.ts',
  'test/cli/package.test.ts',
  'test/cli/validate-watch.test.ts',
  'test/server/crash.test.ts',
];

/** How time and memory grow with the input, for which nothing else may run. CI runs them in a step of their own (`--project growth`). */
const growth = ['test/corpus/growth.test.ts'];

/** The programs of others that read our files: Python from PyPI. CI runs them in a step of their own (`--project clients`). */
const clients = ['test/clients/*.test.ts'];

/** Search engines, started for the test. CI runs them in a step of their own (`--project engines`). */
const engines = ['test/engines/*.test.ts'];

/** The pages in a real browser. CI runs them in a step of their own (`--project browser`). */
const browser = ['test/browser/*.test.ts'];

/** Programs that are started for a test share the machine with others: what fails is tried once more, and the report says so. A fault of ours fails twice. */
const realPrograms = { retry: 1 };

export default defineConfig({
  test: {
    testTimeout: 30_000,
    // What a page or a server comes to show takes its time on a busy machine: a second, as it is by default, is no limit of ours.
    expect: { poll: { timeout: 20_000 } },
    // The program is built before some tests: half a minute where everything else runs beside it.
    hookTimeout: 120_000,
    setupFiles: ['test/seed.ts'],
    // By default one core is left free, which of two is half.
    maxWorkers: '100%',
    coverage: { provider: 'v8', include: ['src/**'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          // Modules are loaded once for all files of a worker: loading them anew took as long as the tests. The slow ones measure how
          // time grows, which memory of other tests would disturb.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...slow, ...team, ...growth, ...clients, ...engines, ...browser],
        },
      },
      { extends: true, test: { name: 'slow', include: slow } },
      { extends: true, test: { ...realPrograms, name: 'team', include: team } },
      { extends: true, test: { name: 'growth', include: growth } },
      { extends: true, test: { name: 'clients', include: clients, testTimeout: 300_000 } },
      { extends: true, test: { ...realPrograms, name: 'engines', include: engines, testTimeout: 300_000 } },
      {
        extends: true,
        test: { ...realPrograms, name: 'browser', include: browser, testTimeout: 120_000 },
      },
    ],
  },
});
