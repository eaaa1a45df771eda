import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { levelNames } from '../../src/diagnostic/level-names.ts';
import type { RuleMeta } from '../../src/diagnostic/rule-meta.ts';
import { printable } from '../../src/text/printable.ts';
import { describeConditions } from '../../src/validate/examples/describe-conditions.ts';
import { describeSeverity } from '../../src/validate/examples/describe-severity.ts';
import { exampleCorpus } from '../../src/validate/examples/run-example.ts';
import { isFixable, showExample } from '../../src/validate/examples/shown-example.ts';
import type { Example, Rule } from '../../src/validate/rule.ts';

/** The documentation page of a rule, with its examples and what the rule says about them. */
export function renderRulePage(rule: Rule): string {
  const parts = [...head(rule), ...describeRunning(rule), '## Examples'];
  for (const example of rule.examples) parts.push(...renderExample(rule, example));
  if (rule.exampleCorpus !== undefined)
    parts.push('The examples cite this article:', fence(rule.exampleCorpus));
  return `${parts.join('\n\n')}\n`;
}

/** What the page says besides of a rule that does not always run, or that has options. */
function describeRunning(rule: Rule): string[] {
  const conditions = describeConditions(rule);
  const lines = Object.entries(rule.options ?? {}).map(([name, option]) => {
    const usual = Number.isFinite(option.default) ? String(option.default) : 'no limit';
    return `- \`${name}\` (${usual}): ${option.about}`;
  });
  return [
    ...(conditions.length > 0 ? [conditions.join(' ')] : []),
    ...(lines.length > 0 ? ['## Options', lines.join('\n')] : []),
  ];
}

/** The documentation page of something that reading an article or another format finds. */
export function renderReaderRulePage(meta: RuleMeta): string {
  return `${head(meta).join('\n\n')}\n`;
}

/** The list of all rules. */
export function renderOverview(rules: readonly Rule[], readerRules: readonly RuleMeta[]): string {
  const rows = [...rules, ...readerRules].map(row).sort();
  return `# Rules

Generated from the rules; \`npx vitest run test/validate/rules.test.ts -u\` writes these pages anew.

Levels: 1 file, 2 schema, 3 references, 4 guideline, 5 dataset. A record with an error on level 1, 2 or 3 is not shown to
the rules of the next. Levels 1 to 3 cannot be switched off. A safe fix keeps the meaning; \`--fix\` makes it.

| rule | level | severity | safe fix | asks for |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

The claims in the examples cite this article:

${fence(exampleCorpus)}
`;
}

function head(meta: RuleMeta): string[] {
  return [
    `# ${meta.id}`,
    meta.title,
    `Level ${meta.level} (${levelNames[meta.level]}), ${describeSeverity(meta)}, since ${meta.since}.`,
    `**Why.** ${meta.why}`,
    `**What to do.** ${meta.help}`,
    `**Source.** ${meta.source}`,
    '## Messages',
    Object.entries(meta.messages)
      .map(([id, message]) => `- \`${id}\`: ${message}`)
      .join('\n'),
  ];
}

function row(rule: Rule | RuleMeta): string {
  const { id, level, title } = rule;
  const fixable = isFixable(rule) ? 'yes' : '';
  return `| [${id}](${id}.md) | ${level} | ${describeSeverity(rule)} | ${fixable} | ${title.replaceAll('|', '\\|')} |`;
}

function renderExample(rule: Rule, example: Example): string[] {
  const { isRight, name, options, files, fixed, offers } = showExample(rule, example);
  const set = Object.entries(options).map(([option, value]) => `\`${option}\` ${value}`);
  const withOptions = set.length > 0 ? ` (${set.join(', ')})` : '';
  const parts = [`### ${isRight ? 'Right' : 'Wrong'}: ${name}${withOptions}`];
  for (const file of files) {
    if (file.name !== undefined) parts.push(`${file.name}:`);
    parts.push(fence(drawLines(file.text, file.diagnostics)));
  }
  if (fixed !== undefined) parts.push('After `--fix`:', fence(drawLines(fixed, [])));
  if (offers.length > 0) parts.push(`Offered: ${offers.join(' ')}`);
  return parts;
}

/** The lines of a file, below each its findings. */
function drawLines(text: string, diagnostics: readonly Diagnostic[]): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines
    .flatMap((line, which) => [
      visible(line),
      ...diagnostics
        .filter(({ place }) => place.start.line === which + 1)
        .map(({ place, message }) => {
          const before = visible(line.slice(0, place.start.column - 1)).length;
          const marked = visible(line.slice(place.start.column - 1, place.end.column - 1)).length;
          return `${' '.repeat(before)}${'^'.repeat(Math.max(1, marked))} ${message}`;
        }),
    ])
    .join('\n');
}

/** Characters that cannot be seen are written as escapes, and bytes that are not UTF-8 as the character that stands for them. */
function visible(text: string): string {
  return printable(text).replace(/\u00A0/g, '\\u{a0}');
}

function fence(text: string): string {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
}
