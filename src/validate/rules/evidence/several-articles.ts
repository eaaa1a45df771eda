import type { Evidence } from '../../../corpus/evidence.ts';
import { parseEvidenceId } from '../../../corpus/evidence-id.ts';
import { toNfc } from '../../../text/normalise.ts';
import { evidenceSetsOf } from '../../evidence/evidence-of.ts';
import { defineRecordRule } from '../../rule.ts';

/** The ids of an evidence set are of one article. */
export const severalArticles = defineRecordRule({
  id: 'evidence/several-articles',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  title: 'The ids of an evidence set are of one article.',
  why: 'A system must then find several articles for one claim, which not every dataset wants; and an id of another article is often a slip.',
  help: 'Remove the ids of the other article, or make them a set of their own if they decide the claim alone.',
  source:
    'FEVER (Thorne et al. 2018): 12 % of the claims need evidence of several pages. FEVEROUS asks for "same page" or "multiple pages" claim by claim.',
  messages: { mixed: 'Evidence set {set} has elements of "{first}" and of "{other}".' },
  optIn: true,
  examples: [
    {
      name: 'two elements of one article',
      lines: [
        {
          id: 1,
          claim: 'The number one comes first.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0', 'A_sentence_1']],
        },
      ],
    },
    {
      name: 'elements of two articles',
      lines: [
        {
          id: 1,
          claim: 'One.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0', 'B_sentence_0', 'B_sentence_1']],
        },
      ],
      expect: ['1:71-1:85 mixed'],
    },
  ],
  exampleCorpus: `A

From Wikipedia for FEVERv2

One is a number. A_sentence_0

One comes first. A_sentence_1

B

From Wikipedia for FEVERv2

One comes before two. B_sentence_0

Two comes behind one. B_sentence_1
`,
  skip: (entry) => {
    for (const ids of evidenceSetsOf(entry)) if (ids.length > 1) return false;
    return true;
  },
  *check(entry, { evidence, report }) {
    for (const [set, ids] of evidenceSetsOf(entry).entries()) {
      const first = titleOf(ids[0] ?? '', evidence);
      const other = ids.findIndex((id) => titleOf(id, evidence) !== first);
      if (other < 0) continue;
      yield report('mixed', {
        data: { set: set + 1, first, other: titleOf(ids[other] ?? '', evidence) },
        place: entry.place(['evidence', set, other]),
        related: [{ message: `This is of "${first}".`, place: entry.place(['evidence', set, 0]) }],
      });
    }
  },
});

function titleOf(id: string, evidence: Evidence): string {
  return toNfc(evidence.get(id)?.title ?? parseEvidenceId(id)?.title ?? id);
}
