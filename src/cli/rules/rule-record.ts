import { levelNames } from '../../diagnostic/level-names.ts';
import { ruleUrl } from '../../diagnostic/rule-meta.ts';
import { exampleCorpus } from '../../validate/examples/run-example.ts';
import { isFixable, type ShownExample, showExample } from '../../validate/examples/shown-example.ts';
import { resolveRule } from '../../validate/settings.ts';
import { type CatalogueRule, groupOf } from './rule-catalogue.ts';

/** Raised when a field of the JSON changes its meaning or goes; a new field does not raise it. */
export const rulesVersion = 1;

/** What programs are told of a rule, as it is with some profiles. Numbers without a limit are `null`. */
export function ruleRecord(rule: CatalogueRule, profiles: readonly string[]): object {
  const { id, level, since, title, why, help, source, messages } = rule;
  const { severity, options } = resolveRule(rule, { profiles });
  const declared = 'options' in rule ? (rule.options ?? {}) : {};
  return {
    id,
    group: groupOf(rule),
    level,
    levelName: levelNames[level],
    severity,
    defaultSeverity: rule.severity,
    optIn: 'optIn' in rule && rule.optIn === true,
    needs: ('needs' in rule ? rule.needs : undefined) ?? null,
    nativeOnly: 'nativeOnly' in rule && rule.nativeOnly === true,
    fixable: isFixable(rule),
    since,
    title,
    why,
    help,
    source,
    url: ruleUrl(id),
    messages,
    options: Object.entries(declared).map(([name, option]) => ({
      name,
      about: option.about,
      value: limit(options[name]),
      default: limit(option.default),
      min: option.min,
      max: limit(option.max),
      isInteger: option.isInteger === true,
    })),
  };
}

/** What programs are told of a rule's examples and the article they cite; nothing of what a reader finds. */
export function exampleRecords(rule: CatalogueRule): object {
  if (!('examples' in rule)) return { article: null, examples: [] };
  return {
    article: rule.exampleCorpus ?? exampleCorpus,
    examples: rule.examples.map((example) => exampleRecord(showExample(rule, example))),
  };
}

function exampleRecord({ isRight, name, options, files, fixed, offers }: ShownExample): object {
  return {
    name,
    right: isRight,
    options,
    files: files.map(({ name: kind = 'Claims', text, diagnostics }) => ({
      kind: kind.toLowerCase(),
      text,
      findings: diagnostics.map(({ messageId, message, place: { start, end } }) => ({
        messageId,
        message,
        start: { line: start.line, column: start.column },
        end: { line: end.line, column: end.column },
      })),
    })),
    ...(fixed !== undefined && { fixed }),
    offers,
  };
}

/** JSON has no infinity. */
function limit(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}
