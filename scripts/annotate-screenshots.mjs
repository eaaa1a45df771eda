// Draws the pictures of docs/annotate.md: the annotation page over a copy of the shipped dataset, in Debian's Chromium or the one that
// CLAIMSET_CHROMIUM names. `npm run build`, then `node scripts/annotate-screenshots.mjs`.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = path.join(root, 'docs/images');
const article = 'First Nagorno-Karabakh War';
const id = (local) => `${article}_${local}`;
const folder = mkdtempSync(path.join(tmpdir(), 'claimset-pictures-'));
const browser = await chromium.launch({
  executablePath: process.env.CLAIMSET_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
mkdirSync(target, { recursive: true });
try {
  for (const name of ['corpus', 'claims', 'claimset.config.json'])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  writeJournals();
  await alone(async (open) => {
    const choose = [id('sentence_2'), 'n', id('cell_0_2_1')];
    const claim = '/?claim=nkw-0003';
    await open('label', { claim, choose, keys: ['1'] });
    await open('label-dark', { claim, choose, keys: ['1'], colorScheme: 'dark' });
    await open('label-narrow', { claim, choose, keys: ['1'], width: 390, height: 844 });
    const cells = ['cell_1_2_0', 'cell_1_2_1', 'cell_1_3_0', 'cell_1_3_1'].map(id);
    await open('table', { claim: '/?claim=nkw-0027', choose: cells, keys: ['1'] });
    await open('write', { claim: '/write' });
  });
  await together(async (open) => {
    await open('adjudicate', { claim: '/adjudicate' });
    await open('progress', { claim: '/lead', height: 1000 });
  });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Three weeks of two annotators who mostly say what the dataset says, and a few decisions: the same each time. */
function writeJournals() {
  const claims = readdirSync(path.join(folder, 'claims'))
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(path.join(folder, 'claims', name), 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => JSON.parse(line))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  rmSync(path.join(folder, 'claims/annotations'), { recursive: true });
  mkdirSync(path.join(folder, 'claims/annotations'));
  const others = ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO'];
  const journal = (annotator, every, records) =>
    writeFileSync(
      path.join(folder, 'claims/annotations', `${annotator}.jsonl`),
      records(every)
        .map((record) => `${JSON.stringify({ annotator, ...record })}\n`)
        .join(''),
    );
  const answers = (seconds) => (every) =>
    claims.slice(0, 200).map(({ id: claim, label, evidence }, at) => {
      const said = at % every === every - 1 ? others[(others.indexOf(label) + 1 + (at % 2)) % 3] : label;
      const time = new Date(Date.UTC(2026, 8, 7, 9) + at * 2.5 * 3_600_000).toISOString();
      return {
        claim,
        label: said,
        evidence: said === 'NOT ENOUGH INFO' ? [] : evidence,
        at: time,
        seconds: seconds + ((at * 37) % 60),
      };
    });
  journal('ann', 13, answers(35));
  journal('bob', 7, answers(50));
  journal('lea', 1, () =>
    claims.slice(0, 20).map(({ id: claim, label, evidence }, at) => ({
      claim,
      label,
      evidence,
      at: new Date(Date.UTC(2026, 8, 28, 9, at)).toISOString(),
      adjudication: true,
      reason: at % 7 === 6 ? 'guideline-gap' : 'annotator-error',
      ...(at % 7 === 6 && { comment: 'Does “about” cover one tenth more or less?' }),
    })),
  );
}

/** One person on a copy without journals of others. */
async function alone(draw) {
  await withServer(['--as', 'ann-alone'], draw);
}

/** Who leads, beside two annotators. */
async function together(draw) {
  await withServer(['--annotators', 'ann,bob', '--lead', 'lea'], draw, 'lea');
}

async function withServer(argv, draw, name) {
  const server = spawn(
    process.execPath,
    [path.join(root, 'dist/cli/main.js'), 'annotate', '--port', '4899', '--json', ...argv],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    let said = '';
    const links = await new Promise((resolve, reject) => {
      server.once('exit', () => reject(new Error('The server ended.')));
      server.stdout.on('data', (piece) => {
        said += piece;
        try {
          resolve(JSON.parse(said));
        } catch {
          // Not all of it yet.
        }
      });
    });
    await draw((picture, options) => shoot(picture, linkOf(links, name), options));
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await ended;
  }
}

function linkOf(links, name) {
  const text = JSON.stringify(links);
  const all = [...text.matchAll(/http:[^"]+/g)].map(([link]) => link);
  const found = name === undefined ? all[0] : all.find((link) => link.includes(`#${name}.`));
  if (found === undefined) throw new Error(`No link in ${text}`);
  return new URL(found);
}

/** Opens an address, chooses elements by their ids and presses keys, and keeps what is then to be seen. */
async function shoot(
  picture,
  link,
  { claim, choose = [], keys = [], width = 1280, height = 800, colorScheme = 'light' },
) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(new URL(claim + link.hash, link).href, { waitUntil: 'networkidle' });
  for (const step of choose) {
    if (step.length > 1) await page.locator(`[data-id="${step}"]`).first().click();
    else await page.keyboard.press(step);
  }
  for (const key of keys) await page.keyboard.press(key);
  await page.waitForTimeout(1000);
  await page.screenshot({ path: path.join(target, `annotate-${picture}.png`) });
  await context.close();
}
