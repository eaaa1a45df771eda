import { wrapText } from '../../text/wrap-text.ts';
import { isFixable } from '../../validate/examples/shown-example.ts';
import { resolveRule } from '../../validate/settings.ts';
import type { PrintOptions } from '../print-options.ts';
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
    fix: isFixable(rule) ? 'fix' : '',
    title: rule.title,
  }));
  const idWidth = Math.max('rule'.length, ...rows.map(({ id }) => id.length));
  const before = idWidth + 24;
  // On a narrow terminal there is no room for columns.
  if (width - before < 30) {
    return rows
      .map(({ id, level, severity, fix, title }) => {
        const facts = [`level ${level}`, severity, ...(fix === '' ? [] : [fix])].join(', ');
        return [id, facts, ...wrapText(title, width - 2)].join('\n  ');
      })
      .join('\n')
      .concat('\n');
  }
  const lines = [style.dim(`${'rule'.padEnd(idWidth)}  level  severity  fix  asks for`)];
  for (const { id, level, severity, fix, title } of rows) {
    const painted = severityPaint(severity, style)(severity.padEnd(8));
    const cells = [id.padEnd(idWidth), level.padEnd(5), painted, fix.padEnd(3)].join('  ');
    for (const [which, line] of wrapText(title, width - before).entries()) {
      lines.push(which === 0 ? `${cells}  ${line}` : ' '.repeat(before) + line);
    }
  }
  return `${lines.join('\n')}\n`;
}
