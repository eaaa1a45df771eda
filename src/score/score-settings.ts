import type { Missing } from './findings/join-findings.ts';
import type { ScoreOptions } from './scorer.ts';

/** What was asked for that can change figures; what is as by default is absent. */
export interface ScoreSettings {
  readonly official?: true;
  readonly lenient?: true;
  readonly maxEvidence?: number | 'all';
  readonly maxCells?: number | 'all';
  readonly missing?: Missing;
}

/** Pieces that count where nothing else is asked for: those of the shared tasks. */
export const customaryBudgets = { maxEvidence: 5, maxCells: 25 } as const;

/** `undefined` where all is as by default. */
export function settingsOf(options: ScoreOptions, missing: Missing | undefined): ScoreSettings | undefined {
  const { official, lenient, maxEvidence, maxCells } = options;
  const settings: ScoreSettings = {
    ...(official && { official }),
    ...(lenient && { lenient }),
    ...(maxEvidence !== customaryBudgets.maxEvidence && { maxEvidence: budgetOf(maxEvidence) }),
    ...(maxCells !== customaryBudgets.maxCells && { maxCells: budgetOf(maxCells) }),
    ...(missing !== undefined && { missing }),
  };
  return Object.keys(settings).length === 0 ? undefined : settings;
}

/** As on the command line, such as `--lenient, --max-evidence all`. */
export function settingWords({ official, lenient, maxEvidence, maxCells, missing }: ScoreSettings): string {
  return [
    ...(official === true ? ['--official'] : []),
    ...(lenient === true ? ['--lenient'] : []),
    ...(maxEvidence === undefined ? [] : [`--max-evidence ${maxEvidence}`]),
    ...(maxCells === undefined ? [] : [`--max-cells ${maxCells}`]),
    ...(missing === undefined ? [] : [`--missing ${missing}`]),
  ].join(', ');
}

/** As JSON can say it, which knows no infinity. */
function budgetOf(count: number): number | 'all' {
  return count === Number.POSITIVE_INFINITY ? 'all' : count;
}
