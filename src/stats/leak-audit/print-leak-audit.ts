import { formatNumber } from '../../reporters/count-words.ts';
import { cutText } from '../../text/cut-text.ts';
import { displayWidth } from '../../text/display-width.ts';
import { plural } from '../../text/plural.ts';
import { printable } from '../../text/printable.ts';
import type { TerminalStyle } from '../../text/terminal-style.ts';
import { terminalTable } from '../../text/terminal-table.ts';
import { fitText, wrapText } from '../../text/wrap-text.ts';
import { type AuditKind, auditKinds, auditNames, repetitionKinds, sharedKinds } from './audit-kinds.ts';
import { allowedWords, columnNames, measureWords, noTwoSplits } from './audit-words.ts';
import type { AuditFinding, FoundClaim, LeakAudit } from './leak-audit.ts';
import type { LeakBudgets } from './leak-budgets.ts';

interface PrintOptions {
  readonly style: TerminalStyle;
  /** Columns of the terminal. */
  readonly width: number;
  /** Findings of each kind that are shown. */
  readonly shown: number;
  readonly budgets: LeakBudgets;
}

/** Lines of a claim that are shown. */
const maxClaimLines = 3;
const maxClaimChars = 1000;
const maxNameChars = 60;
const maxSharedChars = 200;
/** Claims stand beside what tells where they are where that is not longer. */
const maxHeadWidth = 44;
const maxFileChars = 30;
/** Kinds of which the claims do not show what they share. */
const thingKinds: readonly AuditKind[] = ['sharedSource', 'sharedEvidence', 'sharedArticle'];

/** An audit for a person at a terminal: what each two splits share, what repeats, and the first findings of each kind with their claims. */
export function* printLeakAudit(audit: LeakAudit, options: PrintOptions): Generator<string> {
  const { style, shown } = options;
  const sizes = audit.splits.map(({ split, claims }) => `${name(split)} ${formatNumber(claims)}`);
  const without = audit.claims - audit.splits.reduce((sum, { claims }) => sum + claims, 0);
  if (without > 0) sizes.push(`in no split ${formatNumber(without)}`);
  yield `${style.bold(`${formatNumber(audit.claims)} ${plural('claim', audit.claims)}`)}: ${sizes.join(', ')}\n`;
  yield `${style.dim(`near-duplicates: ${measureWords(audit)}`)}\n\n`;
  yield* between(audit, options);
  yield* repetitions(audit, options);
  for (const kind of auditKinds) {
    const { count, findings } = audit.figures[kind];
    if (count === 0 || shown === 0) continue;
    const part = count > shown ? style.dim(` ${formatNumber(shown)} of ${formatNumber(count)}`) : '';
    yield `\n${style.bold(auditNames[kind])}${part}\n`;
    for (const [at, finding] of findings.slice(0, shown).entries()) {
      if (at > 0) yield '\n';
      yield* findingLines(finding, options);
    }
  }
}

function* between(audit: LeakAudit, { style, width, budgets }: PrintOptions): Generator<string> {
  if (audit.splits.length < 2) {
    yield `${wrapText(noTwoSplits, width).join('\n')}\n\n`;
    return;
  }
  const rows = audit.between.map(({ splits, counts }) => [
    splits.map(name).join(' – '),
    ...sharedKinds.map((kind) => formatNumber(counts[kind])),
  ]);
  const all = ['all', ...sharedKinds.map((kind) => formatNumber(audit.figures[kind].count))];
  const allowed = ['allowed', ...sharedKinds.map((kind) => allowedWords(budgets[kind]))];
  const columns = [{ head: 'between' }, ...sharedKinds.map((kind) => ({ head: columnNames[kind] }))];
  const table = { columns, rows: [...rows, ...(rows.length > 1 ? [all] : []), allowed] };
  yield* terminalTable(table, { width, style, overflow: 'below' });
  yield '\n';
}

function* repetitions(audit: LeakAudit, { style, width, budgets }: PrintOptions): Generator<string> {
  const rows = repetitionKinds.map((kind) => {
    const { count, claims } = audit.figures[kind];
    return [
      auditNames[kind],
      formatNumber(count),
      claims === 0 ? '' : formatNumber(claims),
      allowedWords(budgets[kind]),
    ];
  });
  const columns = [{ head: 'in a split or not' }, { head: 'texts' }, { head: 'claims' }, { head: 'allowed' }];
  yield* terminalTable({ columns, rows }, { width, style, overflow: 'below' });
}

function* findingLines(
  { kind, claims, shared, similarity }: AuditFinding,
  options: PrintOptions,
): Generator<string> {
  const { style, width } = options;
  if (similarity !== null) yield `  ${style.dim(`similarity ${similarity.toFixed(2)}`)}\n`;
  else if (thingKinds.includes(kind))
    yield `  ${style.dim(fitText(printable(cutText(shared, maxSharedChars)), width - 2))}\n`;
  const heads = claims.map(headOf);
  const headWidth = Math.max(...heads.map(displayWidth));
  const isBeside = headWidth <= Math.min(maxHeadWidth, width / 2);
  const indent = isBeside ? headWidth + 4 : 4;
  for (const [which, { claim }] of claims.entries()) {
    const head = `  ${heads[which]}`;
    const text = printable(cutText(claim, maxClaimChars));
    const lines = wrapText(text, Math.max(20, width - indent), maxClaimLines);
    if (!isBeside) yield `${style.dim(head)}\n`;
    for (const [at, line] of lines.entries()) {
      const start = isBeside && at === 0 ? head : '';
      yield `${start}${' '.repeat(indent - displayWidth(start))}${line}\n`;
    }
  }
}

/** Where a claim stands, and what it is: `dev.jsonl:3 17 REFUTES`. The split is named where the file does not tell it. */
function headOf({ file, line, record, id, split, label }: FoundClaim): string {
  const shownFile = file.length > maxFileChars ? `…/${file.slice(file.lastIndexOf('/') + 1)}` : file;
  const place = line === null ? `${name(shownFile)} record ${record}` : `${name(shownFile)}:${line}`;
  const isTold = split === null || file.slice(file.lastIndexOf('/') + 1).startsWith(`${split}.`);
  const parts = [place, String(id), ...(isTold ? [] : [split]), ...(label === null ? [] : [label])];
  return parts.map(name).join(' ');
}

function name(text: string): string {
  return printable(cutText(text, maxNameChars));
}
