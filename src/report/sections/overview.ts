import { measureEvidence } from '../../stats/evidence-figures.ts';
import { noLabel, tabulateLabels } from '../../stats/label-table.ts';
import { plural } from '../../text/plural.ts';
import type { Block, KeyFigure } from '../block.ts';
import { stackedBars } from '../chart/stacked-bars.ts';
import { countWords, percentWords } from '../number-words.ts';
import { defineSection } from '../section.ts';

interface OverviewData {
  readonly claims: number;
  /** Claims with errors that keep them out of the report. */
  readonly leftOut: number;
  /** Claims by label, the labels in their order. */
  readonly labels: readonly { readonly label: string; readonly claims: number }[];
  /** The commonest label and its share of the labelled claims; `null` where no claim has one. */
  readonly majority: { readonly label: string; readonly share: number } | null;
  readonly splits: readonly { readonly split: string; readonly claims: number }[];
  /** Claims that are in no split. */
  readonly withoutSplit: number;
  /** Articles that are at hand, and those that claims cite. */
  readonly articles: { readonly given: number; readonly cited: number };
  readonly evidence: { readonly ids: number; readonly sets: number; readonly claims: number };
  /** Records of all journals, adjudications among them. */
  readonly annotations: number;
  /** People who annotated, without those who only adjudicated. */
  readonly annotators: number;
}

/** What there is, in a few numbers. */
export const overview = defineSection<OverviewData>({
  id: 'overview',
  title: 'Overview',
  measure: ({ claims, articles, annotations, leftOut }) => {
    if (claims.length === 0)
      return { missing: 'There are no claims. Name a dataset folder, or a file of claims.' };
    const { labels, rows } = tabulateLabels(claims, () => 'all');
    const counts = labels.map((label, at) => ({ label, claims: rows[0]?.counts[at] ?? 0 }));
    const labelled = counts.filter(({ label }) => label !== noLabel);
    const all = labelled.reduce((sum, count) => sum + count.claims, 0);
    const [most] = [...labelled].sort((a, b) => b.claims - a.claims);
    const splits = tabulateLabels(claims, ({ split }) => split).rows;
    const evidence = measureEvidence(claims);
    return {
      claims: claims.length,
      leftOut,
      labels: counts,
      majority: most === undefined ? null : { label: most.label, share: most.claims / all },
      splits: splits.map(({ name, claims }) => ({ split: name, claims })),
      withoutSplit: claims.filter(({ split }) => split === undefined).length,
      articles: { given: articles.length, cited: evidence.articles },
      evidence: { ids: evidence.ids, sets: evidence.sets, claims: evidence.withEvidence },
      annotations: annotations.length,
      annotators: new Set(
        annotations.flatMap(({ annotator, adjudication }) => (adjudication === true ? [] : [annotator])),
      ).size,
    };
  },
  headline: ({ claims, evidence, articles }) =>
    `${countWords(claims)} ${plural('claim', claims)}, ${countWords(evidence.ids)} cited ${plural('element', evidence.ids)} of ${countWords(articles.cited)} ${plural('article', articles.cited)}`,
  *blocks(data): Generator<Block> {
    if (data.leftOut > 0)
      yield {
        kind: 'note',
        text: `${countWords(data.leftOut)} more ${plural('claim', data.leftOut)} could not be read or cannot be counted: not here, and in no figure of this page. \`claimset validate\` names what is wrong.`,
      };
    yield { kind: 'figures', figures: [...figuresOf(data)] };
    yield stackedBars({
      name: `${countWords(data.claims)} ${plural('claim', data.claims)} by label`,
      caption: 'Claims by label',
      rowName: 'claims',
      labels: data.labels.map(({ label }) => label),
      rows: [{ name: 'all claims', counts: data.labels.map(({ claims }) => claims) }],
    });
  },
});

function* figuresOf(data: OverviewData): Generator<KeyFigure> {
  const { claims, majority, splits, articles, evidence, annotations, annotators } = data;
  yield {
    name: 'claims',
    value: countWords(claims),
    ...(splits.length > 0 && {
      meaning: splits.map((split) => `${countWords(split.claims)} ${split.split}`).join(', '),
    }),
  };
  if (majority !== null)
    yield {
      name: 'commonest label',
      value: percentWords(majority.share),
      meaning: `${majority.label}: the accuracy of a system that always says so.`,
    };
  yield {
    name: 'cited elements',
    value: countWords(evidence.ids),
    meaning: `Sentences, cells and others that are evidence, of ${countWords(articles.cited)} ${plural('article', articles.cited)}.`,
  };
  if (annotations > 0)
    yield {
      name: 'annotators',
      value: countWords(annotators),
      meaning: `With ${countWords(annotations)} ${plural('record', annotations)} in their journals.`,
    };
}
