import { InvalidArgumentError } from 'commander';
import { type Budgets, budgetKinds } from '../../stats/artefacts/bias-budgets.ts';

/** `gain=0.05,cue=0.8`, repeatable. @throws InvalidArgumentError */
export function parseBudgets(value: string, previous: Budgets = new Map()): Budgets {
  const budgets = new Map(previous);
  for (const part of value.split(',')) {
    const [, name, number] = /^\s*([^=]+)=(\d*\.?\d+)\s*$/.exec(part) ?? [];
    const kind = budgetKinds.find(({ id }) => id === name);
    if (kind === undefined || Number(number) > 1) {
      throw new InvalidArgumentError(
        `Write it like gain=0.05, from 0 to 1. There are ${budgetKinds.map(({ id }) => id).join(', ')}.`,
      );
    }
    budgets.set(kind.id, Number(number));
  }
  return budgets;
}
