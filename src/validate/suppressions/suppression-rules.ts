import type { RuleMeta } from '../../diagnostic/rule-meta.ts';
import { jsonMessages } from '../../text/check-json.ts';

/** What can be wrong with suppressions. Their findings cannot be suppressed themselves. */
export const suppressionRules = {
  invalid: {
    id: 'suppression/invalid',
    level: 2,
    severity: 'error',
    since: '0.2.0',
    title: 'A suppression names a rule of the guideline or the dataset, what it is about, and a reason.',
    why: 'A suppression that cannot be read accepts nothing, and one without a reason cannot be judged by anybody else.',
    help: 'Write it like {"rule":"claim/no-final-period","claim":"nkw-0001","reason":"A quotation ends the claim."}.',
    source: 'The schema of suppressions, which `claimset schema suppression` prints.',
    messages: {
      ...jsonMessages,
      notUtf8:
        'The line has a byte that is not UTF-8: 0x{byte} at byte {byteOffset} of the line (counted from 0).',
      missing: '`{key}` is missing: expected {expected}.',
      wrong: '`{key}`: expected {expected}, found {found}.',
      unknownKey: '`{key}` is no key of a suppression about {what}.',
      unknownRule: 'There is no rule `{rule}`.',
      ownRule: 'Findings of `{rule}`, which are about suppressions, cannot be suppressed.',
      level: 'Findings of `{rule}` (level {level}) cannot be suppressed.',
    },
  },
  duplicate: {
    id: 'suppression/duplicate',
    level: 4,
    severity: 'warning',
    since: '0.2.0',
    title: 'A suppression stands once.',
    why: 'With two reasons for one thing nobody knows which holds, and who removes one of them has removed nothing.',
    help: 'Remove one of the two.',
    source: 'The same rule as for claims: a thing is said once.',
    hasFix: true,
    messages: { duplicate: 'The same findings are suppressed on line {line} already.' },
  },
  unused: {
    id: 'suppression/unused',
    level: 4,
    severity: 'warning',
    since: '0.2.0',
    title: 'A suppression accepts a finding that is there.',
    why: 'What it accepted is mended; if it came back, nobody would be told.',
    help: 'Remove the line.',
    source: 'ESLint, `reportUnusedDisableDirectives`.',
    hasFix: true,
    messages: { unused: 'There is no finding of `{rule}` about {what} any more.' },
  },
} as const satisfies Record<string, RuleMeta>;
