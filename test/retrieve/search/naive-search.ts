import type { Bm25Settings } from '../../../src/retrieve/weighting/bm25.ts';
import type { WeightingSettings } from '../../../src/retrieve/weighting/weighting-of.ts';

/** The scores of all documents by the formulas as they are written, document by document: no index, no rounding. */
export function naiveScores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  settings: WeightingSettings,
): number[] {
  const mean = documents.reduce((sum, terms) => sum + terms.length, 0) / documents.length;
  const frequencyOf = (term: string): number => documents.filter((terms) => terms.includes(term)).length;
  return documents.map((terms) => {
    let score = 0;
    for (const term of settings.id === 'drqa' ? new Set(query) : query) {
      const f = terms.filter((other) => other === term).length;
      const n = frequencyOf(term);
      if (n === 0) continue;
      if (settings.id === 'drqa') {
        const idf = Math.max(0, Math.log((documents.length - n + 0.5) / (n + 0.5)));
        const inQuery = query.filter((other) => other === term).length;
        score += Math.log(1 + inQuery) * idf * Math.log(1 + f) * idf;
      } else score += bm25Share(settings, f, n, documents.length, terms.length / mean);
    }
    return score;
  });
}

function bm25Share({ id, k1, b }: Bm25Settings, f: number, n: number, all: number, length: number): number {
  const norm = k1 * (1 - b + b * length);
  if (f === 0) return 0;
  if (id === 'lucene') return (Math.log(1 + (all - n + 0.5) / (n + 0.5)) * f) / (f + norm);
  if (id === 'robertson') return (Math.log((all - n + 0.5) / (n + 0.5)) * f) / (f + norm);
  return (Math.log(all / n) * ((k1 + 1) * f)) / (norm + f);
}
