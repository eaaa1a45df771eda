import type { Diagnostic, Edit, Place, Related } from '../diagnostic/diagnostic.ts';
import type { Severity } from '../diagnostic/severity.ts';
import { displayWidth } from '../text/display-width.ts';
import { printable } from '../text/printable.ts';
import { createTerminalStyle, type TerminalStyle } from '../text/terminal-style.ts';
import { fitText, wrapText } from '../text/wrap-text.ts';
import { drawCodeFrame } from './code-frame.ts';
import { countWords, formatNumber } from './count-words.ts';
import { drawEdits } from './draw-edits.ts';
import { printPlace, printPosition } from './position.ts';
import type { Reporter } from './reporter.ts';
import { summaryLine } from './summary-line.ts';

/** Columns of the report: longer lines are hard to read, and shorter ones than this hold no frame. */
const [leastWidth, mostWidth] = [40, 100];
/** Lines of one paragraph at most: a hostile value must not flood the report. */
const maxParagraphLines = 12;
/** Other places of one finding that are shown at most. */
const maxRelated = 3;
/** Findings of one rule in one file that are shown whole: the first ones tell what is wrong, and the closing line is to be seen. */
const maxShown = 20;
const indent = '  ';

/**
 * For people at a terminal: findings by file, each with the line it is about; the reason for a rule where it is found first.
 * Columns are characters (Unicode code points), 1-based, as editors show them.
 */
export const pretty: Reporter = {
  id: 'pretty',
  title: 'For people: findings by file, with the line and what to do.',
  *render({ diagnostics, summary }, { color, width = mostWidth, preview = false }) {
    const reportWidth = Math.min(Math.max(width, leastWidth), mostWidth);
    const style = createTerminalStyle(color);
    const explained = new Set<string>();
    let file: string | undefined;
    const counts = new Map<string, number>();
    for (const diagnostic of diagnostics) {
      if (diagnostic.place.file !== file) {
        yield* renderMore(counts, style);
        counts.clear();
        file = diagnostic.place.file;
        yield `${style.underline(fitText(printable(file), reportWidth))}\n\n`;
      }
      const count = (counts.get(diagnostic.ruleId) ?? 0) + 1;
      counts.set(diagnostic.ruleId, count);
      if (count > maxShown) continue;
      const lines = renderDiagnostic(diagnostic, !explained.has(diagnostic.ruleId), {
        style,
        reportWidth,
        preview,
      });
      yield `${lines.join('\n')}\n\n`;
      explained.add(diagnostic.ruleId);
    }
    yield* renderMore(counts, style);
    const worst = (['error', 'warning', 'info'] as const).find((severity) => summary.counts[severity] > 0);
    const closing = worst === undefined ? style.green : paintOf(worst, style);
    yield `${closing(summaryLine(summary))}\n`;
  },
};

/** What a file has more of than is shown. */
function* renderMore(counts: ReadonlyMap<string, number>, style: TerminalStyle): Generator<string> {
  const more = [...counts].filter(([, count]) => count > maxShown);
  if (more.length === 0) return;
  for (const [ruleId, count] of more)
    yield `${indent}${style.dim(`… ${formatNumber(count - maxShown)} more of ${ruleId}`)}\n`;
  yield `${indent}${style.dim('`--report agent` lists all, one a line.')}\n\n`;
}

interface Layout {
  readonly style: TerminalStyle;
  readonly reportWidth: number;
  /** Whether to show what edits would make of their lines. */
  readonly preview: boolean;
}

function renderDiagnostic(diagnostic: Diagnostic, explain: boolean, layout: Layout): string[] {
  const { style } = layout;
  const { place, severity, suggestions = [] } = diagnostic;
  const paint = paintOf(severity, style);
  const related = diagnostic.related.slice(0, maxRelated);
  const drawn = frame(place, paint, layout, related);
  const lines = [
    [
      `${indent}${style.bold(printPosition(place))}`,
      paint(severity),
      style.dim(diagnostic.ruleId),
      ...(place.claimId === undefined
        ? []
        : [style.dim(`claim ${fitText(printable(String(place.claimId)), 40)}`)]),
      ...(diagnostic.fix === undefined ? [] : [style.green('fixable')]),
    ].join(indent),
    ...paragraph('', printable(diagnostic.message), style.bold, layout),
    ...drawn.lines,
  ];
  if (explain) lines.push(...paragraph('why', diagnostic.why, style.dim, layout));
  lines.push(...paragraph('help', diagnostic.help, style.cyan, layout));
  if (layout.preview && diagnostic.fix !== undefined) {
    lines.push(...paragraph('fix', 'What --fix makes of it:', style.green, layout));
    lines.push(...previewOf(place, diagnostic.fix, layout));
  }
  for (const [which, { message, edits }] of suggestions.entries()) {
    lines.push(...paragraph(which === 0 ? 'try' : 'or', message, style.cyan, layout));
    if (layout.preview) lines.push(...previewOf(place, edits, layout));
  }
  for (const other of drawn.elsewhere) {
    lines.push(...paragraph('see', `${printPlace(other.place)}  ${other.message}`, style.blue, layout));
    lines.push(...frame(other.place, style.blue, layout).lines);
  }
  const more = diagnostic.related.length - related.length;
  if (more > 0) lines.push(...paragraph('see', `${countWords(more, 'more place')}.`, style.blue, layout));
  return lines;
}

interface Frame {
  readonly lines: string[];
  /** The related places that the frame does not show. */
  readonly elsewhere: readonly Related[];
}

/**
 * The line of a place with its number, and the underline below it; nothing where the line is empty. Related places in the same piece
 * of the line are underlined and labelled in the same frame.
 */
function frame(
  place: Place,
  paint: (text: string) => string,
  { style, reportWidth }: Layout,
  related: readonly Related[] = [],
): Frame {
  const number = `${indent}${indent}${place.start.line}`;
  const width = reportWidth - number.length - 3;
  const drawn = drawCodeFrame(place, width);
  if (drawn === undefined) return { lines: [], elsewhere: related };
  const margin = style.dim(`${' '.repeat(number.length)} │`);
  const lines = [`${style.dim(`${number} │`)} ${drawn.text}`, `${margin} ${paint(drawn.marker)}`];
  const elsewhere = related.filter((other) => {
    const marker = drawn.markOther(other.place);
    if (marker === undefined) return true;
    const labelled = `${marker} ${printable(other.message)}`;
    if (displayWidth(labelled) > width) return true;
    lines.push(`${margin} ${style.blue(labelled)}`);
    return false;
  });
  return { lines, elsewhere };
}

/** The line before and after some edits; nothing where they reach beyond the line. */
function previewOf(place: Place, edits: readonly Edit[], { style, reportWidth }: Layout): string[] {
  const number = `${indent}${indent}${place.start.line}`;
  const drawn = drawEdits(place, edits, reportWidth - number.length - 3);
  if (drawn === undefined) return [];
  const lines = [style.red(`${number} - ${drawn.before}`)];
  if (drawn.after !== undefined) lines.push(style.green(`${number} + ${drawn.after}`));
  return lines;
}

/** A text under its label, wrapped; nothing where it is empty. */
function paragraph(
  label: string,
  text: string,
  paint: (text: string) => string,
  { reportWidth }: Layout,
): string[] {
  if (text === '') return [];
  const head = label === '' ? indent : `${indent}${label.padEnd(4)}  `;
  const lines = wrapText(printable(text), reportWidth - head.length, maxParagraphLines);
  return lines.map((line, which) => {
    if (label === '') return `${head}${paint(line)}`;
    return `${which === 0 ? `${indent}${paint(label.padEnd(4))}  ` : ' '.repeat(head.length)}${line}`;
  });
}

function paintOf(severity: Severity, style: TerminalStyle): (text: string) => string {
  return { error: style.red, warning: style.yellow, info: style.blue }[severity];
}
