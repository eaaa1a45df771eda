import { extname, resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { Config } from '../../claims/config.ts';
import { defaultConfig } from '../../claims/default-config.ts';
import { compareDiagnostics } from '../../diagnostic/diagnostic.ts';
import { UsageError } from '../../errors.ts';
import { readableFormats } from '../../formats/index.ts';
import { openAtomicFile } from '../../io/atomic-write.ts';
import { kindOfPath, shownPath } from '../../io/files.ts';
import { loadConfig } from '../../io/load-config.ts';
import { formatNumber } from '../../reporters/count-words.ts';
import { printJson } from '../../reporters/print-json.ts';
import { auditKinds, auditNames } from '../../stats/leak-audit/audit-kinds.ts';
import { type AuditOptions, auditLeaks } from '../../stats/leak-audit/audit-leaks.ts';
import type { LeakAudit } from '../../stats/leak-audit/leak-audit.ts';
import { type LeakBudgets, overLeakBudgets } from '../../stats/leak-audit/leak-budgets.ts';
import { printLeakAudit } from '../../stats/leak-audit/print-leak-audit.ts';
import { defaultBands } from '../../stats/near-duplicates/bands.ts';
import { fiveCharacters, type Shingles, singleWords } from '../../stats/near-duplicates/shingles.ts';
import { createTerminalStyle } from '../../text/terminal-style.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import { type CommandIo, wantsColor } from '../command-io.ts';
import { requestedPath } from '../dataset/requested-path.ts';
import { guardInputs, guardOutput } from '../exchange/write-claims.ts';
import { leakBudgetsOf, optionName, parseLeakBudgets, settingName } from '../leak/budgets.ts';
import { type LeakSource, leakSourcesOf } from '../leak/leak-sources.ts';
import { csvFindings, type FindingPrinter, jsonFindings } from '../leak/print-finding.ts';
import { madeTitles, type ReadClaims, readAuditedClaims } from '../leak/read-audited-claims.ts';
import { addDatasetOption, parseSeed, parseWhole } from '../options.ts';
import { withPlainFiles } from '../score/with-plain-files.ts';

interface Options {
  readonly byEvidence?: boolean;
  readonly dataset?: string;
  readonly force?: boolean;
  readonly format: 'json' | 'markdown' | 'text';
  readonly from?: string;
  readonly json?: boolean;
  readonly max?: Partial<LeakBudgets>;
  readonly minHash?: true | { readonly bands: number; readonly rows: number };
  readonly nearDuplicate?: number;
  readonly output?: string;
  readonly seed: number;
  readonly shingles?: Shingles;
  readonly show?: number;
}

/** Findings of each kind that are shown where nothing else is asked for. */
const customarilyShown = { json: 1000, markdown: 3, text: 3 };

export const leak = defineCommand<[readonly string[]], Options>({
  configure: (command) => {
    addDatasetOption(
      command.argument(
        '[what...]',
        'a dataset folder, a build, a file whose claims tell their split; or several files or folders, each a split, called as the file is or by name=file; - for standard input, with --from (default: the dataset folder)',
      ),
    )
      .addOption(
        new Option('--from <format>', 'what the files of claims are (default: recognised)').choices(
          readableFormats.map(({ id }) => id),
        ),
      )
      .option(
        '--max <kind=number>',
        'how many are allowed of a kind, or all; several with commas',
        parseLeakBudgets,
      )
      .option(
        '--near-duplicate <similarity>',
        'Jaccard similarity from which claims are near-duplicates (default: as configured, else 0.8)',
        parseSimilarity,
      )
      .option(
        '--shingles <units>',
        'what is compared: words, words:3 (runs of three), characters (runs of five), characters:4 (default: words)',
        parseShingles,
      )
      .option(
        '--min-hash [bands x rows]',
        `look for near-duplicates by MinHash, which leaves some out (default: ${defaultBands.bands}x${defaultBands.rows})`,
        parseBands,
      )
      .option('--seed <number>', 'seed of MinHash', parseSeed, 0)
      .option(
        '--by-evidence',
        'each claim is judged by its own evidence alone: with other evidence it is another question (default: as customary for the format)',
      )
      .option('--no-by-evidence', 'a claim has one label, whatever its evidence')
      .option('--show <number>', 'findings shown of each kind (default: 3, as JSON 1000)', parseWhole)
      .addOption(
        new Option('-f, --format <format>', 'how to print')
          .choices(['json', 'markdown', 'text'])
          .default('text'),
      )
      .option('--json', 'the same as --format json')
      .option('-o, --output <file>', 'write all findings to a .csv or .jsonl file, too')
      .option('--force', 'replace the output file if it is there')
      .addHelpText(
        'after',
        `
Kinds, for --max, and what they are in claimset.config.json:
${auditKinds.map((kind) => `  ${optionName(kind).padEnd(20)} leak.${settingName(kind)}`).join('\n')}
Without settings all must be 0 but shared-article and near-contradictions. Ends with 1 where there are more.
What each figure counts, and how to mend it: docs/leak.md.`,
      );
  },
  examples: [
    ['claimset leak', 'audit the dataset folder, by its lock file and its budgets'],
    ['claimset leak train.jsonl dev.jsonl test.jsonl', 'audit the files of any dataset of the family'],
    ['claimset leak train=old/all.jsonl dev=new.csv --max near-duplicates=100', 'names and budgets'],
    ['claimset leak train.jsonl dev.jsonl -o leaks.csv', 'all pairs, for a spreadsheet'],
  ],
  run: async ([what], options, io) => {
    const path = requestedPath(what[0], options.dataset, io.cwd);
    const args = what.length === 0 ? [path] : what;
    const sources = leakSourcesOf(args, io.cwd);
    guardTarget(
      sources.map(({ path }) => path),
      options,
      io.cwd,
    );
    return withPlainFiles(
      sources.map(({ path }) => path),
      async (plain) => {
        const shown = new Map(plain.map((path, at) => [path, sources[at]?.path ?? path]));
        const unpacked = sources.map(
          (source, at): LeakSource => ({ ...source, path: plain[at] ?? source.path }),
        );
        const read = await readAuditedClaims(
          unpacked,
          {
            format: options.from,
            isPair: options.byEvidence,
            nameOf: (path) => shownPath(shown.get(path) ?? path, io.cwd),
          },
          io,
        );
        // A folder does not tell before which files it has.
        guardInputs(options.output, read.files, io.cwd);
        return auditAndTell(sources, read, options, io);
      },
    );
  },
});

async function auditAndTell(
  sources: readonly LeakSource[],
  { claims, files, problems }: ReadClaims,
  options: Options,
  io: CommandIo,
): Promise<ExitCode> {
  const format = options.json === true ? 'json' : options.format;
  const shown = options.show ?? customarilyShown[format];
  const config = await configOf(sources);
  const budgets = leakBudgetsOf(config, options.max);
  const measure = {
    threshold: options.nearDuplicate ?? config.split.nearDuplicate,
    ...(options.shingles !== undefined && { shingles: options.shingles }),
    ...(options.minHash !== undefined && {
      minHash: { ...(options.minHash === true ? defaultBands : options.minHash), seed: options.seed },
    }),
  };
  const request = {
    nearDuplicate: measure,
    madeTitles,
    maxFindings: shown,
  };
  const audit =
    options.output === undefined
      ? auditLeaks(claims, request)
      : auditToFile(claims, request, resolve(io.cwd, options.output));
  if (format === 'json') {
    await io.stdout.write(`${printJson(jsonOf(audit, budgets))}\n`);
  } else if (format === 'markdown') {
    const { printLeakAuditMarkdown } = await import('../../stats/leak-audit/print-leak-audit-markdown.ts');
    for (const piece of printLeakAuditMarkdown(audit, { shown, budgets })) await io.stdout.write(piece);
  } else {
    const style = createTerminalStyle(wantsColor(io, io.stdout));
    const width = io.stdout.columns ?? 100;
    for (const piece of printLeakAudit(audit, { style, width, shown, budgets })) await io.stdout.write(piece);
  }
  return tell(audit, budgets, { files, problems }, io);
}

/** The settings of a dataset folder; the defaults for anything else, whose settings are nobody's. */
async function configOf(sources: readonly LeakSource[]): Promise<Config> {
  const [only] = sources;
  return sources.length === 1 && only !== undefined && kindOfPath(only.path) === 'folder'
    ? loadConfig(only.path)
    : defaultConfig;
}

/** The audit, all findings of which are written to a file on the way. */
function auditToFile(claims: ReadClaims['claims'], request: AuditOptions, path: string): LeakAudit {
  const printer = printerOf(path);
  const file = openAtomicFile(path);
  try {
    file.write(printer.head);
    const audit = auditLeaks(claims, { ...request, tell: (finding) => file.write(printer.print(finding)) });
    file.commit();
    return audit;
  } catch (cause) {
    file.abandon();
    throw cause;
  }
}

/** @throws UsageError for an output that is no file of findings, or a file that somebody may want */
function guardTarget(inputs: readonly string[], { output, force }: Options, cwd: string): void {
  if (output === undefined) return;
  printerOf(output);
  guardInputs(output, inputs, cwd);
  guardOutput(output, force, cwd);
}

function printerOf(path: string): FindingPrinter {
  const ending = extname(path).toLowerCase();
  if (ending === '.csv') return csvFindings;
  if (ending === '.jsonl') return jsonFindings;
  throw new UsageError(`Findings are written as .csv or .jsonl: "${path}" is called neither.`);
}

function jsonOf({ figures, ...audit }: LeakAudit, budgets: LeakBudgets): object {
  const withBudgets = auditKinds.map((kind) => {
    const { findings, ...figure } = figures[kind];
    return [kind, { ...figure, allowed: budgets[kind], findings }];
  });
  return { ...audit, figures: Object.fromEntries(withBudgets) };
}

/** Tells what could not be read, and what is over its budget. */
async function tell(
  audit: LeakAudit,
  budgets: LeakBudgets,
  { files, problems }: Pick<ReadClaims, 'files' | 'problems'>,
  io: CommandIo,
): Promise<ExitCode> {
  if (problems.length > 0) {
    const { report } = await import('../report/report.ts');
    const read = { files: files.length, records: audit.claims };
    await report([...problems].sort(compareDiagnostics), read, io.stderr, io);
  }
  const over = overLeakBudgets(audit, budgets);
  for (const { kind, count, allowed } of over) {
    await io.stderr.write(
      `error: ${auditNames[kind]}: ${formatNumber(count)}, over the budget of ${formatNumber(allowed)} (--max ${optionName(kind)} or leak.${settingName(kind)})\n`,
    );
  }
  return over.length > 0 || problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function parseSimilarity(value: string): number {
  const similarity = Number(value);
  if (!(similarity > 0 && similarity <= 1))
    throw new InvalidArgumentError('Give a number above 0, up to 1, such as 0.8.');
  return similarity;
}

function parseShingles(value: string): Shingles {
  const [, unit, n] = /^(words|characters)(?::(\d{1,3}))?$/.exec(value) ?? [];
  if (unit === undefined) throw new InvalidArgumentError('Write it like words, words:3 or characters:5.');
  const customary = unit === 'words' ? singleWords : fiveCharacters;
  return { ...customary, ...(n !== undefined && { n: Number(n) }) };
}

function parseBands(value: string): { readonly bands: number; readonly rows: number } {
  const [, bands, rows] = /^(\d{1,4})x(\d{1,4})$/.exec(value) ?? [];
  if (bands === undefined || rows === undefined) throw new InvalidArgumentError('Write it like 16x6.');
  return { bands: Number(bands), rows: Number(rows) };
}
