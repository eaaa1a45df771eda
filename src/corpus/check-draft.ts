import { encodeUtf8 } from '../text/decode-utf8.ts';
import type { DraftArticle } from './draft-article.ts';
import { type EvidenceKind, evidenceKinds, numbersOfKind } from './evidence-kind.ts';
import { banner } from './find-articles.ts';
import { parseCorpusFile } from './parse.ts';
import { printDraft } from './print-draft.ts';
import { idOfPlainRecord } from './read-records.ts';
import { recordsOfDraft } from './records-of-draft.ts';

/** Why the tagged text of a draft would not say what the draft says. */
export interface DraftFault {
  /** `title`: ids are not read back with it; `id`, `banner`: a text holds one; `other`: a text comes back as another. */
  readonly reason: 'title' | 'id' | 'banner' | 'other';
  /** What stands in the draft: the title, the id, the line, the text. */
  readonly found: string;
}

/**
 * Why the tagged text of a draft, alone or behind another article, is not read as the elements of the draft with their texts;
 * `undefined` where it is.
 */
export function draftFault(draft: DraftArticle): DraftFault | undefined {
  const expected = recordsOfDraft(draft);
  const twice = encodeUtf8({ text: printDraft(draft).repeat(2), invalidBytes: [] });
  const { articles } = parseCorpusFile('', twice);
  const isSound =
    articles.length === 2 &&
    articles.every(
      ({ title, records }) =>
        title === draft.title &&
        records.length === expected.length &&
        expected.every(
          (record, which) =>
            records[which]?.id === idOfPlainRecord(record) && records[which].text === record.text,
        ),
    );
  if (isSound) return undefined;
  for (const { text } of expected) {
    const id = idIn(text, draft.title);
    if (id !== undefined) return { reason: 'id', found: id };
    if (text.split(/\r?\n/).includes(banner)) return { reason: 'banner', found: banner };
  }
  const records = articles[0]?.records ?? [];
  const changed = expected.find(
    (record, which) => records[which]?.id === idOfPlainRecord(record) && records[which].text !== record.text,
  );
  return changed === undefined
    ? { reason: 'title', found: draft.title }
    : { reason: 'other', found: changed.text };
}

const local = new RegExp(
  `^_(?:${evidenceKinds
    .filter((kind: EvidenceKind) => numbersOfKind[kind] > 0)
    .map((kind) => `${kind}${'_(?:0|[1-9]\\d{0,8})'.repeat(numbersOfKind[kind])}`)
    .join('|')})`,
);

/** The first id of an article in a text. */
function idIn(text: string, title: string): string | undefined {
  if (title === '') return undefined;
  for (let at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1)) {
    const match = local.exec(text.slice(at + title.length, at + title.length + 80));
    if (match !== null) return title + match[0];
  }
  return undefined;
}
