import type { OpenClaim } from '../../claims/open-claim.ts';
import type { Article, EvidenceRecord } from '../../corpus/article.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import { EvidenceIndex } from '../../corpus/evidence-index.ts';
import type { EvidenceKind } from '../../corpus/evidence-kind.ts';
import { toNfc } from '../../text/normalise.ts';
import { sum } from '../sum.ts';
import { commonestLabels } from './labels-of.ts';
import { type Section, sectionsOf } from './sections-of.ts';

/** Which parts of the articles claims rest on. */
export interface EvidenceCoverage {
  /** What `claims` of records and sections are counted by, in this order. */
  readonly labels: readonly string[];
  /** Claims with a label and evidence: those that were counted. */
  readonly claims: number;
  /** Claims with evidence and no label, which are left out. */
  readonly unlabelled: number;
  /** Distinct ids that claims cite and no article has. */
  readonly unresolved: number;
  /** What may be evidence and is not empty. */
  readonly citable: number;
  /** How much of that some claim cites. */
  readonly cited: number;
  /** Sections that hold something citable; what stands before the first heading is one. */
  readonly sections: number;
  /** How many of them have something that some claim cites. */
  readonly covered: number;
  /** In the order of the corpus. */
  readonly articles: readonly ArticleCoverage[];
}

/** Which parts of an article claims rest on. */
export interface ArticleCoverage {
  readonly title: string;
  readonly citable: number;
  readonly cited: number;
  /** How many of the sections have something that some claim cites. */
  readonly covered: number;
  /** In the order of the text. */
  readonly sections: readonly SectionCoverage[];
}

/** Which parts of a section claims rest on. */
export interface SectionCoverage {
  /** `null` for what stands before the first heading. */
  readonly heading: { readonly id: string; readonly text: string } | null;
  readonly cited: number;
  /** By label the claims that cite something in the section; each once. */
  readonly claims: readonly number[];
  /** What is citable, in the order of the text. */
  readonly records: readonly RecordCoverage[];
}

/** How many claims rest on a sentence, a cell, an item or a caption. */
export interface RecordCoverage {
  readonly id: string;
  readonly kind: EvidenceKind;
  /** By label; a claim that cites the record in several evidence sets counts once. */
  readonly claims: readonly number[];
}

/** Counts the claims that rest on what; for callers that see claims one by one. */
export interface CoverageTally {
  readonly add: (claim: Pick<OpenClaim, 'label' | 'evidence'>) => void;
  readonly finish: () => EvidenceCoverage;
}

/** Which parts of articles claims rest on. Linear; memory grows with the articles, not with the claims. */
export function measureEvidenceCoverage(
  articles: readonly Article[],
  claims: Iterable<Pick<OpenClaim, 'label' | 'evidence'>>,
): EvidenceCoverage {
  const tally = createCoverageTally(new EvidenceIndex(articles));
  for (const claim of claims) tally.add(claim);
  return tally.finish();
}

/** A tally of the articles that a corpus holds in memory; a corpus that is read page by page has none. */
export function createCoverageTally(evidence: Pick<Evidence, 'articles' | 'get'>): CoverageTally {
  const articles = evidence.articles.map((article) => ({ article, sections: sectionsOf(article) }));
  const sectionOf = new Map<EvidenceRecord, Section>();
  for (const { sections } of articles) {
    for (const section of sections) for (const record of section.records) sectionOf.set(record, section);
  }
  const byRecord = new Map<EvidenceRecord, Map<string, number>>();
  const bySection = new Map<Section, Map<string, number>>();
  const unresolved = new Set<string>();
  const byLabel = new Map<string, number>();
  let claims = 0;
  let unlabelled = 0;

  const add: CoverageTally['add'] = ({ label, evidence: sets }) => {
    if (sets.length === 0) return;
    if (label === undefined) {
      unlabelled += 1;
      return;
    }
    claims += 1;
    byLabel.set(label, (byLabel.get(label) ?? 0) + 1);
    const records = new Set<EvidenceRecord>();
    const sections = new Set<Section>();
    for (const set of sets) {
      for (const id of set) {
        const record = evidence.get(id);
        if (record === undefined) unresolved.add(toNfc(id));
        else records.add(record);
      }
    }
    for (const record of records) {
      countIn(byRecord, record, label);
      const section = sectionOf.get(record);
      if (section !== undefined) sections.add(section);
    }
    for (const section of sections) countIn(bySection, section, label);
  };

  const finish = (): EvidenceCoverage => {
    const labels = commonestLabels(byLabel);
    const row = (counts: ReadonlyMap<string, number> | undefined): number[] =>
      labels.map((label) => counts?.get(label) ?? 0);
    const measured = articles.map(({ article: { title }, sections: parts }): ArticleCoverage => {
      const sections = parts.map(
        (section): SectionCoverage => ({
          heading:
            section.heading === undefined ? null : { id: section.heading.id, text: section.heading.text },
          cited: section.records.filter((record) => byRecord.has(record)).length,
          claims: row(bySection.get(section)),
          records: section.records.map((record) => ({
            id: record.id,
            kind: record.kind,
            claims: row(byRecord.get(record)),
          })),
        }),
      );
      return {
        title,
        citable: sum(sections.map(({ records }) => records.length)),
        cited: sum(sections.map(({ cited }) => cited)),
        covered: sections.filter(({ cited }) => cited > 0).length,
        sections,
      };
    });
    return {
      labels,
      claims,
      unlabelled,
      unresolved: unresolved.size,
      citable: sum(measured.map(({ citable }) => citable)),
      cited: sum(measured.map(({ cited }) => cited)),
      sections: sum(measured.map(({ sections }) => sections.length)),
      covered: sum(measured.map(({ covered }) => covered)),
      articles: measured,
    };
  };
  return { add, finish };
}

function countIn<Key>(counts: Map<Key, Map<string, number>>, key: Key, label: string): void {
  const own = counts.get(key);
  if (own === undefined) counts.set(key, new Map([[label, 1]]));
  else own.set(label, (own.get(label) ?? 0) + 1);
}
