// Puts the command line with what it imports into few files, dist/cli: `claimset validate` starts in 0.6 of the time that some 300
// modules take (scripts/bench measures it). The library in dist stays as it is.
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = path.join(root, 'dist/cli');

const bundle = await rolldown({
  input: {
    main: path.join(root, 'src/cli/main.ts'),
    // What a thread is started with has a name of its own, which is looked for beside the parts.
    'parts/search-worker': path.join(root, 'src/io/search-index/search-worker.ts'),
  },
  platform: 'node',
  // libsql has a program for each platform, which it looks for beside itself; pg is for those who have PostgreSQL.
  external: ['libsql', 'pg'],
  // jsonc-parser's main file asks for its parts in a way that no bundler sees.
  resolve: { mainFields: ['module', 'main'] },
  // That a part is loaded late by one command and at once by another is meant.
  checks: { ineffectiveDynamicImport: false },
});
rmSync(target, { recursive: true, force: true });
const { output } = await bundle.write({
  dir: target,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'parts/[name]-[hash].js',
});
await bundle.close();
// npm sets this only once; npx would refuse what a second build writes.
chmodSync(path.join(target, 'main.js'), 0o755);
writeFileSync(path.join(target, 'LICENSES.txt'), noticesOf(packagesIn(output)));

/** The packages of which files hold a part, as folders, sorted. */
function packagesIn(files) {
  const folders = files.flatMap(({ moduleIds = [] }) =>
    moduleIds.flatMap((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0] ?? []),
  );
  return [...new Set(folders)].sort();
}

/** The licences of the packages, which ask to be kept with what is made from them. */
function noticesOf(folders) {
  const notices = folders.map((folder) => {
    const { name, version, license, author } = JSON.parse(
      readFileSync(path.join(folder, 'package.json'), 'utf8'),
    );
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    // Some packages only name their licence and who gave it.
    if (file === undefined && !(license && author)) throw new Error(`${name} has no licence to keep.`);
    const text =
      file === undefined
        ? `${license}, ${author?.name ?? author}`
        : readFileSync(path.join(folder, file), 'utf8').trim();
    return `${name} ${version}\n\n${text}\n`;
  });
  return `The command line of claimset holds parts of these packages.\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
