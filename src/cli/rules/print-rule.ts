import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { levelNames } from '../../diagnostic/level-names.ts';
import { ruleUrl } from '../../diagnostic/rule-meta.ts';
import { drawCodeFrame } from '../../reporters/code-frame.ts';
import { printable } from '../../text/printable.ts';
import { fitText, wrapText } from '../../text/wrap-text.ts';
import { describeConditions } from '../../validate/examples/describe-conditions.ts';
import { describeSeverity } from '../../validate/examples/describe-severity.ts';
import { isFixable, type ShownExample, showExample } from '../../validate/examples/shown-example.ts';
import type { RuleOption } from '../../validate/rule.ts';
import type { PrintOptions } from '../print-options.ts';
import type { CatalogueRule } from './rule-catalogue.ts';
import { severityPaint } from './severity-paint.ts';

const labelWidth = 10;

/** The page of a rule for a terminal: what it asks for, why, what to do, its options, messages and examples. */
export function printRule(rule: CatalogueRule, { style, width }: PrintOptions): string {
  const paint = severityPaint(rule.severity, style);
  const lines = [style.bold(rule.id), ...wrapText(rule.title, width), ''];
  const say = (label: string, text: string, painted = (line: string): string => line): void => {
    for (const [which, line] of wrapText(text, width - labelWidth).entries()) {
      lines.push(`${style.dim((which === 0 ? label : '').padEnd(labelWidth))}${painted(line)}`);
    }
  };
  const isFixed = rule.level <= 3 && !('optIn' in rule && rule.optIn === true);
  say('severity', describeSeverity(rule), paint);
  say(
    'level',
    `${rule.level}, ${levelNames[rule.level]}${isFixed ? '; cannot be made lighter or switched off' : ''}`,
  );
  const canFix = isFixable(rule);
  if (canFix || 'examples' in rule)
    say('fix', canFix ? 'safe ones are made by --fix' : 'none that is always right');
  if ('examples' in rule) {
    const conditions = describeConditions(rule);
    if (conditions.length > 0) say('runs', conditions.join(' '));
  }
  say('since', rule.since);
  lines.push('');
  say('why', rule.why);
  say('help', rule.help);
  say('source', rule.source);
  say('page', ruleUrl(rule.id));
  if ('options' in rule && rule.options !== undefined)
    lines.push(...printOptions(rule.id, rule.options, { style, width }));
  lines.push('', style.bold('Messages'));
  for (const message of Object.values(rule.messages)) lines.push(...hang('- ', message, width));
  if ('examples' in rule) {
    for (const example of rule.examples)
      lines.push('', ...printExample(showExample(rule, example), paint, { style, width }));
    lines.push('', ...printArticle(rule.exampleCorpus, { style, width }));
  }
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function printOptions(
  id: string,
  options: Readonly<Record<string, RuleOption>>,
  { style, width }: PrintOptions,
): string[] {
  const lines = ['', style.bold('Options')];
  const shown: Record<string, number> = {};
  for (const [name, option] of Object.entries(options)) {
    lines.push(
      ...hang(`- ${style.bold(name)}: `, `${option.about} ${describeRange(option)}`, width, name.length + 4),
    );
    shown[name] = Number.isFinite(option.default) ? option.default : Math.max(option.min, 1);
  }
  const setting = JSON.stringify({ validate: { rules: { [id]: { options: shown } } } });
  return [...lines, ...hang('  ', `In claimset.config.json: ${setting}`, width)];
}

/** Such as `3 by default, from 1 to 10.`. */
function describeRange({ default: usual, min, max, isInteger = false }: RuleOption): string {
  const range = max === undefined || !Number.isFinite(max) ? `from ${min} on` : `from ${min} to ${max}`;
  return `${Number.isFinite(usual) ? usual : 'No limit'} by default; a ${isInteger ? 'whole ' : ''}number ${range}.`;
}

function printExample(
  { isRight, name, options, files, fixed, offers }: ShownExample,
  paint: (text: string) => string,
  { style, width }: PrintOptions,
): string[] {
  const set = Object.entries(options).map(([option, value]) => `${option} ${value}`);
  const verdict = isRight ? style.green('Right') : style.red('Wrong');
  const title = `${name}${set.length > 0 ? ` (${set.join(', ')})` : ''}`;
  const lines = hang(`${verdict}: `, title, width, 'Right: '.length);
  for (const file of files) {
    if (file.name !== undefined) lines.push(style.dim(file.name));
    const all = file.text.replace(/\n$/, '').split('\n');
    for (const [which, line] of all.entries()) {
      const found = file.diagnostics.filter(({ place }) => place.start.line === which + 1);
      // Of an article only what is found is of interest.
      if (found.length === 0 && file.name !== 'Article')
        lines.push(`  ${fitText(printable(line), width - 2)}`);
      for (const diagnostic of found) lines.push(...printFinding(diagnostic, paint, width));
    }
  }
  if (fixed !== undefined) {
    lines.push(style.dim('after --fix'));
    const all = fixed.replace(/\n$/, '').split('\n');
    lines.push(...all.map((line) => `  ${fitText(printable(line), width - 2)}`));
  }
  if (offers.length > 0) lines.push(...hang('offered   ', offers.join(' '), width));
  return lines;
}

/** Where the examples' evidence ids are from. */
function printArticle(own: string | undefined, { style, width }: PrintOptions): string[] {
  if (own === undefined)
    return wrapText('The examples cite the article in docs/rules/README.md.', width).map(style.dim);
  const lines = own.trim().split('\n');
  return [
    style.dim('The examples cite this article:'),
    ...lines.map((line) => `  ${fitText(printable(line), width - 2)}`),
  ];
}

function printFinding(
  { place, message }: Diagnostic,
  paint: (text: string) => string,
  width: number,
): string[] {
  const frame = drawCodeFrame(place, width - 2);
  const drawn = frame === undefined ? [] : [`  ${frame.text}`, `  ${paint(frame.marker)}`];
  return [...drawn, ...hang('  ', message, width)];
}

/** A text behind a label, its further lines as far in as the first. */
function hang(label: string, text: string, width: number, indent = label.length): string[] {
  return wrapText(printable(text), width - indent).map(
    (line, which) => `${which === 0 ? label : ' '.repeat(indent)}${line}`,
  );
}
