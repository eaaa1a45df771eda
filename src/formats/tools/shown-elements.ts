import type { OpenClaim } from '../../claims/open-claim.ts';
import type { Article, EvidenceRecord } from '../../corpus/article.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { isMarker } from '../../corpus/evidence-kind.ts';

/** An element of an article as an annotator sees it. */
export interface ShownElement {
  readonly id: string;
  /** Its text; the id in brackets where it has none, because nobody can mark what is not there. */
  readonly text: string;
  /** What heads it; empty for all but cells. */
  readonly headers: readonly string[];
}

/**
 * The elements of the articles that a claim cites, or was written from, in the order of the text; the articles in the order in which
 * the claim names them. Behind them, what is cited but stands in none of them, or is spelt in another way there.
 */
export function shownElements(claim: OpenClaim, evidence: Evidence): ShownElement[] {
  const cited = claim.evidence.flat();
  const shown = new Map<string, ShownElement>();
  const show = (id: string, text: string | undefined, headers: readonly string[]): void => {
    if (!shown.has(id))
      shown.set(id, { id, text: text === undefined || text === '' ? `[${id}]` : text, headers });
  };
  for (const article of articlesOf(
    [...cited, ...(claim.source === undefined ? [] : [claim.source])],
    evidence,
  )) {
    for (const record of article.records) {
      if (!isMarker(record.kind)) show(record.id, record.text, headersOf(record, evidence));
    }
  }
  for (const id of cited) show(id, evidence.text(id), []);
  return [...shown.values()];
}

/** The text that a shown element has; `undefined` where only its id is shown. */
export function textOfShown(id: string, shown: string): string | undefined {
  return shown === '' || shown === `[${id}]` ? undefined : shown;
}

function articlesOf(ids: readonly string[], evidence: Evidence): Iterable<Article> {
  const found = new Map<string, Article>();
  for (const id of ids) {
    const title = evidence.get(id)?.title ?? parseEvidenceId(id)?.title;
    const article = title === undefined ? undefined : evidence.article(title);
    if (article !== undefined && !found.has(article.title)) found.set(article.title, article);
  }
  return found.values();
}

function headersOf({ cell }: EvidenceRecord, evidence: Evidence): string[] {
  if (cell === undefined) return [];
  return [...cell.rowHeaders, ...cell.columnHeaders]
    .map((id) => evidence.text(id) ?? '')
    .filter((text) => text !== '');
}
