import type { OpenClaim } from '../../claims/open-claim.ts';
import { encodeId } from '../../claims/retrieval-id.ts';
import type { EvidenceRecord } from '../../corpus/article.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { isCell, isEvidence } from '../../corpus/evidence-kind.ts';
import { toNfc } from '../../text/normalise.ts';
import { wellFormed } from '../../text/well-formed.ts';
import { recordsFor } from '../cited-records.ts';
import { evidenceText } from '../evidence-text.ts';
import type { FormatContext } from '../format.ts';

/** A document of a retrieval corpus. */
export interface RetrievalDocument {
  /** An evidence id, or the title of an article, encoded. */
  readonly id: string;
  /** Of the article. */
  readonly title: string;
  readonly text: string;
}

/** The documents among which the evidence of the claims is looked for, in the order of the corpus. */
export function* documentsFor(
  claims: Iterable<OpenClaim>,
  context: FormatContext,
): Generator<RetrievalDocument> {
  const records = recordsFor(claims, context.evidence);
  if (context.retrievalUnit === 'page') {
    yield* pages(records, context.evidence);
    return;
  }
  for (const record of records) {
    if (!isEvidence(record.kind)) continue;
    const text = textOf(record, context);
    yield { id: encodeId(record.id), title: wellFormed(record.title), text: wellFormed(text) };
  }
}

/** A cell says nothing without its title and headers; all else is its text, unless it is asked for in its context. */
function textOf({ id, kind, text }: EvidenceRecord, { evidence, evidenceStyle }: FormatContext): string {
  if (text === '' || !(isCell(kind) || evidenceStyle === 'context')) return text;
  return evidenceText([id], 'context', evidence)?.text ?? text;
}

/** An article is its elements, one a line, without those that have no text. Articles of one title are one page. */
function* pages(records: Iterable<EvidenceRecord>, evidence: Evidence): Generator<RetrievalDocument> {
  const texts = new Map<string, { title: string; lines: string[] }>();
  for (const { title, text } of records) {
    const key = toNfc(title);
    const page = texts.get(key) ?? { title: titleOf(title, evidence), lines: [] };
    if (text !== '') page.lines.push(text);
    texts.set(key, page);
  }
  for (const { title, lines } of texts.values()) {
    yield { id: encodeId(title), title: wellFormed(title), text: wellFormed(lines.join('\n')) };
  }
}

/**
 * The id of the document that a piece of evidence is, or stands in; `undefined` where the corpus does not have it. Where there is no
 * corpus at all, the id is believed.
 */
export function documentIdOf(id: string, { evidence, retrievalUnit }: FormatContext): string | undefined {
  if (evidence.size === 0) {
    const parts = parseEvidenceId(id);
    if (parts === undefined || !isEvidence(parts.kind)) return undefined;
    return encodeId(retrievalUnit === 'page' ? parts.title : id);
  }
  const record = evidence.get(id);
  if (record === undefined || !isEvidence(record.kind)) return undefined;
  if (retrievalUnit !== 'page') return encodeId(record.id);
  return encodeId(titleOf(record.title, evidence));
}

/** A title as its article spells it. */
function titleOf(title: string, evidence: Evidence): string {
  return evidence.article(title)?.title ?? title;
}
