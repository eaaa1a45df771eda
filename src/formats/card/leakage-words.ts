import { type Leakage, leakageKinds, leakageNames } from '../../stats/leakage.ts';

/** What leaks between splits, a sentence. */
export function leakageWords(leakage: Leakage): string {
  return `Found between splits: ${leakageKinds.map((kind) => `${leakageNames[kind]} ${leakage[kind].count}`).join(', ')}.`;
}
