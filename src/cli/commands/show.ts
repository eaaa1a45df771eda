import type { EvidenceRecord } from '../../corpus/article.ts';
import { contextOf } from '../../corpus/context.ts';
import { describeRecord } from '../../corpus/describe-record.ts';
import { UsageError } from '../../errors.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { loadCorpus } from '../../io/load-corpus.ts';
import { printable } from '../../text/printable.ts';
import { defineCommand } from '../command.ts';
import { wantsColor } from '../command-io.ts';
import { addDatasetOption } from '../options.ts';

interface Options {
  readonly dataset?: string;
  readonly json?: boolean;
}

export const show = defineCommand<[string[]], Options>({
  configure: (command) => {
    addDatasetOption(command)
      .argument('<id...>', 'evidence ids, each in quotes')
      .option('--json', 'as JSON, one element a line');
  },
  examples: [
    ['claimset show "First Nagorno-Karabakh War_sentence_6"', 'a sentence with its section'],
    ['claimset show "First Nagorno-Karabakh War_cell_1_2_2"', 'a cell with its headers, in its table'],
  ],
  run: async ([ids], options, io) => {
    const folder = findDatasetFolder(io.cwd, options.dataset);
    const { evidence } = loadCorpus(folder, (await loadConfig(folder)).corpus, io.cwd);
    const found = ids.map((id) => {
      const record = evidence.get(id);
      const text = evidence.text(id);
      if (record !== undefined || text !== undefined) return { id, record, text };
      const near = evidence.nearest(id).map((candidate) => `"${candidate}"`);
      throw new UsageError(
        `There is no "${id}" in the corpus. ${near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '`claimset parse` lists all ids.'}`,
      );
    });
    const color = wantsColor(io, io.stdout);
    for (const [which, { id, record, text }] of found.entries()) {
      const gap = which > 0 && options.json !== true ? '\n' : '';
      await io.stdout.write(
        `${gap}${record === undefined ? showTitle(id, text ?? '', options) : showRecord(record)}`,
      );
    }
    return 0;

    function showRecord(record: EvidenceRecord): string {
      if (options.json === true) return `${JSON.stringify({ ...record, context: contextOf(record) })}\n`;
      return describeRecord(record, evidence, { color });
    }
  },
});

/** A title id stands in contexts and has no element of its own. */
function showTitle(id: string, title: string, { json }: Options): string {
  if (json === true) return `${JSON.stringify({ id, kind: 'title', title, text: title })}\n`;
  return `${printable(id)}\ntitle\n\n  ${printable(title)}\n`;
}
