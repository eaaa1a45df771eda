import type { Claim, ClaimId } from '../claims/claim.ts';
import type { JournalEvent } from '../claims/journal-event.ts';
import type { RecordForm } from '../claims/record-form.ts';
import type { Evidence } from '../corpus/evidence.ts';
import { EvidenceIndex } from '../corpus/evidence-index.ts';
import type { Diagnostic, Level } from '../diagnostic/diagnostic.ts';
import { firstFindings } from '../diagnostic/first-findings.ts';
import { createDiagnostic, type RuleMeta } from '../diagnostic/rule-meta.ts';
import { invariant, UsageError } from '../errors.ts';
import { languageOf } from '../text/languages/index.ts';
import type { SourceLine } from '../text/source-line.ts';
import { explainForm } from './explain-form.ts';
import { configurableRules, readerRules } from './known-rules.ts';
import { createLineEntry } from './line-entry.ts';
import { type PreparedRule, prepareRule, rulesFor } from './prepare-rule.ts';
import type { ClaimEntry, LineEntry, LineKind, RecordKind } from './record-entry.ts';
import { recordOf } from './record-of.ts';
import type { Rule, RuleContext, RuleNeed, TitleTable } from './rule.ts';
import { rules as allRules } from './rules/index.ts';
import { checkSchema } from './schema/check-schema.ts';
import {
  checkSettings,
  createOverrideMatcher,
  isEverOn,
  type ResolvedRule,
  resolveForAllFiles,
  resolveRule,
  type Settings,
} from './settings.ts';
import { AnnotationTable } from './tables/annotation-table.ts';
import { ClaimTable } from './tables/claim-table.ts';

/** A file of records, line by line. */
export interface RecordFile {
  readonly kind: RecordKind;
  readonly lines: Iterable<SourceLine> | AsyncIterable<SourceLine>;
  /** The form of another dataset that its records have; claimset's own by default. */
  readonly form?: RecordForm | undefined;
}

/** What is validated: record files against a corpus. */
export interface ValidateInput {
  readonly files: Iterable<RecordFile> | AsyncIterable<RecordFile>;
  /** Left out where there is no corpus: evidence is then not looked up. */
  readonly evidence?: Evidence | undefined;
}

export interface ValidateOptions {
  /** Profiles, severities and options of rules, also for some files only. */
  readonly settings?: Settings | undefined;
  /** The rules to run; all by default. */
  readonly rules?: readonly Rule[] | undefined;
  /** Language of the claims (BCP 47); English by default. */
  readonly language?: string | undefined;
  /** Titles of the articles there are, where their text is not at hand. */
  readonly titles?: TitleTable | undefined;
  /** False where no annotations will come: what claims say is then not remembered for them. */
  readonly hasAnnotations?: boolean | undefined;
  /** The highest level that is checked: a quick look at files and schemas needs no more than 3. */
  readonly level?: Level | undefined;
  /** The split of claims that do not say theirs, by id. */
  readonly splits?: ReadonlyMap<ClaimId, string> | undefined;
  /** What the files of settings' overrides are compared with, for a file as findings name it; the same name by default. */
  readonly pathOf?: ((file: string) => string) | undefined;
  /** Called with each claim that passed levels 1 to 3, in order. */
  readonly onClaim?: ((entry: ClaimEntry) => void) | undefined;
}

type RulesByLevel = readonly (readonly PreparedRule[])[];
const levels: readonly Level[] = [1, 2, 3, 4, 5];
const nothing: readonly Diagnostic[] = [];

/** One validation, line by line: for callers that do something else between two lines. */
export interface Validator {
  /** The findings about a line, with those about its relation to earlier lines; lines of a file come in order. */
  check(kind: RecordKind, line: SourceLine, form?: RecordForm): readonly Diagnostic[];
  /** The findings that need all lines. */
  finish(): Iterable<Diagnostic>;
  /** Findings that a reader made, with the severities of the settings; those whose rules are off left out. */
  adjust(diagnostics: readonly Diagnostic[]): Diagnostic[];
  /** Whether a rule, or what the reader of articles finds, is on for some file and has what it needs. */
  isOn(ruleId: string): boolean;
}

/**
 * A validation that has seen no line yet. A record with an error on level 1, 2 or 3 is not shown to the rules of the next levels.
 *
 * @param evidence `undefined` where there is no corpus: the rules that need one are left out
 * @throws UsageError for settings of a rule that does not exist, or that take a rule of level 1 to 3 away.
 */
export function createValidator(evidence: Evidence | undefined, options: ValidateOptions = {}): Validator {
  return new Validation(evidence, options);
}

/**
 * The findings of the rules, record by record in the order of the lines, those that need all records last. Memory does not
 * grow with the number of claims, except for what the dataset rules remember.
 *
 * @throws UsageError as {@link createValidator}.
 */
export async function* validate(
  input: ValidateInput,
  options: ValidateOptions = {},
): AsyncGenerator<Diagnostic> {
  const validator = createValidator(input.evidence, options);
  for await (const { kind, lines, form } of input.files) {
    for await (const line of lines) yield* validator.check(kind, line, form);
  }
  yield* validator.finish();
}

/**
 * A check of single records by all rules that need no other record: for a program that asks at each change of a claim. Positions
 * count in the record's JSON as `JSON.stringify` writes it.
 *
 * @throws UsageError as {@link createValidator}.
 */
export function createRecordChecker(
  evidence: Evidence | undefined,
  options: ValidateOptions = {},
): (record: object, kind?: RecordKind) => readonly Diagnostic[] {
  const rules = (options.rules ?? allRules).filter(({ scope }) => scope !== 'dataset');
  const validator = createValidator(evidence, { ...options, rules });
  return (record, kind = 'claim') =>
    validator.check(kind, {
      file: '<record>',
      number: 1,
      offset: 0,
      text: JSON.stringify(record),
      end: '\n',
      invalidBytes: [],
    });
}

class Validation implements Validator {
  readonly #evidence: Evidence;
  readonly #hasCorpus: boolean;
  readonly #options: ValidateOptions;
  readonly #settings: Settings;
  readonly #rules: readonly Rule[];
  readonly #claims = new ClaimTable();
  readonly #annotations = new AnnotationTable(this.#claims);
  readonly #collects: boolean;
  readonly #overridesOf: (file: string) => readonly number[];
  /** Rules made ready for records of one kind and form, in files with the same overrides. */
  readonly #prepared = new Map<string, RulesByLevel>();
  readonly #datasetRules: readonly PreparedRule[];
  #file: string | undefined;
  #fileEnd: SourceLine['end'] = '';
  #kind: RecordKind | undefined;
  /** The line before in a journal. */
  #before: string | undefined;
  #form: RecordForm | undefined;
  /** The rules for the lines of the file. */
  #active: RulesByLevel = [];

  constructor(evidence: Evidence | undefined, options: ValidateOptions) {
    this.#evidence = evidence ?? new EvidenceIndex([]);
    this.#hasCorpus = evidence !== undefined;
    this.#options = options;
    this.#settings = options.settings ?? {};
    const wanted = options.rules ?? allRules;
    const [problem] = checkSettings(this.#settings, [...configurableRules, ...wanted]);
    if (problem !== undefined) throw new UsageError(problem.message);
    const has: Readonly<Record<RuleNeed, boolean>> = {
      annotations: true,
      articles: evidence !== undefined && evidence.articles.length > 0,
      corpus: evidence !== undefined,
      titles: options.titles !== undefined,
    };
    this.#rules = wanted.filter(
      ({ needs, level }) => level <= (options.level ?? 5) && (needs === undefined || has[needs]),
    );
    const matches = createOverrideMatcher(this.#settings);
    this.#overridesOf = (file) => matches(options.pathOf?.(file) ?? file);
    this.#datasetRules = this.#rules.flatMap((rule) => {
      if (rule.scope !== 'dataset') return [];
      const resolved = resolveForAllFiles(rule, this.#settings);
      return resolved === undefined ? [] : [this.#prepare(rule, resolved)];
    });
    this.#collects =
      options.hasAnnotations !== false && this.#datasetRules.some(({ rule }) => rule.needs === 'annotations');
  }

  check(kind: RecordKind, line: SourceLine, form?: RecordForm): readonly Diagnostic[] {
    const isNewFile = line.file !== this.#file || line.number === 1;
    if (isNewFile) {
      this.#file = line.file;
      this.#fileEnd = line.end;
      this.#before = undefined;
    }
    if (isNewFile || kind !== this.#kind || form !== this.#form) {
      this.#kind = kind;
      this.#form = form;
      this.#active = this.#rulesFor(kind, form !== undefined, this.#overridesOf(line.file));
    }
    const entry = createLineEntry(line, { kind, form, fileEnd: this.#fileEnd, before: this.#before });
    if (kind === 'annotation' && line.text.trim() !== '') this.#before = line.text;
    const found: Diagnostic[] = [];
    // In order of the levels; what a level finds may keep the record from the next.
    if (this.#run(1, entry, found) || entry.json === undefined) {
      if (this.#collects && kind === 'claim') this.#claims.addRefused(entry);
      return found;
    }
    if (this.#options.level === 1 || form?.isHeader(entry.json, line.number) === true) return found;
    if (entry.kind === 'event' || entry.kind === 'unlabelled') {
      this.#checkOther(entry, found);
      return found;
    }
    const record = recordOf(entry);
    if (record === undefined) {
      if (this.#collects && kind === 'claim') this.#claims.addRefused(entry);
      this.#explain(entry, found);
      return found;
    }
    if (this.#collects && record.kind === 'claim') this.#claims.firstOfId(record);
    if (this.#run(3, record, found)) return found;
    if (record.kind === 'claim') {
      this.#options.onClaim?.(record);
      if (this.#collects) this.#annotations.addClaim(record);
    } else if (this.#collects) this.#annotations.addAnnotation(record);
    // A fault of style hides no duplicate: what the guideline says of a claim does not keep it from the dataset's rules.
    this.#run(4, record, found);
    this.#run(5, record, found);
    return found.length === 0 ? nothing : found;
  }

  /** Looks at what is neither claim nor annotation: an event of a journal, a claim that waits for annotators. */
  #checkOther(entry: LineEntry, found: Diagnostic[]): void {
    if (checkSchema(entry.kind, entry.json).length > 0) {
      if (this.#collects && entry.kind === 'unlabelled') this.#claims.addRefused(entry);
      this.#explain(entry, found);
      return;
    }
    if (this.#collects) {
      if (entry.kind === 'unlabelled') this.#claims.addUnlabelled(entry);
      else this.#annotations.addEvent(entry.json as JournalEvent);
    }
    const rules = this.#rulesFor(entry.kind, false, this.#overridesOf(entry.line.file));
    this.#run(5, entry, found, rules);
  }

  *finish(): Generator<Diagnostic> {
    for (const { finish } of this.#datasetRules) {
      for (const diagnostic of finish()) yield* this.#withSeverity(diagnostic);
    }
  }

  adjust(diagnostics: readonly Diagnostic[]): Diagnostic[] {
    const metas = new Map<string, RuleMeta>(readerRules.map((rule) => [rule.id, rule]));
    return diagnostics.flatMap((diagnostic) => {
      const meta = metas.get(diagnostic.ruleId);
      if (meta === undefined) return diagnostic;
      const overrides = this.#overridesOf(diagnostic.place.file);
      const { severity } = resolveRule(meta, this.#settings, overrides);
      return severity === 'off'
        ? []
        : severity === diagnostic.severity
          ? diagnostic
          : { ...diagnostic, severity };
    });
  }

  isOn(ruleId: string): boolean {
    const readers = this.#options.rules === undefined && this.#hasCorpus ? readerRules : [];
    const rule = [...this.#rules, ...readers].find(({ id }) => id === ruleId);
    return rule !== undefined && isEverOn(rule, this.#settings);
  }

  /** Runs the rules of a level; whether one of them found an error. */
  #run(level: Level, entry: LineEntry, found: Diagnostic[], active = this.#active): boolean {
    let failed = false;
    for (const { skip, check, context } of active[level - 1] ?? []) {
      if (skip(entry, context)) continue;
      const findings = check(entry, context);
      if (findings === undefined) continue;
      for (const diagnostic of firstFindings(findings, true)) {
        for (const shown of this.#withSeverity(diagnostic)) {
          failed ||= shown.severity === 'error';
          found.push(entry.form === undefined ? shown : withoutEvidenceEdits(shown));
        }
      }
    }
    return failed;
  }

  /** Says why a line's JSON is no record. */
  #explain(entry: LineEntry, found: Diagnostic[]): void {
    if (entry.form !== undefined) {
      found.push(...firstFindings(explainForm(entry, entry.form)));
      return;
    }
    // Only a caller's own choice of rules may leave a refusal without a finding.
    invariant(
      this.#run(2, entry, found) || this.#options.rules !== undefined,
      `the schema refused ${entry.line.file}:${entry.line.number}, but no rule says why`,
    );
  }

  /** The rules for records of a kind and form in files that overrides hold for, by level, level 1 first. */
  #rulesFor(kind: LineKind, isForeign: boolean, overrides: readonly number[]): RulesByLevel {
    const key = `${kind} ${isForeign} ${overrides.join(' ')}`;
    let byLevel = this.#prepared.get(key);
    if (byLevel === undefined) {
      const prepared = this.#rules.flatMap((rule) => {
        if (rule.scope === 'dataset') return this.#datasetRules.filter((other) => other.rule === rule);
        const resolved = resolveRule(rule, this.#settings, overrides);
        return resolved.severity === 'off' ? [] : [this.#prepare(rule, resolved)];
      });
      const active = rulesFor(prepared, kind, isForeign);
      byLevel = levels.map((level) => active.filter((other) => other.level === level));
      this.#prepared.set(key, byLevel);
    }
    return byLevel;
  }

  #prepare(rule: Rule, { severity, options }: ResolvedRule): PreparedRule {
    const meta = severity === 'off' || severity === rule.severity ? rule : { ...rule, severity };
    const { language = 'en', titles, splits } = this.#options;
    const context: RuleContext = {
      evidence: this.#evidence,
      options,
      language: languageOf(language),
      titles,
      claims: this.#claims,
      annotations: this.#annotations,
      splitOf: (claim: Claim) => claim.split ?? splits?.get(claim.id),
      report: (messageId, finding) => createDiagnostic(meta, messageId, finding),
    };
    return prepareRule(rule, context);
  }

  /** A finding with the severity that the overrides give its rule in its file, if they do. */
  *#withSeverity(diagnostic: Diagnostic): Generator<Diagnostic> {
    // Only a dataset rule runs for all files at once; the others were made ready for their file.
    const hasOverrides = (this.#settings.overrides ?? []).length > 0;
    const rule = hasOverrides && this.#datasetRules.find(({ rule: { id } }) => id === diagnostic.ruleId);
    if (!rule) {
      yield diagnostic;
      return;
    }
    const overrides = this.#overridesOf(diagnostic.place.file);
    const { severity } = resolveRule(rule.rule, this.#settings, overrides);
    if (severity !== 'off') yield { ...diagnostic, severity };
  }
}

/** Evidence has another shape in other datasets' files: what would edit it there is not offered. */
function withoutEvidenceEdits(diagnostic: Diagnostic): Diagnostic {
  if (!diagnostic.ruleId.startsWith('evidence/')) return diagnostic;
  const { fix: _fix, suggestions: _suggestions, ...rest } = diagnostic;
  return rest;
}
