import { type EvidenceKind, isEvidence } from '../../../corpus/evidence-kind.ts';
import { evidenceFacts, hasNoEvidence, hasUnresolved } from '../../evidence/evidence-facts.ts';
import { evidenceOf, evidenceSetsOf } from '../../evidence/evidence-of.ts';
import { isHeadings } from '../../evidence/is-headings.ts';
import { kindOfId } from '../../evidence/kind-of-id.ts';
import { defineRecordRule } from '../../rule.ts';

/** Evidence has a text of its own: markers, headings and titles have none or are context. */
export const marker = defineRecordRule({
  id: 'evidence/marker',
  level: 3,
  severity: 'error',
  since: '0.1.0',
  title: 'Evidence is a sentence, cell, header cell, list item or caption.',
  why: 'Systems are asked for elements that say something: a marker, heading or title can never be found.',
  help: 'Cite the elements that say it.',
  source:
    'FEVEROUS (Aly et al. 2021): headings and titles belong to the context of evidence; markers have no text.',
  messages: { kind: '`{id}` is {kind} and no evidence.' },
  examples: [
    {
      name: 'a sentence and a cell',
      lines: [
        {
          id: 1,
          claim: 'The number one comes first.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0', 'A_cell_0_1_0']],
        },
      ],
    },
    {
      name: 'the marker of a table',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_table_general_0']] }],
      expect: ['1:56-1:75 kind'],
    },
    {
      name: 'a heading and a title',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_section_0', 'A_title']] }],
      expect: ['1:56-1:69 kind', '1:70-1:79 kind'],
    },
  ],
  // The id of a title is no element of the text, and resolves to none.
  skip: (entry, { evidence }) => (evidenceFacts(entry, evidence) & (hasNoEvidence | hasUnresolved)) === 0,
  *check(entry, { evidence, report }) {
    // A set of headings alone is the finding of another rule.
    const headings = evidenceSetsOf(entry).map((ids) => isHeadings(ids, evidence));
    for (const { id, set, path } of evidenceOf(entry)) {
      const kind = kindOfId(id, evidence);
      if (kind === undefined || isEvidence(kind) || headings[set] === true) continue;
      const { word, instead } = words(kind);
      yield report('kind', { data: { id, kind: word }, place: entry.place(path), help: instead });
    }
  },
});

function words(kind: EvidenceKind): { word: string; instead: string } {
  if (kind === 'title')
    return { word: 'the title of an article', instead: 'Cite the elements of the article.' };
  if (kind === 'section') return { word: 'a heading', instead: 'Cite the elements below the heading.' };
  if (kind.startsWith('table_'))
    return {
      word: 'the marker of a table',
      instead: 'Cite the cells, header cells or caption of the table.',
    };
  return { word: 'the marker of a list', instead: 'Cite the items of the list.' };
}
