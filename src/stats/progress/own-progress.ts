import { toNfc } from '../../text/normalise.ts';
import type { AnnotatorProgress, OwnFigures, OwnProgress, Progress } from './progress.ts';

/** What an annotator may know of the progress. Of somebody who has done nothing all is zero. */
export function ownProgress({ claims, overlap, annotators }: Progress, annotator: string): OwnProgress {
  const name = toNfc(annotator);
  const own = annotators.find((figures) => figures.annotator === name);
  const { all, untouched, begun, answered, decided } = claims;
  return {
    claims: { all, untouched, begun, answered, decided },
    overlap,
    own: own === undefined ? nothingDone(name) : withoutSecrets(own),
  };
}

/** That an answer was hasty, or given to a claim with sure gold, must not be seen: it would tell which claims these are. */
function withoutSecrets({ hasty: _, gold: __, ...figures }: AnnotatorProgress): OwnFigures {
  return figures;
}

function nothingDone(annotator: string): OwnFigures {
  return {
    annotator,
    answered: 0,
    skipped: 0,
    waiting: 0,
    medianSeconds: null,
    activeSeconds: 0,
    idleSeconds: 0,
    hiddenSeconds: 0,
    labels: { SUPPORTS: 0, REFUTES: 0, 'NOT ENOUGH INFO': 0 },
    corrected: 0,
    lastDay: null,
    days: [],
  };
}
