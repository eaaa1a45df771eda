import fc from 'fast-check';
import type { Diagnostic, Place } from '../../src/diagnostic/diagnostic.ts';
import type { RuleMeta } from '../../src/diagnostic/rule-meta.ts';
import type { Report } from '../../src/reporters/reporter.ts';
import { reportOf } from './reports.ts';

/** Pieces of text that terminals, JSON, XML, Markdown, workflow commands and column counts stumble over. */
export const hostilePieces = [
  ...[
    '\u001b[31m',
    '\u009b2J',
    '\u0007',
    '\r',
    '\t',
    '\u007f',
    '\u0085',
    '\u2028',
    '\u202e',
    '\u2066',
    '\u00ad',
  ],
  ...['::error::', '%0A', '%', ':', ',', ';', '##[error]', '"', '\\', '`', '…', ' ', '  '],
  ...[
    '</details>',
    '<script>',
    '<!--',
    ']]>',
    '&amp;',
    '@octocat',
    '#1',
    '[a](http://b.c)',
    '](',
    '{0}',
    '|',
  ],
  ...['``', '```', '$', '~~', '\ufffe', '\uffff'],
  ...['北京', '😀', 'e\u0301', '\ud800', '\udc00', '\ufeff', '\u00a0', '\u200b', 'word', 'x'.repeat(300)],
] as const;

const line = fc.array(fc.constantFrom(...hostilePieces), { maxLength: 12 }).map((pieces) => pieces.join(''));
const text = fc
  .array(fc.constantFrom(...hostilePieces, '\n'), { maxLength: 12 })
  .map((pieces) => pieces.join(''));

const file = fc.oneof(
  text,
  fc.constantFrom('claims/a.jsonl', './claims/a b.jsonl', '/data/a.jsonl', '../a.jsonl', 'a:b.jsonl'),
);

const place: fc.Arbitrary<Place> = fc
  .record({
    file,
    lineText: line,
    isRemembered: fc.constantFrom(false, false, true),
    number: fc.integer({ min: 1, max: 3 }),
    from: fc.nat(400),
    length: fc.nat(400),
    moreLines: fc.constantFrom(0, 0, 0, 2),
    claimId: fc.option(fc.oneof(text, fc.integer()), { nil: undefined }),
    pointer: fc.constantFrom(undefined, '', '/evidence/0/0'),
  })
  .map(({ lineText, isRemembered, number, from, length, moreLines, claimId, pointer, ...rest }) => {
    const start = Math.min(from, lineText.length);
    const end = Math.min(start + length, lineText.length);
    return {
      ...rest,
      span: { start, end },
      start: { line: number, column: start + 1, offset: start },
      end: { line: number + moreLines, column: end + 1, offset: end },
      lineText: isRemembered ? '' : lineText,
      ...(claimId !== undefined && { claimId }),
      ...(pointer !== undefined && { pointer }),
    };
  });

const span = fc.tuple(fc.nat(30), fc.nat(10)).map(([start, length]) => ({ start, end: start + length }));
const edits = fc.array(fc.record({ span, text }), { maxLength: 2 });

const diagnostic: fc.Arbitrary<Diagnostic> = fc
  .record(
    {
      ruleId: fc.constantFrom('evidence/unresolved', 'claim/duplicate'),
      messageId: fc.constant('none'),
      level: fc.constantFrom(1, 2, 3, 4, 5),
      severity: fc.constantFrom('error', 'warning', 'info'),
      message: text,
      why: fc.constant('It matters.'),
      help: text,
      place,
      related: fc.array(fc.record({ message: text, place }), { maxLength: 2 }),
      fix: edits,
      suggestions: fc.array(fc.record({ message: text, edits }), { maxLength: 2 }),
      url: fc.constant('docs/rules/evidence/unresolved.md'),
    },
    {
      requiredKeys: [
        ...(['ruleId', 'messageId', 'level', 'severity', 'message'] as const),
        ...(['why', 'help', 'place', 'related', 'url'] as const),
      ],
    },
  )
  .map((finding) => finding as Diagnostic);

const rules: readonly RuleMeta[] = [
  {
    id: 'evidence/unresolved',
    level: 3,
    severity: 'error',
    since: '0.1.0',
    title: 'Evidence exists.',
    why: 'It matters.',
    help: 'Copy the id from `{title}`.',
    source: 'FEVER.',
    messages: { none: 'There is no `{id}`.' },
  },
];

/** Reports of hostile findings of two rules; only one of the rules is described. */
export const arbitraryReport = fc
  .array(diagnostic, { maxLength: 5 })
  .map((diagnostics): Report => ({ ...reportOf(diagnostics, { files: 1, records: 2 }), rules }));
