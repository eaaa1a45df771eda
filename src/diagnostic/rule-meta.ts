import { cutText } from '../text/cut-text.ts';
import { printable } from '../text/printable.ts';
import type { Diagnostic, Edit, Level, Place, Related, Suggestion } from './diagnostic.ts';
import type { Severity } from './severity.ts';

/** What is known of a rule before it runs; its documentation page is made from this. */
export interface RuleMeta {
  /** `group/name`, which is also the path of its file and of its page. */
  readonly id: string;
  readonly level: Level;
  readonly severity: Severity;
  /** Version of claimset that had it first. */
  readonly since: string;
  /** What the rule asks for, one sentence. */
  readonly title: string;
  /** Why it matters: the reason shown once per rule in a report. */
  readonly why: string;
  /** What to do about it, unless a finding says it more precisely; filled like the messages. */
  readonly help: string;
  /** Where the rule comes from: a paper, a specification, an official program's behaviour. */
  readonly source: string;
  /** Of what a reader finds: whether some findings have a safe fix. Of a rule its examples show it. */
  readonly hasFix?: boolean;
  /** Message texts by id; `{name}` is replaced by the finding's data. */
  readonly messages: Readonly<Record<string, string>>;
}

/** What one finding adds to its rule. */
export interface Finding {
  readonly data?: Readonly<Record<string, string | number>>;
  readonly place: Place;
  readonly help?: string;
  readonly related?: readonly Related[];
  readonly fix?: readonly Edit[];
  readonly suggestions?: readonly Suggestion[];
}

/** The page that explains a rule, as a path from the root of the package. */
export function ruleUrl(id: string): string {
  return `docs/rules/${id}.md`;
}

/** The finding `messageId` of a rule, complete. @throws Error where the rule has no such message: a mistake in the rule. */
export function createDiagnostic<Meta extends RuleMeta>(
  meta: Meta,
  messageId: keyof Meta['messages'] & string,
  finding: Finding,
): Diagnostic {
  const template = meta.messages[messageId];
  if (template === undefined) throw new Error(`Rule ${meta.id} has no message ${messageId}.`);
  return {
    ruleId: meta.id,
    messageId,
    level: meta.level,
    severity: meta.severity,
    message: fillTemplate(template, finding.data ?? {}),
    why: meta.why,
    help: finding.help === undefined ? fillTemplate(meta.help, finding.data ?? {}) : printable(finding.help),
    place: finding.place,
    related: (finding.related ?? []).map((other) => ({ ...other, message: printable(other.message) })),
    ...(finding.fix && { fix: finding.fix }),
    ...(finding.suggestions && {
      suggestions: finding.suggestions.map((other) => ({ ...other, message: printable(other.message) })),
    }),
    url: ruleUrl(meta.id),
  };
}

/** Longest piece of a user's data inside a message: a hostile value must not flood the report. */
const maxValueChars = 120;

/** A message with its values instead of their `{names}`, each made safe for a terminal and cut where it is long. */
export function fillTemplate(template: string, data: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (value === undefined) throw new Error(`Message "${template}" needs a value for {${name}}.`);
    const shown = printable(String(value));
    return shown.length > maxValueChars ? `${cutText(shown, maxValueChars)}…` : shown;
  });
}
