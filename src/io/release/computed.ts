import { cardSplits } from '../../formats/card/card-splits.ts';
import { countWords, formatNumber } from '../../reporters/count-words.ts';
import { markdownCode } from '../../reporters/markdown-code.ts';
import { measureCounts } from '../../stats/counts.ts';
import { type Leakage, leakageKinds, leakageNames } from '../../stats/leakage.ts';
import { markdownTable } from '../../text/markdown-table.ts';
import type { ReleaseFacts } from './release-facts.ts';

/** Articles that are named one by one. */
const maxTitles = 100;
const maxTitleChars = 200;

/** Claims by split and label. */
export function splitTable({ splits }: ReleaseFacts): string {
  return cardSplits(
    [...splits].map(([name, members]) => {
      const { claims, labels } = measureCounts(members);
      return { name, claims, labels };
    }),
  );
}

/** What leaks between splits, a sentence. */
export function leakageWords(leakage: Leakage): string {
  return `Found between splits: ${leakageKinds.map((kind) => `${leakageNames[kind]} ${leakage[kind].count}`).join(', ')}.`;
}

/** How far annotators agree; `undefined` without annotations. */
export function agreementWords({ annotations }: ReleaseFacts): string | undefined {
  if (annotations === undefined) return undefined;
  const { alpha, observedDisagreement, units } = annotations.agreement;
  if (units === 0) return 'No claim was annotated twice: how far annotators agree is not known.';
  const agreed = `On ${countWords(units, 'claim')} with two or more annotations the annotators gave the same label in ${((1 - observedDisagreement) * 100).toFixed(1)} % of the pairs`;
  return alpha === undefined
    ? `${agreed}, all of them the same.`
    : `${agreed}; Krippendorff's alpha (nominal) is ${alpha.toFixed(3)}.`;
}

/** How many annotators there were, and how many a claim; `undefined` without annotations. */
export function annotatorWords({ annotations, counts }: ReleaseFacts): string | undefined {
  if (annotations === undefined) return undefined;
  const { annotators, claims, annotations: all, adjudications, perClaim, medianSeconds } = annotations;
  return [
    `${countWords(annotators, 'annotator')} made ${countWords(all, 'annotation')} of ${formatNumber(claims)} of the ${countWords(counts.claims, 'claim')}: ${perClaim.min} to ${perClaim.max} a claim, ${perClaim.mean.toFixed(2)} on average.`,
    ...(adjudications > 0 ? [`${formatNumber(adjudications)} were settled by adjudication.`] : []),
    ...(medianSeconds === undefined ? [] : [`The median annotation took ${medianSeconds} seconds.`]),
  ].join(' ');
}

/** When the annotations were made; `undefined` without annotations. */
export function daysWords({ annotations }: ReleaseFacts): string | undefined {
  const days = annotations?.days;
  if (days === undefined) return undefined;
  return days.first === days.last
    ? `The annotations were made on ${days.first}.`
    : `The annotations were made from ${days.first} to ${days.last}.`;
}

/** The licence and whom it asks to name; `undefined` where the settings say none. */
export function licenceWords({ config }: ReleaseFacts): string | undefined {
  if (config.license === '') return undefined;
  return [`${config.license}.`, config.attribution].filter((line) => line !== '').join(' ');
}

/** The articles by title. */
export function articleWords({ evidence }: ReleaseFacts): string {
  const { articles } = evidence;
  const shown = articles.slice(0, maxTitles).map(({ title }) => `- ${markdownCode(title, maxTitleChars)}`);
  const more = articles.length > maxTitles ? [`- and ${formatNumber(articles.length - maxTitles)} more`] : [];
  return [`Evidence is taken from ${countWords(articles.length, 'article')}:`, '', ...shown, ...more].join(
    '\n',
  );
}

/** In which folders the dataset is. */
export function fileWords({ formats }: ReleaseFacts): string {
  return formats.map(({ title, path }) => `- \`${path}\`: ${title}`).join('\n');
}

/** What is lost in which format. */
export function lossTable({ formats }: ReleaseFacts): string {
  const rows = formats.flatMap(({ title, claims, of, losses }) => [
    ...(claims < of ? [[title, 'claims that are left out', of - claims]] : []),
    ...losses.map(({ id, description, claims: count }) => [title, `*${id}*: ${description}`, count]),
  ]);
  if (rows.length === 0) return 'No format loses anything of these claims.';
  return `What a format cannot say is not in its files:\n\n${markdownTable(['format', 'lost', 'in claims'], rows)}`;
}
