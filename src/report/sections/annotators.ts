import type { Annotation } from '../../claims/annotation.ts';
import { labels } from '../../claims/label.ts';
import { measureRaterQuality, type RaterQuality } from '../../stats/aggregation/annotator-quality.ts';
import {
  type AdjudicatedAnnotator,
  compareWithAdjudications,
} from '../../stats/agreement/adjudicated-annotators.ts';
import { collectAnnotations } from '../../stats/annotations/standing-annotations.ts';
import { findOutlyingShares } from '../../stats/label-shares.ts';
import { quantileOf } from '../../stats/resampling/quantile.ts';
import { plural } from '../../text/plural.ts';
import type { Block } from '../block.ts';
import { stackedBars } from '../chart/stacked-bars.ts';
import { countWords, percentWords } from '../number-words.ts';
import { defineSection } from '../section.ts';
import { shortened } from '../shortened.ts';

/** What each annotator did. */
interface AnnotatorsData {
  /** In the order of the counts. */
  readonly labels: readonly string[];
  /** By their names. */
  readonly annotators: readonly AnnotatorFigures[];
  /** Who gives a label much more or less often than the others, the farthest first. */
  readonly outlying: readonly OutlyingLabel[];
}

interface AnnotatorFigures {
  readonly annotator: string;
  /** What stands: of several annotations of a claim the last. */
  readonly annotations: number;
  /** By label. */
  readonly byLabel: readonly number[];
  /** Agreement with the label that most of the others give to the claim. */
  readonly withOthers: RaterQuality;
  /** `null` for who annotated nothing that was adjudicated by somebody else. */
  readonly withAdjudications: Pick<AdjudicatedAnnotator, 'claims' | 'agreeing' | 'share' | 'interval'> | null;
  /** Of an annotation; `null` where none says how long it took. */
  readonly medianSeconds: number | null;
  /** YYYY-MM-DD as the annotations spell it. */
  readonly days: { readonly first: string; readonly last: string };
}

interface OutlyingLabel {
  readonly annotator: string;
  readonly label: string;
  /** Share of the label in what the annotator gave, and how many annotations these are. */
  readonly share: number;
  readonly annotations: number;
  /** The same of the others together. */
  readonly pool: number;
  readonly poolAnnotations: number;
}

/** As the rule `dataset/annotator-label-share` has it by default. */
const outlyingFrom = { minDifference: 0.2, minValues: 50 };
/** Of more annotators the labels are a table only. */
const maxDrawn = 40;
const maxNameChars = 40;

/** What each annotator did, under the names that the journals have. */
export const annotators = defineSection<AnnotatorsData>({
  id: 'annotators',
  title: 'Annotators',
  measure: ({ annotations }) => {
    const { claims } = collectAnnotations(annotations);
    const byName = new Map<string, Annotation[]>();
    for (const claim of claims) {
      for (const annotation of claim.annotations.values()) {
        const own = byName.get(annotation.annotator);
        if (own === undefined) byName.set(annotation.annotator, [annotation]);
        else own.push(annotation);
      }
    }
    if (byName.size === 0) {
      return {
        missing:
          'Nobody annotated. Keep a journal for each annotator in claims/annotations, and this section tells how they work.',
      };
    }
    const names = [...byName.keys()].sort();
    const counts = names.map((name) => countLabels(byName.get(name) ?? []));
    const place = new Map(names.map((name, at) => [name, at]));
    const quality = measureRaterQuality({
      labels: labels.length,
      raters: names.length,
      items: claims.map((claim) =>
        [...claim.annotations].map(([name, { label }]) => ({
          rater: place.get(name) ?? 0,
          label: labels.indexOf(label),
        })),
      ),
    });
    const adjudicated = new Map(
      compareWithAdjudications(claims, undefined).map((figures) => [figures.annotator, figures]),
    );
    return {
      labels,
      annotators: names.map((annotator, at) => {
        const own = byName.get(annotator) ?? [];
        return {
          annotator,
          annotations: own.length,
          byLabel: counts[at] ?? [],
          withOthers: quality[at] ?? { items: 0, agreed: 0, quality: null },
          withAdjudications: withoutKappa(adjudicated.get(annotator)),
          medianSeconds: medianOf(own.flatMap(({ seconds }) => seconds ?? [])),
          days: daysOf(own),
        };
      }),
      outlying: findOutlyingShares(counts, outlyingFrom).map(
        ({ person, category, share, pool, poolValues }) => ({
          annotator: names[person] ?? '',
          label: labels[category] ?? '',
          share,
          annotations: byName.get(names[person] ?? '')?.length ?? 0,
          pool,
          poolAnnotations: poolValues,
        }),
      ),
    };
  },
  headline: ({ annotators: rows, outlying }) => {
    const far = new Set(outlying.map(({ annotator }) => annotator)).size;
    return `${countWords(rows.length)} ${plural('annotator', rows.length)}; the labels of ${far === 0 ? 'none' : countWords(far)} are far from those of the others`;
  },
  *blocks({ labels: names, annotators: rows, outlying }) {
    yield {
      kind: 'paragraph',
      text: 'Names are the pseudonyms of the journals, in the order of the alphabet. This is no ranking of people: who gets harder claims agrees less and takes longer, and one who is right against a wrong majority looks bad here.',
    };
    for (const { annotator, label, share, annotations, pool, poolAnnotations } of outlying) {
      yield {
        kind: 'note',
        text: `${nameWords(annotator)} says ${label} in ${percentWords(share)} of ${countWords(annotations)} annotations, the others in ${percentWords(pool)} of ${countWords(poolAnnotations)}. Claims dealt out by subject may be the reason; compare some of them with what others say.`,
      };
    }
    const hasTimes = rows.some(({ medianSeconds }) => medianSeconds !== null);
    const hasAdjudications = rows.some(({ withAdjudications }) => withAdjudications !== null);
    yield {
      kind: 'table',
      table: {
        caption: 'What each annotator did',
        columns: [
          { name: 'annotator' },
          { name: 'annotations', isNumber: true },
          { name: 'shared', isNumber: true },
          { name: 'as most others', isNumber: true },
          ...(hasAdjudications ? [{ name: 'as adjudicated', isNumber: true }] : []),
          ...(hasTimes ? [{ name: 'median seconds', isNumber: true, digits: 1 }] : []),
          { name: 'first day', isNumber: true },
          { name: 'last day', isNumber: true },
        ],
        rows: rows.map((row) => [
          row.annotator,
          row.annotations,
          row.withOthers.items,
          row.withOthers.items === 0 ? null : percentWords(row.withOthers.agreed / row.withOthers.items),
          ...(hasAdjudications ? [adjudicatedWords(row.withAdjudications)] : []),
          ...(hasTimes ? [row.medianSeconds] : []),
          row.days.first,
          row.days.last,
        ]),
      },
    };
    yield {
      kind: 'paragraph',
      text: '“Shared” are claims that others annotated too; “as most others” is the share of these with the label that most of the others give. Where the others tie between labels, either counts in part.',
    };
    const bars = stackedBars({
      name:
        outlying.length === 0
          ? 'No annotator’s labels are far from those of the others.'
          : `The labels of ${[...new Set(outlying.map(({ annotator }) => nameWords(annotator)))].join(', ')} are far from those of the others.`,
      caption: 'Labels of each annotator',
      rowName: 'annotator',
      labels: names,
      rows: rows.map(({ annotator, byLabel }) => ({ name: annotator, counts: byLabel })),
      isShare: true,
    });
    yield rows.length <= maxDrawn
      ? bars
      : ({ kind: 'table', table: bars.table, isFolded: true } satisfies Block);
  },
});

/** Names as sentences have them. */
function nameWords(name: string): string {
  return shortened(name, maxNameChars);
}

function countLabels(annotations: readonly Annotation[]): number[] {
  return labels.map((label) => annotations.filter((annotation) => annotation.label === label).length);
}

function withoutKappa(figures: AdjudicatedAnnotator | undefined): AnnotatorFigures['withAdjudications'] {
  if (figures === undefined) return null;
  const { claims, agreeing, share, interval } = figures;
  return { claims, agreeing, share, interval };
}

function adjudicatedWords(figures: AnnotatorFigures['withAdjudications']): string | null {
  return figures === null ? null : `${countWords(figures.agreeing)} of ${countWords(figures.claims)}`;
}

function medianOf(values: readonly number[]): number | null {
  return values.length === 0
    ? null
    : quantileOf(
        values.toSorted((a, b) => a - b),
        0.5,
      );
}

function daysOf(annotations: readonly Annotation[]): AnnotatorFigures['days'] {
  const days = annotations.map(({ at }) => at.slice(0, 10)).sort();
  return { first: days[0] ?? '', last: days.at(-1) ?? '' };
}
