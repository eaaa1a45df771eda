import { resolve } from 'node:path';
import type { Article } from '../../corpus/article.ts';
import type { DraftArticle } from '../../corpus/draft-article.ts';
import { draftOfArticle } from '../../corpus/draft-of-article.ts';
import { isSameDraft } from '../../corpus/same-draft.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { UsageError } from '../../errors.ts';
import { applyArticleLosses } from '../../formats/corpora/article-losses.ts';
import type { CorpusFormat } from '../../formats/corpus-format.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { followLinks, shownPath } from '../../io/files.ts';
import { openReadSource } from '../../io/open-read-source.ts';
import type { DatabaseFormat } from '../../io/stores/database-format.ts';
import { openCorpus } from '../../io/stores/open-corpus.ts';
import { writeDatabase } from '../../io/stores/write-database.ts';
import { plural } from '../../text/plural.ts';
import type { ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import type { WritableCorpusFormat } from './late-formats.ts';
import { tellVerified } from './write-claims.ts';

/** Writes articles in a format, tells what it loses, and reads them back where that is asked for. */
export async function exportArticles(
  format: WritableCorpusFormat,
  articles: readonly Article[],
  { output, verify }: { readonly output: string | undefined; readonly verify: boolean },
  io: CommandIo,
): Promise<ExitCode> {
  const drafts = articles.map(draftOfArticle);
  const { kept, counts } = keptArticles(format, drafts);
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
  const back = format.read(openReadSource(resolve(io.cwd, output), output));
  return proveArticles(kept, back, { output, isLossy: counts.size > 0 }, io);
}

/** Writes articles as a database, tells what it loses, and reads them back where that is asked for. */
export async function exportDatabase(
  format: DatabaseFormat,
  articles: readonly Article[],
  { output, verify }: { readonly output: string | undefined; readonly verify: boolean },
  io: CommandIo,
): Promise<ExitCode> {
  if (output === undefined) throw new UsageError(`${format.title} is a file: name one with --output.`);
  const drafts = articles.map(draftOfArticle);
  const { kept, counts } = keptArticles(format, drafts);
  const path = followLinks(resolve(io.cwd, output));
  const written = await writeDatabase(path, format, drafts);
  await io.stderr.write(
    `written ${written.articles} of ${drafts.length} ${plural('article', drafts.length)} to ${shownPath(path, io.cwd)}\n`,
  );
  await tellArticleLosses(format, counts, io);
  if (!verify) return 0;
  const { store } = await openCorpus(path, io.cwd, { say: (message) => io.stderr.write(`${message}\n`) });
  try {
    return await proveArticles(kept, store?.articles() ?? [], { output, isLossy: counts.size > 0 }, io);
  } finally {
    store?.close();
  }
}

/** The articles as they come back, and how many lose what. */
function keptArticles({ losses }: Pick<CorpusFormat, 'losses'>, drafts: readonly DraftArticle[]) {
  const counts = new Map<string, number>();
  const kept = drafts.flatMap((draft) => {
    const { article, losses: met } = applyArticleLosses(losses, draft);
    for (const { id } of met) counts.set(id, (counts.get(id) ?? 0) + 1);
    return article ?? [];
  });
  return { kept, counts };
}

/** Compares articles that were read back with those that should be there, and tells. */
async function proveArticles(
  kept: readonly DraftArticle[],
  found: Iterable<{
    readonly article?: DraftArticle | undefined;
    readonly diagnostic?: Diagnostic | undefined;
  }>,
  { output, isLossy }: { readonly output: string; readonly isLossy: boolean },
  io: CommandIo,
): Promise<ExitCode> {
  const problems: string[] = [];
  const back: DraftArticle[] = [];
  for (const { article, diagnostic } of found) {
    if (article !== undefined) back.push(article);
    else if (diagnostic?.severity === 'error') problems.push(diagnostic.message);
  }
  if (back.length !== kept.length) problems.push(`it holds ${back.length} articles, not ${kept.length}`);
  // By title: a database has an order of its own.
  const backOf = new Map(back.map((article) => [article.title, article]));
  for (const draft of kept) {
    const same = backOf.get(draft.title);
    if (same === undefined) problems.push(`article ${draft.title} is missing`);
    else if (!isSameDraft(same, draft)) problems.push(`article ${draft.title} came back different`);
  }
  for (const problem of problems.slice(0, 5)) await io.stderr.write(`error: ${output}: ${problem}\n`);
  if (problems.length === 0) await tellVerified(isLossy, io);
  return problems.length === 0 ? 0 : 1;
}

/** Tells on stderr what a format of articles lost. */
async function tellArticleLosses(
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
