import { formatEvidenceId, parseEvidenceId } from '../../../corpus/evidence-id.ts';
import { evidenceOf, evidenceSetsOf } from '../../evidence/evidence-of.ts';
import { sentenceTitleLength } from '../../evidence/sentence-title.ts';
import { titleVariants } from '../../evidence/title-variants.ts';
import { defineRecordRule } from '../../rule.ts';

/** Evidence is of articles that exist. */
export const unknownArticle = defineRecordRule({
  id: 'evidence/unknown-article',
  level: 3,
  severity: 'error',
  since: '0.2.0',
  title: 'Evidence is of an article that the list of titles has.',
  why: 'No system can find evidence in an article that is not there. Nearly always the title is spelt in another way.',
  help: 'Spell the title as the list does, or add it there.',
  source:
    'FEVER claims cite pages with special characters that its corpus spells in another way (allenai/ir_datasets, issue 97).',
  messages: {
    unknown: '`{id}`: the title "{title}" is not in the list of titles.',
    spelling: '`{id}`: the list of titles has "{spelling}" instead of "{title}".',
  },
  needs: 'titles',
  examples: [
    {
      name: 'a title of the list',
      lines: [
        {
          id: 1,
          claim: 'The number one comes first.',
          label: 'SUPPORTS',
          evidence: [['A (number)_sentence_7']],
        },
      ],
    },
    {
      name: 'a title as FEVER spells it',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_-LRB-number-RRB-_sentence_7']] }],
      expect: ['1:56-1:87 spelling'],
    },
    {
      name: 'a title that is not there',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['B_sentence_0']] }],
      expect: ['1:56-1:70 unknown'],
    },
  ],
  exampleCorpus: `A (number)

From Wikipedia for FEVERv2

One is a number. A (number)_sentence_0
`,
  skip: (entry, { evidence, titles }) => {
    for (const ids of evidenceSetsOf(entry)) {
      for (const id of ids) {
        const length = sentenceTitleLength(id);
        const title = length > 0 ? id.slice(0, length) : parseEvidenceId(id)?.title;
        if (title !== undefined && titles?.has(title) === false && evidence.article(title) === undefined)
          return false;
      }
    }
    return true;
  },
  *check(entry, { evidence, report, titles }) {
    if (titles === undefined) return;
    for (const { id, path } of evidenceOf(entry)) {
      const parts = parseEvidenceId(id);
      if (parts === undefined) continue;
      const { title } = parts;
      if (titles.has(title) || evidence.article(title) !== undefined) continue;
      const place = entry.place(path);
      const spelling = [...titleVariants(title)].find((variant) => titles.has(variant));
      if (spelling === undefined) {
        yield report('unknown', { data: { id, title }, place });
        continue;
      }
      const meant = formatEvidenceId({ ...parts, title: spelling });
      yield report('spelling', {
        data: { id, title, spelling },
        place,
        help: `Write \`${meant}\`.`,
        suggestions: [
          {
            message: `Replace it by \`${meant}\`.`,
            edits: [{ span: entry.span(path), text: JSON.stringify(meant) }],
          },
        ],
      });
    }
  },
});
