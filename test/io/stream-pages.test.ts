import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { recordsOfDraft } from '../../src/corpus/records-of-draft.ts';
import { applyArticleLosses } from '../../src/formats/corpora/article-losses.ts';
import { findCorpusFormat } from '../../src/formats/corpora/index.ts';
import { streamPageRecords } from '../../src/io/stream-pages.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { exampleArticles } from '../formats/corpora/example-articles.ts';

test.each(['wiki-pages', 'feverous-pages'] as const)(
  '%s are streamed from a file, broken lines told apart',
  (id) => {
    const format = findCorpusFormat(id);
    const lines = [...(format.write?.(exampleArticles) ?? [])];
    const file = path.join(temporaryFolder(), 'pages.jsonl');
    writeFileSync(file, `${lines.join('')}{"broken\n`);
    const pages = [...streamPageRecords(file, id)];
    expect(pages.pop()).toEqual({ lineNumber: lines.length + 1, records: undefined });
    expect(pages.map(({ records }) => records)).toEqual(
      exampleArticles.flatMap((article) => {
        const kept = applyArticleLosses(format.losses, article).article;
        return kept === undefined ? [] : [recordsOfDraft(kept)];
      }),
    );
  },
);
