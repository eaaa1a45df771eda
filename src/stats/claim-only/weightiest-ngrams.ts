import type { ExampleClaim, LabelNgrams, WeightedNgram } from './claim-only-figures.ts';
import { type CrossValidation, minClaimsOfNgram } from './cross-validate.ts';
import { fitLogisticRegression } from './logistic-regression.ts';
import { selectExamples } from './ngram-rows.ts';

const maxExamples = 3;

/** A n-gram and the label that it speaks for. */
interface Speaker {
  readonly ngram: number;
  readonly label: number;
  readonly weight: number;
}

/** The n-grams that speak most for each label, of a classifier that learned all claims: at most `most` of each, the heaviest first. */
export function weightiestNgrams({ labelled, rows }: CrossValidation, most: number): LabelNgrams[] {
  const { gold, labels } = labelled;
  const examples = selectExamples(rows, Uint32Array.from(gold.keys()), minClaimsOfNgram);
  const model = fitLogisticRegression(examples, gold, labels.length);
  const known = [...examples.placeOf.keys()].filter((ngram) => (examples.placeOf[ngram] as number) >= 0);
  const speakers = labels.map((_, label) =>
    known
      .map((ngram): Speaker => {
        const place = examples.placeOf[ngram] as number;
        return { ngram, label, weight: model.weights[label * model.width + place] as number };
      })
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || a.ngram - b.ngram)
      .slice(0, most),
  );
  const uses = findUses(
    speakers.flat().map(({ ngram }) => ngram),
    { labelled, rows },
  );
  return labels.map((label, which) => ({
    label,
    ngrams: (speakers[which] ?? []).map(({ ngram, weight }): WeightedNgram => {
      const claims = uses.get(ngram) ?? [];
      const own = claims.filter((row) => gold[row] === which);
      return {
        ngram: rows.ngrams[ngram] ?? '',
        weight,
        claims: claims.length,
        productivity: own.length / claims.length,
        examples: shortest(own.map((row) => labelled.claims[row]).filter((claim) => claim !== undefined)),
      };
    }),
  }));
}

/** The claims that each of some n-grams stands in. */
function findUses(
  ngrams: readonly number[],
  { labelled, rows }: Pick<CrossValidation, 'labelled' | 'rows'>,
): ReadonlyMap<number, readonly number[]> {
  const uses = new Map(ngrams.map((ngram): [number, number[]] => [ngram, []]));
  for (const row of labelled.claims.keys())
    for (let at = rows.starts[row] as number; at < (rows.starts[row + 1] as number); at++)
      uses.get(rows.columns[at] as number)?.push(row);
  return uses;
}

function shortest(claims: readonly ExampleClaim[]): ExampleClaim[] {
  return [...claims]
    .sort((a, b) => a.claim.length - b.claim.length)
    .slice(0, maxExamples)
    .map(({ id, claim }) => ({ id, claim }));
}
