import { plural } from '../../../text/plural.ts';
import { findDecomposed } from '../../find-decomposed.ts';
import { defineLineRule } from '../../rule.ts';

/** A character that normal form C may change or compose with the one before it: below U+0300 there is none. */
const behindLatin = /[^\0-\u02ff]/;

/** Text of records is in Unicode normal form C. */
export const normalForm = defineLineRule({
  id: 'file/normal-form',
  level: 1,
  severity: 'warning',
  since: '0.2.0',
  title: 'The text of a record is in Unicode normal form C.',
  why: 'The same letter can be one character or a letter and its accent: both look alike, but programs that compare or search the text, and tokenizers, take them for different ones. Evidence ids are compared in NFC here, but not everywhere.',
  help: 'Write the text in NFC; ids of claims and names of annotators, which other files repeat, are left as they are.',
  source:
    'Unicode Standard Annex 15. The FEVER and FEVEROUS corpora are NFD, texts of the web are NFC: claims made from both are mixed.',
  messages: { text: 'The record has text that is not in NFC, in {count} {places}.' },
  nativeOnly: true,
  examples: [
    {
      name: 'composed letters',
      lines: [{ id: 1, claim: 'A caf\u00e9 comes first.', label: 'NOT ENOUGH INFO', evidence: [] }],
    },
    {
      name: 'a letter and its accent',
      lines: [{ id: 1, claim: 'A cafe\u0301 comes first.', label: 'NOT ENOUGH INFO', evidence: [] }],
      expect: ['1:23-1:25 text'],
    },
    {
      name: 'the same as escapes',
      lines: ['{"id":1,"claim":"A cafe\\u0301 is a caf\\u00e9.","label":"NOT ENOUGH INFO","evidence":[]}'],
      expect: ['1:23-1:30 text'],
    },
  ],
  skip: ({ json, line: { text } }) => json === undefined || !(behindLatin.test(text) || text.includes('\\u')),
  *check(entry, { report }) {
    if (entry.json === undefined) return;
    const parts = findDecomposed(entry);
    const [first] = parts;
    if (first === undefined) return;
    const { offset } = entry.line;
    yield report('text', {
      data: { count: parts.length, places: plural('place', parts.length) },
      place: entry.at(first.span, [first.key]),
      fix: parts.map(({ span, text }) => ({
        span: { start: offset + span.start, end: offset + span.end },
        text,
      })),
    });
  },
});
