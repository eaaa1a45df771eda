import type { Evidence } from '../../corpus/evidence.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { isMarker } from '../../corpus/evidence-kind.ts';

/** Elements of a corpus that are read: more names do not make better ones. */
const maxTexts = 20_000;

/**
 * The texts that substitutes are looked for in: those of the articles that evidence ids name first, then those of the corpus where it is held
 * in memory.
 */
export function* textsAtHand(evidence: Evidence, ids: Iterable<string>): Generator<string> {
  const titles = new Set([...ids].flatMap((id) => parseEvidenceId(id)?.title ?? []));
  const cited = [...titles].flatMap((title) => evidence.article(title) ?? []);
  let count = 0;
  for (const { records } of new Set([...cited, ...evidence.articles])) {
    for (const { kind, text } of records) {
      if (isMarker(kind) || text === '') continue;
      yield text;
      count += 1;
      if (count === maxTexts) return;
    }
  }
}
