import path from 'node:path';
import { feverLine, generateClaims, pageOf, titleOf, writeLines } from './generate-claims.mjs';
import { compare, runCase, runRounds, summarise } from './round-robin.mjs';

const titles = 50_000;
/** Titles of FEVER's Wikipedia of June 2017. */
const allTitles = 5_416_537;
/** One record in a hundred is broken, each in one of these ways, with the rule that must tell of it. */
const breakages = [
  ['file/json-syntax', (line) => line.replace('"label":', '"label"')],
  ['file/duplicate-key', (line) => line.replace('"label":', '"claim": "Twice.", "label":')],
  ['format/not-a-claim', (line) => line.replace(/"label": "[^"]*"/, '"label": "MAYBE"')],
  ['format/not-a-claim', (line) => line.replace(/"claim": "[^"]*"/, '"claim": 7')],
  ['claim/no-final-period', (line) => line.replace(/\.", "evidence"/, '", "evidence"')],
  ['claim/surrounding-blanks', (line) => line.replace('"claim": "', '"claim": "  ')],
];

/**
 * What checking claims costs, against a program that only parses them; first that it finds what is there. With few claims the start of
 * the program weighs as much as the work, so that the targets are those of the large tier only.
 */
export function measureValidate({ folder, command, caseFile, rounds, isLarge, row }) {
  const count = isLarge ? 185_000 : 46_000;
  const file = (name) => path.join(folder, name);
  const clean = file('claims.jsonl');
  writeLines(clean, map(generateClaims(count, { titles }), feverLine));
  const broken = [count / 4, count].map((size) =>
    writeBroken(file(`broken-${size}.jsonl`), Math.round(size)),
  );
  writeLines(
    file('titles.txt'),
    map(range(isLarge ? allTitles : 500_000), (number) => pageOf(titleOf(number))),
  );
  runCase({
    name: 'titles',
    args: [command, 'titles', '--pages', file('titles.txt'), '-o', file('titles.table')],
  });

  const validate = (...args) => [command, 'validate', '--format', 'fever', '--no-corpus', ...args];
  for (const { name, expected } of broken) checkFound(validate(name, '--report', 'json'), expected);
  checkFound(validate(clean, '--report', 'json'), {});
  const [base, schema, guideline, all, withTitles, ...some] = runRounds(
    [
      { name: 'parse', args: [caseFile('parse-json'), clean] },
      { name: 'schema', args: validate(clean, '--level', '3') },
      { name: 'guideline', args: validate(clean, '--level', '4') },
      { name: 'all', args: validate(clean) },
      { name: 'titles', args: validate(clean, '--level', '4', '--titles', file('titles.table')) },
      ...broken.map(({ name }) => ({ name, args: validate(name), exitCode: 1 })),
    ].map((one) => ({ ...one, peakFile: file('peak') })),
    rounds,
  );
  const peak = ({ peaks }) => summarise(peaks);
  const more = summarise(withTitles.seconds.map((seconds, round) => seconds - guideline.seconds[round]));
  const [keystrokes] = runRounds([{ name: 'keystrokes', args: [caseFile('check-record')] }], rounds);
  return [
    row(`${count} claims, schema and duplicate ids, speed of parsing = 1`, compare(schema, base), {
      atLeast: isLarge ? 0.75 : 0.25,
    }),
    row(`${count} claims, levels 1 to 4, speed of parsing = 1`, compare(guideline, base), {
      atLeast: isLarge ? 0.5 : 0.25,
    }),
    row(`${count} claims, all levels, speed of parsing = 1`, compare(all, base), {}),
    row(`${count} claims, 1 % broken, speed of parsing = 1`, compare(some.at(-1), base), {}),
    row(
      'peak memory with 1 % broken, that of a quarter of the claims = 1',
      only(peak(some[1]).median / peak(some[0]).median),
      { atMost: 1.6 },
    ),
    row('levels 1 to 4, peak memory in MiB', peak(guideline), { atMost: 160 }),
    row('one claim at a keystroke, 99 of 100; a frame of 16.7 ms = 1', framesOf(keystrokes), {
      atMost: 1,
    }),
    row('with the titles of all pages, seconds more', more, isLarge ? { atMost: 0.5 } : {}),
    row(
      'with the titles of all pages, MiB more',
      only(peak(withTitles).median - peak(guideline).median),
      isLarge ? { atMost: 350 } : {},
    ),
  ];
}

/** Writes claims of which one in a hundred is broken; how many findings of which rule there must be. */
function writeBroken(name, count) {
  const expected = {};
  let number = 0;
  writeLines(
    name,
    map(generateClaims(count, { titles }), (claim) => {
      const line = feverLine(claim);
      if (number++ % 100 !== 50) return line;
      const [ruleId, breakLine] = breakages[Math.floor(number / 100) % breakages.length];
      expected[ruleId] = (expected[ruleId] ?? 0) + 1;
      return breakLine(line);
    }),
  );
  return { name, expected };
}

/** Nothing is timed before what is found is what was broken. */
function checkFound(args, expected) {
  const { stdout } = runCase({
    name: 'validate',
    args,
    exitCode: Object.keys(expected).length === 0 ? 0 : 1,
  });
  const found = {};
  for (const { ruleId } of JSON.parse(stdout).diagnostics) found[ruleId] = (found[ruleId] ?? 0) + 1;
  const sorted = (counts) => JSON.stringify(Object.entries(counts).sort());
  if (sorted(found) !== sorted(expected))
    throw new Error(`Broken: ${sorted(expected)}; found: ${sorted(found)}.`);
}

const frameMs = 1000 / 60;

function framesOf({ results }) {
  return summarise(results.map(({ slow }) => slow / frameMs));
}

function* map(items, change) {
  for (const item of items) yield change(item);
}

function* range(count) {
  for (let number = 0; number < count; number++) yield number;
}

function only(value) {
  return { median: value, min: value, max: value };
}
