import { printJson } from '../../reporters/print-json.ts';
import type { ScorePrinter } from './score-printer.ts';
import { scoresJson } from './scores-json.ts';

/** One line, described by `schema/scores.schema.json`. */
export const json: ScorePrinter = {
  id: 'json',
  title: 'for programs: all of it',
  *print(scores, comparison, scorer, { resampling }) {
    yield `${printJson(scoresJson(scores, comparison, scorer, resampling))}\n`;
  },
};
