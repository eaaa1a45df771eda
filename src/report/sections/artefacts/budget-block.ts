import { type BudgetUse, budgetKinds } from '../../../stats/artefacts/bias-budgets.ts';
import type { Block } from '../../block.ts';

/** The budgets of the configuration and whether they are held, or that none is set. */
export function budgetBlock(budgets: readonly BudgetUse[]): Block {
  if (budgets.length === 0) {
    return {
      kind: 'paragraph',
      text: `No budget is set: with ${budgetKinds.map(({ key }) => `\`bias.${key}\``).join(', ')} in the configuration \`claimset bias\` fails where claims give away more.`,
    };
  }
  const over = budgets.filter(({ isOver }) => isOver).length;
  return {
    kind: 'table',
    table: {
      caption:
        over === 0
          ? 'Budgets: all are held'
          : `Budgets: ${over} of ${budgets.length} ${over === 1 ? 'is' : 'are'} not held`,
      columns: [
        { name: 'budget' },
        { name: 'at most', isNumber: true, digits: 3 },
        { name: 'measured', isNumber: true, digits: 3 },
        { name: 'held' },
        { name: 'what was found' },
      ],
      rows: budgets.map(({ id, limit, value, isOver, found }) => [
        `bias.${budgetKinds.find((kind) => kind.id === id)?.key ?? id}`,
        limit,
        value,
        isOver ? 'no' : 'yes',
        found,
      ]),
    },
  };
}
