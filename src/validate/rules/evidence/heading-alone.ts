import type { Evidence } from '../../../corpus/evidence.ts';
import { isEvidence } from '../../../corpus/evidence-kind.ts';
import { evidenceFacts, hasNoEvidence } from '../../evidence/evidence-facts.ts';
import { evidenceSetsOf } from '../../evidence/evidence-of.ts';
import { isHeadings } from '../../evidence/is-headings.ts';
import { excerpt } from '../../excerpt.ts';
import { defineRecordRule } from '../../rule.ts';

/** Elements of a section that are offered in place of its heading. */
const maxOffers = 3;

/** An evidence set says something: headings alone do not. */
export const headingAlone = defineRecordRule({
  id: 'evidence/heading-alone',
  level: 3,
  severity: 'error',
  since: '0.2.0',
  title: 'An evidence set is more than section headings.',
  why: 'A heading says what a section is about, not what is so: nothing can be decided by it.',
  help: 'Cite the elements of the section that decide the claim. Their context has the heading.',
  source:
    'FEVEROUS (Aly et al. 2021): a heading belongs to the context of the elements below it and is no evidence.',
  messages: {
    heading: 'Evidence set {set} is nothing but the heading `{id}`.',
    headings: 'Evidence set {set} is nothing but {count} headings.',
  },
  examples: [
    {
      name: 'a sentence of the section',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'SUPPORTS', evidence: [['A_sentence_2']] },
      ],
    },
    {
      name: 'a heading alone',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_sentence_0'], ['A_section_0']] }],
      expect: ['1:72-1:87 heading'],
    },
    {
      name: 'the same heading twice',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_section_0', 'A_section_0']] }],
      expect: ['1:55-1:84 headings'],
    },
  ],
  skip: (entry, { evidence }) => (evidenceFacts(entry, evidence) & hasNoEvidence) === 0,
  *check(entry, { evidence, report }) {
    for (const [set, ids] of evidenceSetsOf(entry).entries()) {
      if (!isHeadings(ids, evidence)) continue;
      const path = ['evidence', set];
      const data = { set: set + 1, id: ids[0] ?? '', count: ids.length };
      const place = entry.place(path);
      if (ids.length > 1) {
        yield report('headings', { data, place });
        continue;
      }
      const below = elementsBelow(data.id, evidence);
      yield report('heading', {
        data,
        place,
        suggestions: below.map(({ id, text }) => ({
          message: `Replace it by \`${id}\` ("${excerpt(text)}").`,
          edits: [{ span: entry.span([...path, 0]), text: JSON.stringify(id) }],
        })),
      });
    }
  },
});

/** The first elements of a section that can be evidence. */
function elementsBelow(heading: string, evidence: Evidence) {
  const record = evidence.get(heading);
  const article = record && evidence.article(record.title);
  if (record === undefined || article === undefined) return [];
  return article.records
    .slice(record.order + 1, record.order + 100)
    .filter(
      ({ section, kind, text }) =>
        section === record.id && isEvidence(kind) && kind !== 'header_cell' && text !== '',
    )
    .slice(0, maxOffers);
}
