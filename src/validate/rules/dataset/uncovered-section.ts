import type { Article, EvidenceRecord } from '../../../corpus/article.ts';
import { isEvidence } from '../../../corpus/evidence-kind.ts';
import { placeOfRecord } from '../../../corpus/place-of-record.ts';
import type { Place } from '../../../diagnostic/diagnostic.ts';
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
    const cited = new Set<EvidenceRecord>();
    let claims = 0;
    return {
      visit(entry) {
        if (entry.claim.evidence.length > 0) claims += 1;
        for (const set of entry.claim.evidence) {
          for (const id of set) {
            const record = evidence.get(id);
            if (record !== undefined) cited.add(record);
          }
        }
        return undefined;
      },
      *finish() {
        // A dataset of few claims has only begun, or is a part of one.
        if (claims < minClaims) return;
        for (const article of evidence.articles) {
          const sections = [...sectionsOf(article).values()];
          const uncovered = sections.filter(({ records }) => !records.some((record) => cited.has(record)));
          const [first] = uncovered;
          if (first === undefined) continue;
          const { title } = article;
          if (uncovered.length === sections.length) {
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

/** A section with what may be evidence in it. */
interface Section {
  /** `undefined` for what stands before the first heading. */
  readonly heading: EvidenceRecord | undefined;
  readonly records: EvidenceRecord[];
}

/** The sections of an article that hold something that may be evidence, by the id of their heading. */
function sectionsOf({ records }: Article): Map<string | undefined, Section> {
  const headings = new Map(
    records.filter(({ kind }) => kind === 'section').map((record) => [record.id, record]),
  );
  const sections = new Map<string | undefined, Section>();
  for (const record of records) {
    if (!isEvidence(record.kind) || record.text === '') continue;
    const { section: id } = record;
    const section = sections.get(id) ?? {
      heading: id === undefined ? undefined : headings.get(id),
      records: [],
    };
    section.records.push(record);
    sections.set(id, section);
  }
  return sections;
}

function placeOf(article: Article, { heading }: Section): Place {
  return heading === undefined ? article.firstLine : placeOfRecord(article, heading);
}
