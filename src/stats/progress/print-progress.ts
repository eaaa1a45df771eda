import { createTerminalStyle } from '../../text/terminal-style.ts';
import { agreementLines } from './page/agreement-lines.ts';
import { annotatorLines } from './page/annotator-lines.ts';
import { answerLines } from './page/answer-lines.ts';
import { claimLines } from './page/claim-lines.ts';
import { cueLines } from './page/cue-lines.ts';
import { gapLines } from './page/gap-lines.ts';
import { indent } from './page/page.ts';
import { timeLines } from './page/time-lines.ts';
import type { Progress } from './progress.ts';

export interface ProgressTerminal {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

const minWidth = 40;

/** How far annotation is, for people at a terminal, line by line. */
export function* printProgress(
  progress: Progress,
  { color, width: wanted }: ProgressTerminal,
): Generator<string> {
  const style = createTerminalStyle(color);
  const width = Math.max(minWidth, wanted);
  const page = { width, style };
  yield* claimLines(progress, page);
  if (progress.annotators.length === 0 && progress.answers === 0) {
    yield `\n${indent}Nobody has answered yet.\n`;
    return;
  }
  yield* annotatorLines(progress, page);
  yield* agreementLines(progress, page);
  yield* answerLines(progress, page);
  yield* timeLines(progress, page);
  yield* cueLines(progress, page);
  yield* gapLines(progress, page);
}
