import { parseEvidenceId } from '../../../corpus/evidence-id.ts';
import { evidenceFacts, hasUnresolved } from '../../evidence/evidence-facts.ts';
import { idInPieces } from '../../evidence/evidence-form.ts';
import { evidenceOf, evidenceSetsOf } from '../../evidence/evidence-of.ts';
import { explainUnresolved } from '../../evidence/explain-unresolved.ts';
import { defineRecordRule } from '../../rule.ts';

/** Evidence must point at an element that exists. */
export const unresolved = defineRecordRule({
  id: 'evidence/unresolved',
  level: 3,
  severity: 'error',
  since: '0.1.0',
  title: 'Every evidence id is an element of the corpus.',
  why: 'An id that resolves to nothing counts as a miss for every system that is scored, and hides copy errors.',
  help: 'Copy the id from the article, or add the article to the corpus.',
  source: 'The FEVER scorer compares evidence literally: an id that does not exist can never be found.',
  messages: {
    noArticle: '`{id}`: no article "{title}" in the corpus.',
    otherTitle: '`{id}`: no article "{title}" in the corpus, but there is "{other}".',
    noElement: '`{id}`: the article "{title}" has no such element.',
    elsewhere: '`{id}`: the article "{title}" has no such element, but "{other}" has.',
    pastEnd: '`{id}`: the last sentence of "{title}" is number {last}, counted from 0.',
    noCell: '`{id}`: table {table} of "{title}" has rows 0 to {rows} and columns 0 to {columns}.',
    otherKind: '`{id}` is not there, but `{other}` is.',
    noTitle: '`{id}` is an evidence id without its title.',
    noId: '`{id}` is not an evidence id.',
    inPieces: 'The evidence set is the id `{id}` in pieces.',
  },
  exampleCorpus: `A

From Wikipedia for FEVERv2

One is a number. A_sentence_0

Two is one and one. A_sentence_1

Three comes next. A_sentence_2

A_table_general_0

NumberA_header_cell_0_0_0 NameA_header_cell_0_0_1
1A_cell_0_1_0 OneA_cell_0_1_1
2A_cell_0_2_0 TwoA_cell_0_2_1

B (number)

From Wikipedia for FEVERv2

B is no number. B (number)_sentence_0
`,
  examples: [
    {
      name: 'valid',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
      ],
    },
    {
      name: 'sentence past the end',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_sentence_3']] }],
      expect: ['1:56-1:70 pastEnd'],
    },
    {
      name: 'list item that is not there',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_item_1_0']] }],
      expect: ['1:56-1:68 noElement'],
    },
    {
      name: 'cell outside of its table',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_cell_0_3_0']] }],
      expect: ['1:56-1:70 noCell'],
    },
    {
      name: 'header cell cited as a cell',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_cell_0_0_1']] }],
      expect: ['1:56-1:70 otherKind'],
    },
    {
      name: 'element of another article that is cited',
      lines: [
        {
          id: 1,
          claim: 'One.',
          label: 'SUPPORTS',
          evidence: [['B (number)_sentence_0', 'B (number)_sentence_2', 'A_sentence_1']],
        },
      ],
      expect: ['1:80-1:103 elsewhere'],
    },
    {
      name: 'title as FEVER spells it',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['B_-LRB-number-RRB-_sentence_0']] }],
      expect: ['1:56-1:87 otherTitle'],
    },
    {
      name: 'id without its title',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_sentence_0', 'sentence_1']] }],
      expect: ['1:71-1:83 noTitle'],
    },
    {
      name: 'article that is not there',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['Another one_sentence_0']] }],
      expect: ['1:56-1:80 noArticle'],
    },
    {
      name: 'no id at all',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['the first sentence']] }],
      expect: ['1:56-1:76 noId'],
    },
    {
      name: 'an id cut into title, kind and number',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A', 'sentence', '0']] }],
      expect: ['1:55-1:75 inPieces'],
    },
  ],
  skip: (entry, { evidence }) => (evidenceFacts(entry, evidence) & hasUnresolved) === 0,
  *check(entry, { evidence, report, titles }) {
    const whole = evidenceSetsOf(entry).map((ids) => idInPieces(ids));
    for (const { id, set, path } of evidenceOf(entry)) {
      if (evidence.get(id) !== undefined) continue;
      const joined = whole[set];
      if (joined !== undefined) {
        // One finding a set: at its first piece.
        if (path.at(-1) !== 0) continue;
        const setPath = path.slice(0, -1);
        yield report('inPieces', {
          data: { id: joined },
          place: entry.place(setPath),
          help: 'Write title, kind and numbers as one id, joined by underscores.',
          suggestions: [
            {
              message: `Replace the set by \`${joined}\`.`,
              edits: [{ span: entry.span(setPath), text: JSON.stringify([joined]) }],
            },
          ],
        });
        continue;
      }
      const { title = '', kind } = parseEvidenceId(id) ?? {};
      const hasArticle = evidence.article(title) !== undefined;
      // A title id resolves; that it is no evidence is another rule's finding.
      if (kind === 'title' && hasArticle) continue;
      // Without a corpus only what is no id is known to be wrong; articles that a list of titles has may not be at hand.
      if (kind !== undefined && (evidence.size === 0 || (titles !== undefined && !hasArticle))) continue;
      const { messageId, data, candidates, help } = explainUnresolved(id, entry, evidence);
      const [nearest] = candidates;
      const span = entry.span(path);
      yield report(messageId, {
        data,
        place: entry.place(path),
        ...(nearest !== undefined && {
          help: help ?? `Did you mean \`${nearest}\`?`,
          suggestions: candidates.map((candidate) => ({
            message: `Replace it by \`${candidate}\`.`,
            edits: [{ span, text: JSON.stringify(candidate) }],
          })),
        }),
      });
    }
  },
});
