import { join } from 'node:path';
import { applyEdits } from '../../diagnostic/apply-edits.ts';
import type { Edit } from '../../diagnostic/diagnostic.ts';
import { UsageError } from '../../errors.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { followLinks, readBytes, shownPath } from '../../io/files.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { loadCorpus } from '../../io/load-corpus.ts';
import { findFilesToCheck } from '../../io/record-files.ts';
import { countWords } from '../../reporters/count-words.ts';
import { decodeLossless, encodeUtf8 } from '../../text/decode-utf8.ts';
import { printable } from '../../text/printable.ts';
import { readLines } from '../../text/source-line.ts';
import { fingerprintEdits } from '../../validate/evidence/fingerprint-edits.ts';
import { createLineEntry } from '../../validate/line-entry.ts';
import { recordOf } from '../../validate/record-of.ts';
import { defineCommand } from '../command.ts';
import { addDatasetOption } from '../options.ts';

interface Options {
  readonly dataset?: string;
  readonly update?: boolean;
}

export const fingerprint = defineCommand<[string[]], Options>({
  configure: (command) => {
    addDatasetOption(command)
      .argument(
        '[paths...]',
        'claims (.jsonl) or folders (default: the claims of the dataset, without annotations)',
      )
      .option(
        '--update',
        'accept texts that were changed, and remove fingerprints of what is not cited any more',
      )
      .addHelpText(
        'after',
        `
A claim keeps the fingerprints of the texts it cites, so that \`claimset validate\` tells when a text is
another one than it was. Run it when evidence is chosen; what is there already stays.`,
      );
  },
  examples: [
    ['claimset fingerprint', 'add the fingerprints that are missing'],
    ['claimset fingerprint --update claims/new.jsonl', 'accept the texts as they are now, in one file'],
  ],
  run: async ([paths], { dataset, update = false }, io) => {
    if (paths.includes('-'))
      throw new UsageError('Fingerprints are written into files, and standard input is none. Name the file.');
    const folder = findDatasetFolder(io.cwd, dataset);
    const config = await loadConfig(folder);
    const { evidence } = loadCorpus(folder, config.corpus, io.cwd);
    const isOwn = paths.length === 0;
    const { records } = findFilesToCheck(isOwn ? [join(folder, config.claims)] : paths, io.cwd);
    const sum = { added: 0, changed: 0, unused: 0, unresolved: 0, refused: 0 };
    const written: string[] = [];
    for (const { path, kind } of records) {
      // An annotation is history: what its annotator saw, nobody can tell afterwards.
      if (isOwn && kind !== 'claim') continue;
      const bytes = readBytes(path);
      const { text, invalidBytes } = decodeLossless(bytes);
      const shown = shownPath(path, io.cwd);
      const groups: (readonly Edit[])[] = [];
      for (const line of readLines(shown, [bytes])) {
        if (line.text.trim() === '') continue;
        const entry = createLineEntry(line, { kind, form: undefined, fileEnd: line.end });
        const record = entry.problems.length > 0 || invalidBytes.length > 0 ? undefined : recordOf(entry);
        if (record === undefined) {
          sum.refused += 1;
          continue;
        }
        const { edits, ...found } = fingerprintEdits(record, evidence, update);
        if (edits.length > 0) groups.push(edits);
        for (const name of ['added', 'changed', 'unused', 'unresolved'] as const) sum[name] += found[name];
      }
      if (groups.length === 0) continue;
      const edited = applyEdits(text, groups);
      writeFileAtomic(followLinks(path), [encodeUtf8({ text: edited.text, invalidBytes })]);
      written.push(printable(shown));
    }
    await io.stderr.write(summary(sum, update, written));
    const isDone = sum.refused === 0 && sum.unresolved === 0 && (update || sum.changed === 0);
    return isDone ? 0 : 1;
  },
});

interface Sum {
  readonly added: number;
  readonly changed: number;
  readonly unused: number;
  readonly unresolved: number;
  /** Lines that are no records. */
  readonly refused: number;
}

/** What was done and what was not, in lines. */
function summary(
  { added, changed, unused, unresolved, refused }: Sum,
  isUpdate: boolean,
  written: readonly string[],
): string {
  const done = [
    `${countWords(added, 'fingerprint')} added`,
    ...(isUpdate ? [`${changed} updated`, `${unused} removed`] : []),
  ];
  const where = written.length === 0 ? '' : ` in ${written.join(', ')}`;
  const lines = [
    `${done.join(', ')}${where}`,
    ...(changed > 0 && !isUpdate
      ? [
          `${countWords(changed, 'text')} changed since: \`claimset validate\` names them. Read them again, then \`claimset fingerprint --update\`.`,
        ]
      : []),
    ...(unresolved > 0
      ? [`${countWords(unresolved, 'evidence id')} not in the corpus: see \`claimset validate\`.`]
      : []),
    ...(refused > 0
      ? [
          `${countWords(refused, 'line')} left out that no record could be read from: see \`claimset validate\`.`,
        ]
      : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
