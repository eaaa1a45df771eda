import type { Config } from '../../claims/config.ts';
import { besideWords } from '../figure-words.ts';
import type { BiasFigures } from './bias-figures.ts';

/** What a budget may be set for: a short name on the command line, a key of `bias` in the configuration. */
export const budgetKinds = [
  {
    id: 'gain',
    key: 'maxClaimOnlyGain',
    about: 'accuracy of the claim-only classifier above that of the commonest label',
  },
  {
    id: 'cue',
    key: 'maxCueProductivity',
    about: 'share of the claims with a cue word, of 20 claims at least, that have one label',
  },
  {
    id: 'attribute',
    key: 'maxAttributeV',
    about: "Cramér's V of the label and the length, a negation, a number or names in the claim",
  },
] as const;

export type BudgetId = (typeof budgetKinds)[number]['id'];

/** The highest values that are allowed, from 0 to 1; 1 is no budget at all. */
export type Budgets = ReadonlyMap<BudgetId, number>;

/** A figure that a budget is set for. */
export interface BudgetUse {
  readonly id: BudgetId;
  readonly limit: number;
  /** `null` where the figure is not defined, which counts as over. */
  readonly value: number | null;
  readonly isOver: boolean;
  /** What was measured, a clause: `the cue "not" has …`. */
  readonly found: string;
}

/** Claims with a cue from which on it counts: of fewer nearly any share is chance. */
const minCueClaims = 20;
/** Attributes of the text of a claim: those that a system without evidence sees. */
const seen = ['length', 'negation', 'number', 'names'];

/** The budgets of a configuration, and what the command line says instead. */
export function budgetsOf({ bias }: Pick<Config, 'bias'>, given: Budgets = new Map()): Budgets {
  const all = new Map([...budgetKinds.map(({ id, key }) => [id, bias[key]] as const), ...given]);
  return new Map([...all].filter(([, limit]) => limit < 1));
}

/** How the figures stand to their budgets, in the order of {@link budgetKinds}. Values are points, not ends of intervals. */
export function measureBudgets(figures: BudgetedFigures, budgets: Budgets): BudgetUse[] {
  return budgetKinds.flatMap(({ id }) => {
    const limit = budgets.get(id);
    if (limit === undefined) return [];
    const { value, found } = valuesOf[id](figures, limit);
    return [{ id, limit, value, isOver: value === null || value > limit, found }];
  });
}

/** What is over its budget, a sentence each. */
export function overBudget(uses: readonly BudgetUse[]): string[] {
  return uses.flatMap(({ id, limit, value, isOver, found }) => {
    if (!isOver) return [];
    const key = budgetKinds.find((kind) => kind.id === id)?.key ?? '';
    return [
      value === null
        ? `${id}: ${found}`
        : `${id}: ${found}; at most ${limit} is allowed (--max ${id} or bias.${key}).`,
    ];
  });
}

/** What budgets are of. */
type BudgetedFigures = Pick<BiasFigures, 'claimOnly' | 'cues' | 'attributes'>;
type Found = Pick<BudgetUse, 'value' | 'found'>;

const unlabelled: Found = { value: null, found: 'no claim has a label.' };

const valuesOf: Readonly<Record<BudgetId, (figures: BudgetedFigures, limit: number) => Found>> = {
  gain: ({ claimOnly: { measured, reason } }, limit) =>
    measured === null
      ? { value: null, found: `the claim-only classifier has no figures. ${reason}` }
      : {
          value: measured.gain.value,
          found: `the claim-only classifier is ${besideWords(measured.gain.value, limit)} above the accuracy of the commonest label`,
        },
  cue: ({ cues }, limit) => {
    if (cues === null)
      return { value: null, found: 'no cue words are known for the language of the claims.' };
    if (cues.claims === 0) return unlabelled;
    const skewed = cues.cues.filter(
      ({ claims, productivity, base }) => claims >= minCueClaims && productivity > base,
    );
    const [most] = [...skewed].sort((a, b) => b.productivity - a.productivity);
    if (most === undefined)
      return {
        value: 0,
        found: `no cue word of ${minCueClaims} claims or more has a label more often than all claims have it`,
      };
    return {
      value: most.productivity,
      found: `of the ${most.claims} claims with "${most.cue}", ${besideWords(most.productivity, limit)} are ${most.label}`,
    };
  },
  attribute: ({ attributes: { attributes } }, limit) => {
    const measured = attributes.filter(({ id }) => seen.includes(id));
    const [most] = [...measured].sort(
      (a, b) => (b.association?.cramersV ?? 0) - (a.association?.cramersV ?? 0),
    );
    if (most === undefined) return unlabelled;
    const value = most.association?.cramersV ?? 0;
    return {
      value,
      found: `Cramér's V of the label and ${most.title} is ${besideWords(value, limit)}`,
    };
  },
};
