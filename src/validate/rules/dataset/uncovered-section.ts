import type { Article } from '../../../corpus/article.ts';
import { placeOfRecord } from '../../../corpus/place-of-record.ts';
import type { Place } from '../../../diagnostic/diagnostic.ts';
import { createCoverageTally, type SectionCoverage } from '../../../stats/artefacts/evidence-coverage.ts';
import { defineDatasetRule } from '../../rule.ts';

/** Sections shown and named of an article. */
const maxShown = 3;

/** Claims cover all sections of the articles. */
export const uncoveredSection = defineDatasetRule({
  id: 'dataset/uncovered-section',
  level: 5,
  severity: 'info',
  since: '0.2.0',
  title: 'Every section of an article has evidence of some claim.',
  why: 'What no claim is about is neither learnt nor tested, and mostly was only forgotten.',
  help: 'Write claims about the section, or leave it: not every section holds what can be claimed.',
  source:
    'For corpora of few articles, which claims are meant to cover. Large corpora are there to be searched.',
  needs: 'articles',
  options: {
    maxArticles: {
      default: 20,
      min: 0,
      isInteger: true,
      about: 'Articles of the corpus up to which their sections are looked at.',
    },
    minClaims: {
      default: 50,
      min: 1,
      isInteger: true,
      about: 'Claims with evidence from which on sections are missed.',
    },
  },
  messages: {
    article: 'No claim has evidence in the article `{title}`.',
    sections: 'No claim has evidence in {count} of the {all} sections of `{title}`: {names}.',
  },
  exampleCorpus: `A

From Wikipedia for FEVERv2

One is a number. A_sentence_0

Numbers A_section_0

Two comes next. A_sentence_1

More numbers A_section_1

See also A_section_2

B

From Wikipedia for FEVERv2

Two is a number too. B_sentence_0
`,
  examples: [
    {
      name: 'claims about the beginning and the only section with sentences',
      options: { minClaims: 1 },
      lines: [
        {
          id: 1,
          claim: 'The number one comes first.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0', 'A_sentence_1'], ['B_sentence_0']],
        },
      ],
    },
    {
      name: 'a section and an article that no claim is about',
      options: { minClaims: 1 },
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
      ],
      expect: ['article 7:1-7:8 sections', 'article 15:1-15:2 article'],
    },
  ],
  begin({ evidence, options: { maxArticles, minClaims }, report }) {
    if (evidence.articles.length > maxArticles) return {};
    const tally = createCoverageTally(evidence);
    return {
      visit(entry) {
        tally.add(entry.claim);
        return undefined;
      },
      *finish() {
        const coverage = tally.finish();
        // A dataset of few claims has only begun, or is a part of one.
        if (coverage.claims < minClaims) return;
        for (const [at, article] of evidence.articles.entries()) {
          const { sections = [], covered = 0 } = coverage.articles[at] ?? {};
          const uncovered = sections.filter(({ cited }) => cited === 0);
          const [first] = uncovered;
          if (first === undefined) continue;
          const { title } = article;
          if (covered === 0) {
            yield report('article', { data: { title }, place: article.firstLine });
            continue;
          }
          const more = uncovered.length - maxShown;
          const names = uncovered.slice(0, maxShown).map(({ heading }) => heading?.text ?? 'the beginning');
          yield report('sections', {
            data: {
              title,
              count: uncovered.length,
              all: sections.length,
              names: more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', '),
            },
            place: placeOf(article, first),
            related: uncovered
              .slice(1, maxShown)
              .map((section) => ({ message: 'Nor here.', place: placeOf(article, section) })),
          });
        }
      },
    };
  },
});

function placeOf(article: Article, { heading }: SectionCoverage): Place {
  const record = article.records.findLast(({ id, kind }) => kind === 'section' && id === heading?.id);
  return record === undefined ? article.firstLine : placeOfRecord(article, record);
}
