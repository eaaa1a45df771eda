import { resolve } from 'node:path';
import type { Article } from '../../corpus/article.ts';
import type { DraftArticle } from '../../corpus/draft-article.ts';
import { draftOfArticle } from '../../corpus/draft-of-article.ts';
import type { CorpusFormat } from '../../formats/corpus-format.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { followLinks, shownPath } from '../../io/files.ts';
import { openReadSource } from '../../io/open-read-source.ts';
import { plural } from '../../text/plural.ts';
import type { ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';

/** A format that articles are written in. */
export type WritableCorpusFormat = CorpusFormat & Required<Pick<CorpusFormat, 'write'>>;

/** Writes articles in a format, tells what it loses, and reads them back where that is asked for. */
export async function exportArticles(
  format: WritableCorpusFormat,
  articles: readonly Article[],
  { output, verify }: { readonly output: string | undefined; readonly verify: boolean },
  io: CommandIo,
): Promise<ExitCode> {
  const drafts = articles.map(draftOfArticle);
  const counts = new Map<string, number>();
  const kept = drafts.flatMap((draft) => keepArticle(format, draft, counts) ?? []);
  if (output === undefined) {
    for (const piece of format.write(drafts)) {
      await io.stdout.write(piece);
      if (!io.stdout.isOpen) break;
    }
  } else {
    const path = followLinks(resolve(io.cwd, output));
    writeFileAtomic(path, format.write(drafts));
    await io.stderr.write(
      `written ${kept.length} of ${drafts.length} ${plural('article', drafts.length)} to ${shownPath(path, io.cwd)}\n`,
    );
  }
  await tellArticleLosses(format, counts, io);
  if (!verify || output === undefined) return 0;
  const problems: string[] = [];
  const back: DraftArticle[] = [];
  for (const { article, diagnostic } of format.read(openReadSource(resolve(io.cwd, output), output))) {
    if (article !== undefined) back.push(article);
    else if (diagnostic?.severity === 'error') problems.push(diagnostic.message);
  }
  if (back.length !== kept.length) problems.push(`it holds ${back.length} articles, not ${kept.length}`);
  for (const [which, draft] of kept.entries()) {
    if (JSON.stringify(back[which]) !== JSON.stringify(draft))
      problems.push(`article ${draft.title} came back different`);
  }
  for (const problem of problems.slice(0, 5)) await io.stderr.write(`error: ${output}: ${problem}\n`);
  if (problems.length === 0) await io.stderr.write('verified: read back equal, but for what is lost\n');
  return problems.length === 0 ? 0 : 1;
}

/** The article as it comes back from a format; what it lost is counted. */
export function keepArticle(
  { losses }: Pick<CorpusFormat, 'losses'>,
  draft: DraftArticle,
  counts: Map<string, number>,
): DraftArticle | undefined {
  let kept: DraftArticle | undefined = draft;
  for (const { id, forget } of losses) {
    const next: DraftArticle | undefined = forget(kept);
    if (next !== kept) counts.set(id, (counts.get(id) ?? 0) + 1);
    if (next === undefined) return undefined;
    kept = next;
  }
  return kept;
}

/** Tells on stderr what a format of articles lost. */
export async function tellArticleLosses(
  { losses }: Pick<CorpusFormat, 'losses'>,
  counts: ReadonlyMap<string, number>,
  io: CommandIo,
): Promise<void> {
  for (const { id, description } of losses) {
    const count = counts.get(id) ?? 0;
    if (count > 0)
      await io.stderr.write(`lost in ${count} ${plural('article', count)}: ${id}. ${description}\n`);
  }
}
