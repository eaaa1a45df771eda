import picomatch from 'picomatch';
import type { RuleMeta } from '../diagnostic/rule-meta.ts';
import { type Severity, severities } from '../diagnostic/severity.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { findProfile, profiles } from './profiles/index.ts';
import type { RuleOption } from './rule.ts';
import type { RuleSettings } from './rule-settings.ts';

/** Settings that hold for some files only. */
export interface SettingsOverride {
  /** Glob patterns over the paths that findings show, such as `claims/drafts/**`. */
  readonly files: readonly string[];
  readonly rules: RuleSettings;
}

/** Which rules run, how heavy their findings are and what numbers they use; later ones go before earlier ones. */
export interface Settings {
  /** Names of profiles, each laid over the ones before. */
  readonly profiles?: readonly string[];
  readonly rules?: RuleSettings;
  readonly overrides?: readonly SettingsOverride[];
}

/** What settings are about: a rule, or something a reader finds. */
export type ConfigurableRule = RuleMeta & {
  readonly options?: Readonly<Record<string, RuleOption>>;
  readonly optIn?: boolean;
  readonly scope?: string;
};

/** A setting that cannot be, with its way in {@link Settings}. */
export interface SettingsProblem {
  readonly path: readonly (string | number)[];
  /** Whether the last key of the path is what is wrong, and not its value. */
  readonly isKey?: boolean;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** A rule as it is to run. */
export interface ResolvedRule {
  readonly severity: Severity | 'off';
  /** All options of the rule by name. */
  readonly options: Readonly<Record<string, number>>;
}

/** How a rule is to run in a file that the overrides of the numbers given hold for. */
export function resolveRule(
  rule: ConfigurableRule,
  settings: Settings,
  overrides: readonly number[] = [],
): ResolvedRule {
  let severity: Severity | 'off' = rule.optIn === true ? 'off' : rule.severity;
  let options: Readonly<Record<string, number>> = Object.fromEntries(
    Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]),
  );
  const layers: readonly (RuleSettings | undefined)[] = [
    ...(settings.profiles ?? []).map((id) => findProfile(id)?.rules),
    settings.rules,
    ...overrides.map((which) => settings.overrides?.[which]?.rules),
  ];
  for (const layer of layers) {
    const setting = layer !== undefined && Object.hasOwn(layer, rule.id) ? layer[rule.id] : undefined;
    if (setting === undefined) continue;
    if (typeof setting === 'string') severity = setting;
    else {
      severity = setting.severity ?? severity;
      options = { ...options, ...setting.options };
    }
  }
  return { severity, options };
}

/** How a rule runs that looks at all files at once: as the settings for all say, or else as the first override that has it on. */
export function resolveForAllFiles(rule: ConfigurableRule, settings: Settings): ResolvedRule | undefined {
  const choices = [[], ...(settings.overrides ?? []).map((_, which) => [which])];
  return choices
    .map((overrides) => resolveRule(rule, settings, overrides))
    .find(({ severity }) => severity !== 'off');
}

/** Whether a rule is on for some file. */
export function isEverOn(rule: ConfigurableRule, settings: Settings): boolean {
  return resolveForAllFiles(rule, settings) !== undefined;
}

/** The numbers of the overrides that hold for a file, in order. */
export function createOverrideMatcher({ overrides = [] }: Settings): (file: string) => readonly number[] {
  const matchers = overrides.map(({ files }) =>
    picomatch([...files], { dot: true, noextglob: true, nobracket: true, nonegate: true }),
  );
  const known = new Map<string, readonly number[]>();
  return (file) => {
    let found = known.get(file);
    if (found === undefined) {
      found = matchers.flatMap((matches, which) => (matches(file) ? [which] : []));
      known.set(file, found);
    }
    return found;
  };
}

/** What is wrong with settings, in order; empty where they can be used. */
export function* checkSettings(
  settings: Settings,
  rules: readonly ConfigurableRule[],
): Generator<SettingsProblem> {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  for (const [which, id] of (settings.profiles ?? []).entries()) {
    if (findProfile(id) !== undefined) continue;
    const ids = profiles.map((profile) => profile.id);
    yield {
      path: ['profiles', which],
      message: `There is no profile "${id}". ${didYouMean(id, ids) ?? `Use one of ${ids.join(', ')}.`}`,
    };
  }
  yield* checkRules(settings.rules ?? {}, byId, ['rules']);
  for (const [which, override] of (settings.overrides ?? []).entries()) {
    yield* checkRules(override.rules, byId, ['overrides', which, 'rules']);
  }
}

function* checkRules(
  settings: RuleSettings,
  byId: ReadonlyMap<string, ConfigurableRule>,
  path: readonly (string | number)[],
): Generator<SettingsProblem> {
  for (const [id, setting] of Object.entries(settings)) {
    const at = [...path, id];
    const rule = byId.get(id);
    if (rule === undefined) {
      const hint = id.startsWith('format/')
        ? 'What reading another format finds cannot be configured.'
        : (didYouMean(id, [...byId.keys()]) ?? '`claimset rules` lists them.');
      yield { path: at, isKey: true, message: `There is no rule "${id}". ${hint}` };
      continue;
    }
    const severity = typeof setting === 'string' ? setting : setting.severity;
    if (severity !== undefined) {
      const problem = problemOfSeverity(rule, severity);
      const where = typeof setting === 'string' ? at : [...at, 'severity'];
      if (problem !== undefined) yield { path: where, message: problem };
    }
    const options = typeof setting === 'string' ? {} : (setting.options ?? {});
    for (const [name, value] of Object.entries(options)) {
      const path = [...at, 'options', name];
      if (rule.scope === 'dataset' && at[0] === 'overrides') {
        const message = `Rule "${id}" looks at all files at once: set its options under "rules", not for some files.`;
        yield { path, isKey: true, message };
        continue;
      }
      const option =
        rule.options !== undefined && Object.hasOwn(rule.options, name) ? rule.options[name] : undefined;
      if (option === undefined) yield { path, isKey: true, message: unknownOption(rule, name) };
      else if (!isInRange(option, value)) yield { path, message: outOfRange(rule, name, value, option) };
    }
  }
}

function problemOfSeverity(rule: ConfigurableRule, severity: Severity | 'off'): string | undefined {
  if (severity !== 'off' && !severities.includes(severity)) {
    return `Rule "${rule.id}" cannot have the severity "${String(severity)}". Use ${severities.join(', ')} or off.`;
  }
  const lighter = severity === 'off' || severities.indexOf(severity) > severities.indexOf(rule.severity);
  if (rule.level > 3 || rule.optIn === true || !lighter) return undefined;
  return `Rule "${rule.id}" (level ${rule.level}) cannot be made "${severity}": without it the later checks and the export would work on broken records. Leave it as it is.`;
}

function unknownOption({ id, options = {} }: ConfigurableRule, name: string): string {
  const names = Object.keys(options);
  const hint =
    names.length === 0 ? 'It has none.' : (didYouMean(name, names) ?? `Use one of ${names.join(', ')}.`);
  return `Rule "${id}" has no option "${name}". ${hint}`;
}

function isInRange(
  { min, max = Number.POSITIVE_INFINITY, isInteger = false }: RuleOption,
  value: number,
): boolean {
  return value >= min && value <= max && (!isInteger || Number.isInteger(value));
}

function outOfRange(
  { id }: ConfigurableRule,
  name: string,
  value: number,
  { min, max, isInteger }: RuleOption,
): string {
  const range = max === undefined ? `from ${min} on` : `from ${min} to ${max}`;
  return `Option "${name}" of rule "${id}" is ${value}. Use a ${isInteger === true ? 'whole ' : ''}number ${range}.`;
}
