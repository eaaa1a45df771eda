import { readText } from '../../io/files.ts';
import { parseJsonFile } from '../../io/parse-json-file.ts';
import type { GivenScores } from '../../report/report-input.ts';
import { scoresSchema } from '../../score/print/scores-schema.ts';

/** What `claimset score --json` printed into a file. @throws ToolError SCORES_INVALID with the place where it is something else */
export function readScores(path: string, name: string): GivenScores {
  const { value } = parseJsonFile(
    {
      name,
      text: readText(path),
      code: 'SCORES_INVALID',
      help: '`claimset score --json` prints what is read here.',
    },
    scoresSchema,
  );
  const { scorer, resampling, systems } = value;
  return {
    title: scorer.title,
    figures: scorer.figures.map(({ id, title, about, isError }) => ({ id, title, about, isError })),
    resampling: resampling ?? null,
    systems: systems.map(({ predictions, claims, figures, confusion, breakdowns }) => ({
      name: predictions,
      claims,
      figures: figures.map(figureOf),
      confusion,
      breakdowns: breakdowns.map(({ title, groups }) => ({
        title,
        groups: groups.map((group) => ({
          name: group.name,
          claims: group.claims,
          figures: group.figures.map(figureOf),
        })),
      })),
    })),
  };
}

type Figure = GivenScores['systems'][number]['figures'][number];

function figureOf({ id, value, interval }: Figure): Figure {
  return {
    id,
    value,
    ...(interval !== undefined && { interval: { low: interval.low, high: interval.high } }),
  };
}
