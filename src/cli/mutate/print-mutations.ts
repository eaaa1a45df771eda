import type { Mutation } from '../../claims/mutation.ts';
import type {
  MutatedClaim,
  OfferedMutation,
  OfferedMutations,
} from '../../server/mutations/offer-mutations.ts';
import { printable } from '../../text/printable.ts';
import { createTerminalStyle, type TerminalStyle } from '../../text/terminal-style.ts';

/** The rewrites of a claim by each mutation, the new words set off, with what was left out. */
export function printMutations(
  source: MutatedClaim,
  found: readonly (OfferedMutations & { readonly type: Mutation })[],
  { color }: { readonly color: boolean },
): string {
  const style = createTerminalStyle(color);
  const head = [source.id, source.label]
    .filter((part) => part !== undefined)
    .map((part) => printable(String(part)));
  const lines = [
    ...(head.length === 0 ? [] : [style.bold(head.join('  '))]),
    printable(source.claim),
    ...found
      .filter(({ offered, faulty, known }) => offered.length + faulty + known > 0)
      .flatMap(({ type, offered, faulty, known }) => {
        const [first] = offered;
        const likely = first?.label === undefined ? '' : `  likely ${first.label}`;
        return [
          '',
          `${style.bold(type)}${style.dim(likely)}`,
          ...offered.flatMap((candidate) => printOffered(candidate, style)),
          ...leftOut(faulty, known).map((line) => style.dim(line)),
        ];
      }),
  ];
  return `${lines.join('\n')}\n`;
}

function printOffered(
  { text, span, from, to, by, findings }: OfferedMutation,
  style: TerminalStyle,
): string[] {
  const marked = [
    printable(text.slice(0, span.start)),
    style.underline(printable(text.slice(span.start, span.end))),
    printable(text.slice(span.end)),
  ].join('');
  const change = to === '' ? `without ${printable(from)}` : `${printable(from)} → ${printable(to)}`;
  return [
    `  ${marked}`,
    style.dim(`    ${change} (${by})`),
    ...findings.map(({ severity, ruleId, message }) =>
      style.yellow(`    ${severity}  ${ruleId}  ${printable(message)}`),
    ),
  ];
}

function leftOut(faulty: number, known: number): string[] {
  return [
    ...(faulty === 0 ? [] : [`  left out: ${faulty} with an error`]),
    ...(known === 0 ? [] : [`  left out: ${known} that the dataset has already`]),
  ];
}
