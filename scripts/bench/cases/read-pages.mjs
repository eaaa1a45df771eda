// Reads pages as records, each with its text: FILE FORMAT [check]. With `check` they are compared with those of the format itself.
import { recordsOfDraft } from '../../../dist/corpus/records-of-draft.js';
import { findCorpusFormat } from '../../../dist/formats/corpora/index.js';
import { openReadSource } from '../../../dist/io/open-read-source.js';
import { streamPageRecords } from '../../../dist/io/stream-pages.js';
import { report } from '../report.mjs';

function run(path, format) {
  let records = 0;
  let characters = 0;
  let unread = 0;
  for (const page of streamPageRecords(path, format)) {
    if (page.records === undefined) unread += 1;
    else {
      records += page.records.length;
      for (const { text } of page.records) characters += text.length;
    }
  }
  return { records, characters, unread };
}

function check(path, format) {
  const pages = streamPageRecords(path, format);
  let compared = 0;
  for (const { article } of findCorpusFormat(format).read(openReadSource(path, path))) {
    const { records } = pages.next().value;
    if (JSON.stringify(records) !== JSON.stringify(recordsOfDraft(article)))
      throw new Error(`Page "${article.title}" is read in two ways.`);
    compared += 1;
  }
  return { compared };
}

const [, , path, format, isCheck] = process.argv;
report(isCheck === 'check' ? check(path, format) : run(path, format));
