import type { JSX } from 'preact';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { words } from '../words/words.ts';
import './check-list.css';

export interface CheckListProps {
  /** `undefined` while there is nothing to check. */
  readonly findings: readonly Diagnostic[] | undefined;
  /** Said while there is nothing to check. */
  readonly waiting?: string;
}

/** Findings of the validator's rules, each with what it means. */
export function CheckList({ findings, waiting = words.checks.waiting }: CheckListProps): JSX.Element {
  const errors = findings?.filter(({ severity }) => severity === 'error').length ?? 0;
  const summary =
    findings === undefined
      ? waiting
      : findings.length === 0
        ? words.checks.nothing
        : words.checks.count(errors, findings.length - errors);
  const state = findings === undefined ? 'waiting' : findings.length === 0 ? 'fine' : 'found';
  return (
    <section class="check-list" aria-labelledby="check-list-heading">
      <h2 id="check-list-heading" class="check-list-heading">
        {words.checks.heading}
      </h2>
      <p class={`check-list-summary check-list-${state}`} role="status">
        {summary}
      </p>
      {findings !== undefined && findings.length > 0 && (
        <ul class="check-list-findings">
          {findings.map((finding) => (
            <li
              key={`${finding.ruleId} ${finding.messageId} ${finding.place.pointer}`}
              class={`check-list-finding check-list-${finding.severity}`}
            >
              <details>
                <summary>
                  <span class="check-list-severity">{words.checks.severity[finding.severity]}</span>{' '}
                  <Message text={finding.message} />
                </summary>
                <dl class="check-list-more">
                  <dt>{words.checks.whatToDo}</dt>
                  <dd>
                    <Message text={finding.help} />
                  </dd>
                  <dt>{words.checks.why}</dt>
                  <dd>
                    <Message text={finding.why} />
                  </dd>
                  <dt>{words.checks.rule}</dt>
                  <dd>
                    <code>{finding.ruleId}</code>
                  </dd>
                </dl>
              </details>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A message, what stands between backticks as code. */
function Message({ text }: { readonly text: string }): JSX.Element {
  const parts = text.split('`');
  const isWhole = parts.length % 2 === 1;
  return (
    <>{isWhole ? parts.map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part)) : text}</>
  );
}
