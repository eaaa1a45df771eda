import { join, resolve } from 'node:path';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { compareDiagnostics } from '../../diagnostic/diagnostic.ts';
import { UsageError } from '../../errors.ts';
import { shownPath } from '../../io/files.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { writeAllFiles } from '../../io/write-all-files.ts';
import { toNfc } from '../../text/normalise.ts';
import { printable } from '../../text/printable.ts';
import { type RemapChoices, RemapPlanner } from '../../validate/remap/plan-remap.ts';
import { defineCommand } from '../command.ts';
import { addDatasetOption } from '../options.ts';
import { printRemapJson, printRemapText, type RemapOutcome } from '../remap/print-remap.ts';
import { remapRecords } from '../remap/remap-records.ts';
import { findReplacement, type Replacement } from '../remap/replaced-articles.ts';
import { report } from '../report/report.ts';

interface Options {
  readonly accept?: boolean;
  readonly acceptId?: readonly string[];
  readonly dataset?: string;
  readonly json?: boolean;
  readonly map?: readonly string[];
  readonly write?: boolean;
}

export const remap = defineCommand<[string, string], Options>({
  configure: (command) => {
    addDatasetOption(command)
      .argument('<old>', 'the article (.txt) that claims cite, or a folder of articles')
      .argument('<new>', 'the newer text of it, or a folder of newer texts')
      .option('--accept', 'take all that is uncertain')
      .option('--accept-id <id>', 'take what this old id may have become (repeatable)', collect)
      .option('--map <old=new>', 'say what an old id has become (repeatable)', collect)
      .option('--write', 'change the files; without it the plan is only shown')
      .option('--json', 'print the plan as JSON')
      .addHelpText(
        'after',
        `
Evidence ids of claims, annotations, fingerprints and suppressions move with their sentences. Where the old
text lies in the corpus of the dataset and the new one does not, the new text takes its place. All files
are written or none, and none while something is still to be confirmed.
Run it once for one replacement: ids that were moved would be moved again.`,
      );
  },
  examples: [
    ['claimset remap corpus/a-town.txt ~/new/a-town.txt', 'what a newer text of an article would change'],
    ['claimset remap corpus/a-town.txt ~/new/a-town.txt --write', 'change it, where nothing is uncertain'],
    ['claimset remap old-corpus corpus --accept --write', 'all articles, the uncertain ones too'],
  ],
  run: async ([old, next], options, io) => {
    const folder = findDatasetFolder(io.cwd, options.dataset);
    const config = await loadConfig(folder);
    const replacement = findReplacement({
      oldPath: resolve(io.cwd, old),
      newPath: resolve(io.cwd, next),
      corpus: join(folder, config.corpus),
      cwd: io.cwd,
    });
    const { errors } = replacement;
    if (errors.length > 0) {
      await report(errors, { files: 1, records: 0 }, io.stderr, io);
      await io.stderr.write('Nothing was done: mend the new text first.\n');
      return 1;
    }
    const planner = new RemapPlanner(replacement.articles, choicesOf(options, replacement));
    const changed = remapRecords(planner, { folder, config, replacement, cwd: io.cwd });
    const plan = planner.finish();
    const isOpen = plan.open.length > 0 || changed.refused.length > 0;
    const files = [...replacement.files, ...changed.files];
    const isWritten = options.write === true && !isOpen;
    if (isWritten) writeAllFiles(files);
    const outcome: RemapOutcome = {
      plan,
      replacement,
      changed,
      isWritten,
      articleFiles: replacement.files.map(({ path }) => shownPath(path, io.cwd)),
    };
    if (options.json === true) {
      await io.stdout.write(printRemapJson(outcome));
      return isOpen ? 1 : 0;
    }
    for (const line of printRemapText(outcome)) await io.stdout.write(line);
    const findings = [...plan.open.map(({ diagnostic }) => diagnostic), ...changed.refused];
    if (findings.length > 0) {
      const { records } = changed;
      await report(findings.sort(compareDiagnostics), { files: changed.recordFiles, records }, io.stdout, io);
    }
    const what = isOpen
      ? 'Nothing was written: confirm or mend what is named above.'
      : isWritten
        ? `written ${files.map(({ path }) => printable(shownPath(path, io.cwd))).join(', ') || 'nothing: all is as it should be'}`
        : files.length === 0
          ? 'Nothing is to be changed.'
          : 'Nothing was written: this is what --write would change.';
    await io.stderr.write(`${what}\n`);
    return isOpen ? 1 : 0;
  },
});

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

/** @throws UsageError for ids that are in neither text, and for two that would become one. */
function choicesOf({ accept, acceptId = [], map = [] }: Options, { articles }: Replacement): RemapChoices {
  const oldIds = new Map(articles.flatMap(({ alignment }) => [...alignment]));
  const newIds = new Map(
    articles.flatMap(({ after }) => (after?.records ?? []).map(({ id }) => [toNfc(id), id] as const)),
  );
  const accepted = new Set(acceptId.map(toNfc));
  for (const id of accepted) {
    const aligned = oldIds.get(id);
    if (aligned === undefined)
      throw new UsageError(`There is no "${id}" in the old text. Check --accept-id.`);
    if (aligned.next === undefined)
      throw new UsageError(`"${id}" is not like anything in the new text. Say what it is with --map.`);
  }
  const mapped = new Map<string, string>();
  for (const pair of map) {
    const parts = splitPair(pair, oldIds);
    const target = parts === undefined ? undefined : newIds.get(toNfc(parts[1]));
    if (parts === undefined || target === undefined) {
      throw new UsageError(
        `"${pair}" does not name an id of the old text and one of the new. Write --map "A town_sentence_3=A town_sentence_4".`,
      );
    }
    mapped.set(toNfc(parts[0]), target);
  }
  const targets = new Map<string, string>([...mapped].map(([from, to]) => [toNfc(to), from]));
  if (targets.size < mapped.size)
    throw new UsageError('Two of --map lead to the same id. An element is one.');
  for (const [id, { record, next, doubt }] of oldIds) {
    const from = next === undefined || doubt !== undefined ? undefined : targets.get(toNfc(next.id));
    if (from !== undefined && from !== id)
      throw new UsageError(`"${next?.id}" is what "${record.id}" has become, word for word. Check --map.`);
  }
  return {
    isAccepted: (id) => {
      const to = oldIds.get(id)?.next?.id;
      // What a person has given to another id is not taken.
      if (to !== undefined && targets.has(toNfc(to))) return false;
      return accept === true || accepted.has(id);
    },
    mapped,
  };
}

/** The two ids of `old=new`; titles may hold an equals sign. */
function splitPair(pair: string, oldIds: ReadonlyMap<string, unknown>): [string, string] | undefined {
  for (let at = pair.indexOf('='); at >= 0; at = pair.indexOf('=', at + 1)) {
    const [from, to] = [pair.slice(0, at), pair.slice(at + 1)];
    if (oldIds.has(toNfc(from)) && parseEvidenceId(to) !== undefined) return [from, to];
  }
  return undefined;
}
