import { createTerminalStyle, type TerminalStyle } from '../text/terminal-style.ts';
import { type CommandIo, wantsColor } from './command-io.ts';

/** How something is shown to people. */
export interface PrintOptions {
  readonly style: TerminalStyle;
  /** Columns of a line at most. */
  readonly width: number;
}

const leastWidth = 40;

/** How something is shown on standard output: in at most `mostWidth` columns. */
export function printOptionsFor(io: CommandIo, mostWidth = 100): PrintOptions {
  return {
    style: createTerminalStyle(wantsColor(io, io.stdout)),
    width: Math.min(Math.max(io.stdout.columns ?? mostWidth, leastWidth), mostWidth),
  };
}
