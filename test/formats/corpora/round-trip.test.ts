import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftArticle } from '../../../src/corpus/draft-article.ts';
import { applyArticleLosses } from '../../../src/formats/corpora/article-losses.ts';
import { corpusFormats, findCorpusFormat } from '../../../src/formats/corpora/index.ts';
import type { CorpusFormat } from '../../../src/formats/corpus-format.ts';
import { formats } from '../../../src/formats/index.ts';
import { splitLines } from '../../../src/text/source-line.ts';
import { anyCharacter } from '../../any-character.ts';
import { runs } from '../../runs.ts';
import { arbitraryArticles, comparableArticle, exampleArticles } from './example-articles.ts';

type WholeFormat = CorpusFormat & Required<Pick<CorpusFormat, 'write'>>;

const wholeFormats = corpusFormats.filter((format): format is WholeFormat => format.write !== undefined);

function write(format: WholeFormat, articles: Iterable<DraftArticle>): string {
  return [...format.write(articles)].join('');
}

function read(format: CorpusFormat, text: string): string[] {
  return [...format.read({ file: 'x', text })].flatMap(({ article, diagnostic }) => {
    // Findings about an article, such as a gap in its numbers, come with the article.
    expect(diagnostic?.ruleId ?? '').not.toMatch(/^format\//);
    return article === undefined ? [] : [comparableArticle(article)];
  });
}

/** What the declared losses leave of the articles. */
function keep(format: CorpusFormat, articles: readonly DraftArticle[]): string[] {
  return articles.flatMap((article) => {
    const kept = applyArticleLosses(format.losses, article).article;
    return kept === undefined ? [] : [comparableArticle(kept)];
  });
}

describe('registry', () => {
  test('is sorted, and each format stands in the file of its name', () => {
    const ids = corpusFormats.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    const folder = path.resolve(import.meta.dirname, '../../../src/formats/corpora');
    const files = readdirSync(folder).filter((file) =>
      /^export const \w+: CorpusFormat = /m.test(readFileSync(path.join(folder, file), 'utf8')),
    );
    expect(files.map((file) => path.basename(file, '.ts')).sort()).toEqual(ids);
    expect(ids.map(findCorpusFormat)).toEqual(corpusFormats);
  });
});

describe.each(wholeFormats)('$id', (format) => {
  test('reading what was written gives the articles without the declared losses, in order', () => {
    for (const article of exampleArticles)
      expect(read(format, write(format, [article]))).toEqual(keep(format, [article]));
    expect(read(format, write(format, exampleArticles))).toEqual(keep(format, exampleArticles));
  });

  test('the same holds for any articles', () => {
    fc.assert(
      fc.property(arbitraryArticles, (articles) => {
        expect(read(format, write(format, articles))).toEqual(keep(format, articles));
      }),
      { numRuns: runs(500) },
    );
  });

  test('writing what was read gives the same bytes', () => {
    fc.assert(
      fc.property(arbitraryArticles, (articles) => {
        const text = write(format, articles);
        const back = [...format.read({ file: 'x', text })].flatMap(({ article }) => article ?? []);
        expect(write(format, back)).toBe(text);
        expect(text).toMatch(/^$|\n$/);
      }),
    );
  });

  test('what is read line by line is what is read of the whole text', () => {
    const text = write(format, exampleArticles);
    const source = { file: 'x', text, lines: { [Symbol.iterator]: () => splitLines('x', text) } };
    expect([...format.read(source)]).toEqual([...format.read({ file: 'x', text })]);
  });

  test('each loss happens, and what it does not affect it leaves as it is', () => {
    const met = new Set(
      exampleArticles.flatMap((article) =>
        applyArticleLosses(format.losses, article).losses.map(({ id }) => id),
      ),
    );
    expect([...met].sort()).toEqual(format.losses.map(({ id }) => id).sort());
    fc.assert(
      fc.property(arbitraryArticles, (articles) => {
        for (const article of [...exampleArticles, ...articles]) {
          let kept: DraftArticle | undefined = article;
          for (const { id, forget } of format.losses) {
            const before: DraftArticle = kept;
            kept = forget(before);
            if (kept === undefined) break;
            const isSame = comparableArticle(kept) === comparableArticle(before);
            expect([id, kept === before]).toEqual([id, isSame]);
            expect([id, forget(kept) === kept]).toEqual([id, true]);
          }
        }
      }),
    );
  });

  test('its files are recognised, and no other format takes them for its own', () => {
    const text = write(format, exampleArticles);
    for (const head of [text, `\uFEFF${text}`, text.slice(0, 300)]) {
      expect(corpusFormats.filter(({ sniff }) => sniff(head)).map(({ id }) => id)).toEqual([format.id]);
      expect(formats.filter(({ sniff }) => sniff(head)).map(({ id }) => id)).toEqual([]);
    }
  });

  test('any text is read without an exception', () => {
    fc.assert(
      fc.property(
        arbitraryArticles,
        fc.nat(),
        fc.string({ unit: anyCharacter, maxLength: 3 }),
        (articles, at, put) => {
          const text = write(format, articles);
          const from = at % (text.length + 1);
          const broken = text.slice(0, from) + put + text.slice(from + put.length);
          for (const { article, diagnostic } of format.read({ file: 'x', text: broken })) {
            expect(article === undefined).toBe(diagnostic !== undefined);
            if (diagnostic === undefined) continue;
            expect(diagnostic.place.span.start).toBe(diagnostic.place.start.offset);
            expect(diagnostic.place.span.end).toBeLessThanOrEqual(broken.length);
          }
        },
      ),
      { numRuns: runs(500) },
    );
  });

  test('the golden file', async () => {
    await expect(write(format, exampleArticles)).toMatchFileSnapshot(
      path.resolve(import.meta.dirname, `../fixtures/${format.id}/expected.${format.extensions[0]}`),
    );
  });
});
