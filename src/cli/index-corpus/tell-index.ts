import { countWords } from '../../reporters/count-words.ts';
import { printJson } from '../../reporters/print-json.ts';
import type { IndexTask } from './index-task.ts';
import { type IndexSummary, printIndex } from './print-index.ts';

/** Prints the figures of an index, and says on stderr what is not in it. */
export async function tellIndex(summary: IndexSummary, { options, io }: IndexTask): Promise<void> {
  if (options.json === true) await io.stdout.write(`${printJson(summary)}\n`);
  else for (const line of printIndex(summary)) await io.stdout.write(line);
  const { unreadable = 0 } = summary;
  if (unreadable > 0)
    await io.stderr.write(
      `${countWords(unreadable, 'article')} left out that cannot be read as tagged text: \`claimset validate --corpus\` tells of those that claims cite.\n`,
    );
}
