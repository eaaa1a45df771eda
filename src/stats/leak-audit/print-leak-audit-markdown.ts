import { formatNumber } from '../../reporters/count-words.ts';
import { markdownCell } from '../../reporters/markdown-cell.ts';
import { markdownCode } from '../../reporters/markdown-code.ts';
import { markdownTable } from '../../text/markdown-table.ts';
import { plural } from '../../text/plural.ts';
import { auditKinds, auditNames, repetitionKinds, sharedKinds } from './audit-kinds.ts';
import { allowedWords, columnNames, measureWords, noTwoSplits } from './audit-words.ts';
import type { AuditFinding, FoundClaim, LeakAudit } from './leak-audit.ts';
import { type LeakBudgets, overLeakBudgets } from './leak-budgets.ts';

interface MarkdownOptions {
  /** Findings of each kind that are shown. */
  readonly shown: number;
  readonly budgets: LeakBudgets;
}

/** By this line a workflow finds its earlier comment. */
const marker = '<!-- claimset leak -->';
const maxNameChars = 60;
const maxTextChars = 300;

/** An audit for a comment or a document: what the data says stands in code, where it does nothing. */
export function* printLeakAuditMarkdown(
  audit: LeakAudit,
  { shown, budgets }: MarkdownOptions,
): Generator<string> {
  const sizes = audit.splits.map(({ split, claims }) => `${name(split)} ${formatNumber(claims)}`);
  yield `${marker}\n## Leakage of ${formatNumber(audit.claims)} ${plural('claim', audit.claims)}\n\n`;
  if (sizes.length > 0) yield `${sizes.join(', ')}. `;
  yield `Near-duplicates: ${measureWords(audit)}.\n\n`;
  const over = overLeakBudgets(audit, budgets).map(
    ({ kind, count, allowed }) =>
      `${auditNames[kind]} ${formatNumber(count)}, of ${formatNumber(allowed)} allowed`,
  );
  yield over.length === 0 ? 'All is within its budget.\n\n' : `**Over budget:** ${over.join('; ')}.\n\n`;
  yield `${audit.splits.length < 2 ? noTwoSplits : betweenTable(audit, budgets)}\n\n`;
  yield `${repetitionTable(audit, budgets)}\n`;
  for (const kind of auditKinds) {
    const { count, findings } = audit.figures[kind];
    if (count === 0 || shown === 0) continue;
    const part = count > shown ? ` (${formatNumber(shown)} of ${formatNumber(count)})` : '';
    yield `\n### ${auditNames[kind]}${part}\n\n`;
    for (const finding of findings.slice(0, shown)) yield findingItem(finding);
  }
}

function betweenTable({ between, figures }: LeakAudit, budgets: LeakBudgets): string {
  const rows = between.map(({ splits, counts }) => [
    splits.map((split) => markdownCell(split, maxNameChars)).join(' – '),
    ...sharedKinds.map((kind) => formatNumber(counts[kind])),
  ]);
  const all = ['all', ...sharedKinds.map((kind) => formatNumber(figures[kind].count))];
  const allowed = ['allowed', ...sharedKinds.map((kind) => allowedWords(budgets[kind]))];
  return markdownTable(
    ['between', ...sharedKinds.map((kind) => columnNames[kind])],
    [...rows, ...(rows.length > 1 ? [all] : []), allowed],
  );
}

function repetitionTable({ figures }: LeakAudit, budgets: LeakBudgets): string {
  const rows = repetitionKinds.map((kind) => {
    const { count, claims } = figures[kind];
    const saying = claims === 0 ? '' : formatNumber(claims);
    return [auditNames[kind], formatNumber(count), saying, allowedWords(budgets[kind])];
  });
  return markdownTable(['in a split or not', 'texts', 'claims', 'allowed'], rows);
}

function findingItem({ claims, shared, similarity }: AuditFinding): string {
  const what =
    similarity === null ? markdownCode(shared, maxTextChars) : `similarity ${similarity.toFixed(2)}`;
  return `- ${what}\n${claims.map((claim) => `  - ${claimWords(claim)}\n`).join('')}`;
}

function claimWords({ file, line, record, id, split, label, claim }: FoundClaim): string {
  const place = line === null ? `${name(file)} record ${record}` : name(`${file}:${line}`);
  const parts = [
    place,
    name(String(id)),
    ...[split, label].flatMap((part) => (part === null ? [] : name(part))),
  ];
  return `${parts.join(' ')}: ${markdownCode(claim, maxTextChars)}`;
}

function name(text: string): string {
  return markdownCode(text, maxNameChars);
}
