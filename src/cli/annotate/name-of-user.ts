import { ToolError } from '../../errors.ts';
import { isAnnotatorName } from '../../io/journal/annotation-journals.ts';
import { runGit } from '../../io/run-git.ts';
import { slugOf } from '../../text/slug.ts';
import type { CommandIo } from '../command-io.ts';

const fallback = 'annotator';

/** A name for the journal of who works alone: that which git knows, as a file's name, else `annotator`. */
export function nameOfUser(folder: string, { env }: CommandIo): string {
  try {
    const name = runGit(['config', 'user.name'], { cwd: folder, env }).toString('utf8').trim();
    const slug = name === '' ? fallback : slugOf(name).slice(0, 64);
    return isAnnotatorName(slug) ? slug : fallback;
  } catch (error) {
    // No git, or no name in it.
    if (error instanceof ToolError) return fallback;
    throw error;
  }
}
