import { formatNumber } from '../../reporters/count-words.ts';
import { oneLine } from '../../text/one-line.ts';
import { plural } from '../../text/plural.ts';
import { printable } from '../../text/printable.ts';
import type { TerminalStyle } from '../../text/terminal-style.ts';
import { fitText, wrapText } from '../../text/wrap-text.ts';
import type { WorstClaim } from '../scores.ts';

interface WorstOptions {
  readonly width: number;
  readonly style: TerminalStyle;
  readonly evidenceText?: ((id: string) => string | undefined) | undefined;
}

/** What is shown of a claim: gold sets, ids of a set, further predicted ids, lines of a text. */
const maxSets = 3;
const maxIds = 6;
const maxClaimLines = 4;
const maxTextLines = 3;
/** Text beyond reads badly on a wide terminal. */
const maxTextWidth = 100;

/** A claim with its gold and predicted evidence, as lines of a terminal. @param position from 1 */
export function* worstLines(worst: WorstClaim, position: number, options: WorstOptions): Generator<string> {
  const { style } = options;
  const width = Math.min(options.width, maxTextWidth);
  const number = `  ${position}. `;
  const inner = ' '.repeat(number.length);
  const name = worst.id === undefined ? '' : `claim ${printable(worst.id)}: `;
  yield `${number}${style.bold(fitText(`${name}${worst.fault}`, width - number.length))}\n`;
  if (worst.claim !== undefined) {
    for (const line of wrapText(oneLine(worst.claim), width - inner.length, maxClaimLines)) {
      yield `${inner}${line}\n`;
    }
  }
  yield* labelLines(worst, inner, width);
  const predicted = new Set(worst.predictedEvidence);
  const { goldEvidence } = worst;
  for (const [which, set] of goldEvidence.slice(0, maxSets).entries()) {
    const head =
      which > 0
        ? 'or'
        : goldEvidence.length > 1
          ? `gold evidence, any one of ${formatNumber(goldEvidence.length)} sets`
          : 'gold evidence';
    yield `${inner}${style.dim(head)}\n`;
    yield* idLines(set, (id) => (predicted.has(id) ? '+' : '-'), `${inner}  `, width, options);
  }
  if (goldEvidence.length > maxSets) {
    const more = goldEvidence.length - maxSets;
    yield `${inner}${style.dim(`or ${formatNumber(more)} more ${plural('set', more)}`)}\n`;
  }
  const gold = new Set(goldEvidence.flat());
  const others = [...predicted].filter((id) => !gold.has(id));
  if (others.length > 0) {
    yield `${inner}${style.dim(predicted.size > others.length ? 'also predicted' : 'predicted evidence')}\n`;
    yield* idLines(others, () => ' ', `${inner}  `, width, options);
  }
}

function* labelLines(worst: WorstClaim, inner: string, width: number): Generator<string> {
  const { gold, predicted, probability } = worst;
  if (gold === '' && predicted === undefined) return;
  const sure = probability === undefined ? '' : ` with probability ${probability.toFixed(2)}`;
  const words = `gold ${printable(gold)}, predicted ${predicted === undefined ? 'nothing' : printable(predicted)}${sure}`;
  yield `${inner}${fitText(words, width - inner.length)}\n`;
}

/** Ids with their texts beneath; `mark` says whether an id was found. */
function* idLines(
  ids: readonly string[],
  mark: (id: string) => string,
  inner: string,
  width: number,
  { style, evidenceText }: WorstOptions,
): Generator<string> {
  for (const id of ids.slice(0, maxIds)) {
    const sign = mark(id);
    const set = sign === '+' ? style.green : sign === '-' ? style.red : style.dim;
    yield `${inner}${set(sign)} ${fitText(printable(id), width - inner.length - 2)}\n`;
    const text = evidenceText?.(id);
    if (text === undefined) continue;
    for (const line of wrapText(oneLine(text), width - inner.length - 4, maxTextLines)) {
      yield `${inner}    ${line}\n`;
    }
  }
  if (ids.length > maxIds) yield `${inner}  ${style.dim(`and ${formatNumber(ids.length - maxIds)} more`)}\n`;
}
