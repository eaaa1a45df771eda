import { lineFingerprint, noLine } from '../../../claims/line-fingerprint.ts';
import { ownValue } from '../../line-entry.ts';
import { defineLineRule } from '../../rule.ts';

const first = {
  claim: 1,
  annotator: 'ann',
  label: 'NOT ENOUGH INFO',
  evidence: [],
  at: '2025-01-31T12:00:00Z',
  seq: 1,
  prev: noLine,
};
const second = { ...first, claim: 2, seq: 2, prev: lineFingerprint(JSON.stringify(first)) };

/** A line of a journal follows the line that it says it follows. */
export const brokenChain = defineLineRule({
  id: 'dataset/broken-chain',
  level: 5,
  severity: 'warning',
  since: '0.6.0',
  title: 'Each line that the annotation page wrote follows the line that it was written behind.',
  why: 'A journal only grows. A line that does not follow the one before it shows that something was changed, lost, or put in between after it was said.',
  help: 'Look at what changed the journal: `git log -p` on the file. Restore it, or accept the finding if the change was meant. `claimset remap` and `validate --fix` keep the chain as whole as it was.',
  source:
    'The page writes the fingerprint of the line before into `prev`. It shows accidents: who means to deceive can compute it as well.',
  messages: {
    changed: 'The line says that it follows another line than the one before it.',
    unchained: 'The line does not say which line it follows; the one before it does.',
  },
  examples: [
    { name: 'a journal as the page writes it', kind: 'annotation', lines: [first, second] },
    {
      name: 'a journal by hand',
      kind: 'annotation',
      lines: [
        { claim: 1, annotator: 'ann', label: 'NOT ENOUGH INFO', evidence: [], at: '2025-01-31T12:00:00Z' },
      ],
    },
    {
      name: 'a line before that says something else now',
      kind: 'annotation',
      lines: [{ ...first, comment: 'Changed.' }, second],
      expect: ['2:113-2:131 changed'],
    },
    {
      name: 'a line that was put in by hand',
      kind: 'annotation',
      lines: [
        first,
        { claim: 2, annotator: 'ann', label: 'NOT ENOUGH INFO', evidence: [], at: '2025-01-31T12:00:00Z' },
      ],
      expect: ['2:1-2:2 unchained'],
    },
  ],
  skip: ({ kind, json, before }) =>
    (kind !== 'annotation' && kind !== 'event') ||
    (ownValue(json, 'prev') === undefined && before?.includes('"prev":') !== true),
  *check(entry, { report }) {
    const { json, before, kind } = entry;
    if (kind !== 'annotation' && kind !== 'event') return;
    const prev = ownValue(json, 'prev');
    if (prev === undefined) {
      if (before === undefined || !isChained(before)) return;
      const opening = entry.span([]).start - entry.line.offset;
      yield report('unchained', { place: entry.at({ start: opening, end: opening + 1 }, []) });
    } else if (prev !== (before === undefined ? noLine : lineFingerprint(before))) {
      yield report('changed', { place: entry.place(['prev']) });
    }
  },
});

function isChained(line: string): boolean {
  try {
    return ownValue(JSON.parse(line), 'prev') !== undefined;
  } catch {
    return false;
  }
}
