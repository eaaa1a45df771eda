import { UsageError } from '../../errors.ts';
import type { FormatOption } from '../../formats/format-option.ts';

const names: Readonly<Record<FormatOption, string>> = {
  evidenceStyle: '--evidence',
  negatives: '--negatives',
  retrievalUnit: '--unit',
  seed: '--seed',
};

/** @throws UsageError where something is asked of a format that would change nothing. */
export function guardOptions(
  { id, heeds = [] }: { readonly id: string; readonly heeds?: readonly FormatOption[] },
  asked: Readonly<Partial<Record<FormatOption, unknown>>>,
): void {
  for (const [option, name] of Object.entries(names) as [FormatOption, string][]) {
    if (asked[option] === undefined || heeds.includes(option)) continue;
    throw new UsageError(
      `${name} changes nothing in ${id}: leave it out. \`claimset formats ${id}\` says what is written.`,
    );
  }
}
