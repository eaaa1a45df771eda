import { countWords } from '../../reporters/count-words.ts';
import { percent } from '../../text/percent.ts';
import { figureWords } from '../figure-words.ts';
import { mostPairs } from './count-pairs.ts';
import type { LabelFigure } from './label-figures.ts';

/** Why a figure may mislead. */
export interface AgreementWarning {
  readonly id: 'fewClaims' | 'oneLabel' | 'prevalence' | 'adjudicated' | 'manyPairs';
  /** Whole sentences. */
  readonly text: string;
}

/** Fewer claims give figures that the next few can turn over. */
const fewClaims = 30;
/** A label that is more frequent than this is the paradox of kappa: much agreement, and a low coefficient. */
const frequent = 0.8;

/** The figures that a warning may be about. */
interface WarnedFigures {
  readonly claims: number;
  readonly perLabel: readonly LabelFigure[];
  readonly figures: readonly { readonly id: string; readonly value: number | null }[];
}

/**
 * What is to be said beside the figures.
 *
 * @param about those of the claims that were adjudicated, and whether pairs of annotators are compared
 */
export function* warningsOf(
  { claims, perLabel, figures }: WarnedFigures,
  { adjudicatedClaims, hasPairs }: { readonly adjudicatedClaims: number; readonly hasPairs: boolean },
): Generator<AgreementWarning> {
  const wordsOf = (id: string): string => figureWords(figures.find((figure) => figure.id === id)?.value);
  const [most] = perLabel.toSorted((a, b) => b.share - a.share);
  if (claims > 0 && claims < fewClaims) {
    yield {
      id: 'fewClaims',
      text: `Only ${countWords(claims, 'claim')} ${claims === 1 ? 'has' : 'have'} two or more annotators. With fewer than ${fewClaims} the figures, and their intervals too, say little.`,
    };
  }
  if (most?.share === 1) {
    yield {
      id: 'oneLabel',
      text: `All labels are ${most.label}. Whether annotators can tell labels apart cannot be seen: let them annotate claims of the other labels too.`,
    };
  } else if (most !== undefined && most.share > frequent) {
    yield {
      id: 'prevalence',
      text: `${percent(most.share)} of the labels are ${most.label}. Where one label is so frequent most agreement is to be expected by chance, so that kappa and alpha (${wordsOf('alpha')}) can be low although the observed agreement (${wordsOf('observed')}) is high. Read AC1 (${wordsOf('ac1')}) and the alpha of each label beside them.`,
    };
  }
  if (adjudicatedClaims > 0 && adjudicatedClaims < claims) {
    yield {
      id: 'adjudicated',
      text: `${countWords(adjudicatedClaims, 'claim')} ${adjudicatedClaims === 1 ? 'was' : 'were'} adjudicated. Where these are the ones that annotators disagreed on, agreement with adjudications is lower than on all claims.`,
    };
  }
  if (!hasPairs) {
    yield {
      id: 'manyPairs',
      text: `More than ${mostPairs} pairs of annotators share claims: they are not compared one by one.`,
    };
  }
}
