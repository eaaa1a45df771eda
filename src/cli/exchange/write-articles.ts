import { resolve } from 'node:path';
import { articleOfDraft } from '../../corpus/article-of-draft.ts';
import type { CarriedEvidence } from '../../corpus/carried-evidence.ts';
import { draftsOfTexts } from '../../corpus/drafts-of-texts.ts';
import { printDraft } from '../../corpus/print-draft.ts';
import { openAtomicFile } from '../../io/atomic-write.ts';
import { followLinks, shownPath } from '../../io/files.ts';
import { plural } from '../../text/plural.ts';
import { printable } from '../../text/printable.ts';
import type { CommandIo } from '../command-io.ts';

/**
 * Writes the texts that files of claims carried as articles, all in one file of tagged text, and tells what could not be written:
 * texts of other elements than sentences, and articles with a text that would be read as something else.
 *
 * @returns whether all texts were written
 */
export async function writeArticles(
  carried: CarriedEvidence,
  output: string,
  io: CommandIo,
): Promise<boolean> {
  const { articles, others } = draftsOfTexts(carried.texts);
  const path = followLinks(resolve(io.cwd, output));
  const refused: string[] = [];
  const file = openAtomicFile(path);
  try {
    for (const [which, draft] of articles.entries()) {
      const article = articleOfDraft(draft, path);
      const texts = article?.records.map(({ text }) => text);
      const isSame =
        texts?.length === draft.elements.length &&
        draft.elements.every(
          (element, at) => element.kind === 'sentence' && element.text.trim() === texts[at],
        );
      if (isSame) file.write(`${which > 0 ? '\n' : ''}${printDraft(draft)}`);
      else refused.push(draft.title);
    }
    file.commit();
  } catch (cause) {
    file.abandon();
    throw cause;
  }
  const written = articles.length - refused.length;
  await io.stderr.write(`written ${written} ${plural('article', written)} to ${shownPath(path, io.cwd)}\n`);
  for (const title of refused.slice(0, 5))
    await io.stderr.write(
      `error: the article ${printable(title)} was left out: a text in it would be read as an id or as another article\n`,
    );
  if (refused.length > 5) await io.stderr.write(`error: and ${refused.length - 5} more articles\n`);
  if (others.length > 0)
    await io.stderr.write(
      `error: ${others.length} ${plural('text', others.length)} left out that are no sentences, such as ${printable(others[0] ?? '')}\n`,
    );
  return refused.length === 0 && others.length === 0;
}
