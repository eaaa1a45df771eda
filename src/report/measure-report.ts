import { version as toolVersion } from '../version.ts';
import { countWords } from './number-words.ts';
import type { ReportInput } from './report-input.ts';
import type { MeasuredSection } from './section.ts';
import { sections } from './sections/index.ts';
import { splitsFingerprint } from './splits-fingerprint.ts';

/** A report, measured: what all printers print. */
export interface Report {
  readonly title: string;
  /** May be empty. */
  readonly description: string;
  /** Language of the claims (BCP 47). */
  readonly language: string;
  /** What a reader must know to compare two reports, in the order of the page. */
  readonly facts: readonly Fact[];
  /** In the order of the page. */
  readonly sections: readonly MeasuredSection[];
}

/** Something about the report in a word. */
export interface Fact {
  readonly id: string;
  readonly name: string;
  readonly value: string;
}

/** Measures all sections. The same input gives the same report; it knows no clock. */
export function measureReport(input: ReportInput): Report {
  const { title, description, config } = input;
  return {
    title,
    description,
    language: config.language,
    facts: [...factsOf(input)],
    sections: sections.map((section) => section.measure(input)),
  };
}

function* factsOf({ claims, articles, version, config, annotations }: ReportInput): Generator<Fact> {
  if (version !== null) yield { id: 'version', name: 'version of the data', value: version };
  if (config.published !== '') yield { id: 'published', name: 'published', value: config.published };
  yield { id: 'claims', name: 'claims', value: countWords(claims.length) };
  if (articles.length > 0) yield { id: 'articles', name: 'articles', value: countWords(articles.length) };
  if (annotations.length > 0)
    yield { id: 'annotations', name: 'annotation records', value: countWords(annotations.length) };
  const fingerprint = splitsFingerprint(claims);
  if (fingerprint !== null) yield { id: 'splits', name: 'fingerprint of the splits', value: fingerprint };
  if (config.license !== '') yield { id: 'license', name: 'licence', value: config.license };
  yield { id: 'claimset', name: 'claimset', value: toolVersion };
}
