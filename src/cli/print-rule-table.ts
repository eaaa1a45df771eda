import { wrapText } from '../text/wrap-text.ts';
import { resolveRule } from '../validate/settings.ts';
import { isFixable } from '../validate/shown-example.ts';
import type { PrintOptions } from './print-rule.ts';
import type { CatalogueRule } from './rule-catalogue.ts';
import { severityPaint } from './severity-paint.ts';

/** Columns of a table at most. */
export const tableWidth = 120;

/** Rules as a table for a terminal: id, level, severity with some profiles, whether `--fix` makes fixes, what is asked for. */
export function printRuleTable(
  rules: readonly CatalogueRule[],
  profiles: readonly string[],
  { style, width }: PrintOptions,
): string {
  const rows = rules.map((rule) => ({
    id: rule.id,
    level: String(rule.level),
    severity: resolveRule(rule, { profiles }).severity,
    fix: 'examples' in rule && isFixable(rule) ? 'fix' : '',
    title: rule.title,
  }));
  const idWidth = Math.max('rule'.length, ...rows.map(({ id }) => id.length));
  const before = idWidth + 24;
  // On a narrow terminal the sentence goes below its rule.
  const isNarrow = width - before < 30;
  const lines = [style.dim(`${'rule'.padEnd(idWidth)}  level  severity  fix${isNarrow ? '' : '  asks for'}`)];
  for (const { id, level, severity, fix, title } of rows) {
    const cells = [
      id.padEnd(idWidth),
      level.padEnd(5),
      severityPaint(severity, style)(severity.padEnd(8)),
      fix.padEnd(3),
    ];
    const sentence = wrapText(title, isNarrow ? width - 2 : width - before);
    if (isNarrow) lines.push(cells.join('  '), ...sentence.map((line) => `  ${line}`));
    else
      lines.push(
        ...sentence.map((line, which) =>
          which === 0 ? `${cells.join('  ')}  ${line}` : ' '.repeat(before) + line,
        ),
      );
  }
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
