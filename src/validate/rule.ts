import type { Claim } from '../claims/claim.ts';
import type { Evidence } from '../corpus/evidence.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Finding, RuleMeta } from '../diagnostic/rule-meta.ts';
import type { Language } from '../text/languages/language.ts';
import type { ClaimEntry, LineEntry, RecordEntry, RecordKind } from './record-entry.ts';
import type { AnnotationTable } from './tables/annotation-table.ts';
import type { ClaimTable } from './tables/claim-table.ts';

/** A number that a rule can be told: in the configuration under `options`, by its name. */
export interface RuleOption {
  /** Infinity for "no limit", which is also what it is in the configuration when it is left out. */
  readonly default: number;
  readonly min: number;
  readonly max?: number;
  /** Only whole numbers. */
  readonly isInteger?: boolean;
  /** What the number is, with its unit: a sentence. */
  readonly about: string;
}

type Options = Readonly<Record<string, RuleOption>>;

/** What a rule may look at besides its record. */
export interface RuleContext<MessageId extends string = string, OptionName extends string = string> {
  /** Empty where the claims are checked without a corpus. */
  readonly evidence: Evidence;
  readonly options: Readonly<Record<OptionName, number>>;
  /** Word lists of the claims' language; `undefined` where there are none for it. */
  readonly language: Language | undefined;
  /** Titles of all articles there are, for claims whose articles' text is not at hand; `undefined` where none are given. */
  readonly titles: TitleTable | undefined;
  /** What is remembered of the claims that came. */
  readonly claims: ClaimTable;
  /** What was said of which claim by whom, complete in `finish`; empty unless an active rule `needs` annotations. */
  readonly annotations: AnnotationTable;
  /** The split a claim is in, as itself says, or else the lock file; `undefined` where neither says. */
  splitOf(claim: Claim): string | undefined;
  /** A finding of the rule. */
  report(messageId: MessageId, finding: Finding): Diagnostic;
}

/** Titles of articles without their text. */
export interface TitleTable {
  /** Whether an article has the title, as evidence ids spell it. */
  has(title: string): boolean;
}

/** One line of input for a rule, with the findings it must give: the rule's test and its documentation. */
export interface Example {
  /** What the example shows, such as `sentence past the end`. */
  readonly name: string;
  /** Lines of a claims file; objects are written as JSON. */
  readonly lines: readonly (object | string)[];
  /** Read as an annotation file instead. */
  readonly kind?: RecordKind;
  /** Lines of an annotation file that comes with the claims. */
  readonly annotations?: readonly (object | string)[];
  /** Options of the rule that are not their defaults. */
  readonly options?: Readonly<Record<string, number>>;
  /** The last line has no line end. */
  readonly endsWithoutLineEnd?: boolean;
  /** Written as ISO 8859-1 instead of UTF-8, for bytes that are not UTF-8. */
  readonly encoding?: 'latin1';
  /**
   * `line:column-line:column messageId`, in order, with `annotation ` or `article ` before it for what is not found in the claims
   * file; absent where the rule must stay silent.
   */
  readonly expect?: readonly string[];
}

/** What a rule cannot do without: it is left out where that is not given. */
export type RuleNeed = 'annotations' | 'articles' | 'corpus' | 'titles';

interface RuleBase<Messages extends Readonly<Record<string, string>>> extends RuleMeta {
  readonly messages: Messages;
  /** Numbers that can be set, by name. */
  readonly options?: Options;
  /** Runs only where a profile or the settings give it a severity. */
  readonly optIn?: boolean;
  readonly needs?: RuleNeed;
  /** Says nothing about records in the form of another dataset, whose conventions differ. */
  readonly nativeOnly?: boolean;
  /** Tagged text that the examples' claims cite; the default is printed in `docs/rules/README.md`. */
  readonly exampleCorpus?: string;
  readonly examples: readonly Example[];
}

/** Looks at one line before it is a record (levels 1 and 2). */
export interface LineRule<
  Messages extends Readonly<Record<string, string>> = Record<string, string>,
  O extends Options = Options,
> extends RuleBase<Messages> {
  readonly scope: 'line';
  /**
   * Whether the rule certainly finds nothing. Quick, for most lines are fine; a test shows that nothing is missed. The engine
   * asks for every line, and runs `check` unless this says that it need not.
   */
  skip?(entry: LineEntry, context: RuleContext<keyof Messages & string, keyof O & string>): boolean;
  check(
    entry: LineEntry,
    context: RuleContext<keyof Messages & string, keyof O & string>,
  ): Iterable<Diagnostic>;
}

/** Looks at one claim at a time. */
export interface ClaimRule<
  Messages extends Readonly<Record<string, string>> = Record<string, string>,
  O extends Options = Options,
> extends RuleBase<Messages> {
  readonly scope: 'claim';
  /** As that of a {@link LineRule}. */
  skip?(entry: ClaimEntry, context: RuleContext<keyof Messages & string, keyof O & string>): boolean;
  check(
    entry: ClaimEntry,
    context: RuleContext<keyof Messages & string, keyof O & string>,
  ): Iterable<Diagnostic>;
}

/** Looks at one claim or annotation at a time: both have a label and evidence. */
export interface RecordRule<
  Messages extends Readonly<Record<string, string>> = Record<string, string>,
  O extends Options = Options,
> extends RuleBase<Messages> {
  readonly scope: 'record';
  /** As that of a {@link LineRule}. */
  skip?(entry: RecordEntry, context: RuleContext<keyof Messages & string, keyof O & string>): boolean;
  check(
    entry: RecordEntry,
    context: RuleContext<keyof Messages & string, keyof O & string>,
  ): Iterable<Diagnostic>;
}

/** Looks at all claims: remembers what it must, and no more. */
export interface DatasetRule<
  Messages extends Readonly<Record<string, string>> = Record<string, string>,
  O extends Options = Options,
> extends RuleBase<Messages> {
  readonly scope: 'dataset';
  /** One run over a dataset. */
  begin(context: RuleContext<keyof Messages & string, keyof O & string>): DatasetCheck;
}

/** What a dataset rule does with each claim, and after the last. */
export interface DatasetCheck {
  visit?(entry: ClaimEntry): Iterable<Diagnostic> | undefined;
  /** After the last record of the last file; annotations come in any order, before and after the claims they are about. */
  finish?(): Iterable<Diagnostic>;
}

export type Rule = LineRule | ClaimRule | RecordRule | DatasetRule;

/** The rule itself, its message ids and options checked by the compiler. */
export function defineLineRule<
  const Messages extends Readonly<Record<string, string>>,
  const O extends Options = Record<never, RuleOption>,
>(rule: Omit<LineRule<Messages, O>, 'scope' | 'options'> & { readonly options?: O }): LineRule {
  return { ...rule, scope: 'line' } as unknown as LineRule;
}

/** The rule itself, its message ids and options checked by the compiler. */
export function defineClaimRule<
  const Messages extends Readonly<Record<string, string>>,
  const O extends Options = Record<never, RuleOption>,
>(rule: Omit<ClaimRule<Messages, O>, 'scope' | 'options'> & { readonly options?: O }): ClaimRule {
  return { ...rule, scope: 'claim' } as unknown as ClaimRule;
}

/** The rule itself, its message ids and options checked by the compiler. */
export function defineRecordRule<
  const Messages extends Readonly<Record<string, string>>,
  const O extends Options = Record<never, RuleOption>,
>(rule: Omit<RecordRule<Messages, O>, 'scope' | 'options'> & { readonly options?: O }): RecordRule {
  return { ...rule, scope: 'record' } as unknown as RecordRule;
}

/** The rule itself, its message ids and options checked by the compiler. */
export function defineDatasetRule<
  const Messages extends Readonly<Record<string, string>>,
  const O extends Options = Record<never, RuleOption>,
>(rule: Omit<DatasetRule<Messages, O>, 'scope' | 'options'> & { readonly options?: O }): DatasetRule {
  return { ...rule, scope: 'dataset' } as unknown as DatasetRule;
}
