import { agreementWords, annotatorWords } from '../../formats/card/annotation-words.ts';
import { claimOnlyWords } from '../../formats/card/artefact-words.ts';
import { cardSplits } from '../../formats/card/card-splits.ts';
import { countWords, formatNumber } from '../../reporters/count-words.ts';
import { markdownCode } from '../../reporters/markdown-code.ts';
import { measureCounts } from '../../stats/counts.ts';
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

/** How far annotators agree, and what the labels could be guessed from; without annotations only the latter. */
export function qualityWords({ quality: { annotations, claimOnly } }: ReleaseFacts): string {
  return [
    ...(annotations === undefined ? [] : [agreementWords(annotations)]),
    claimOnlyWords(claimOnly),
  ].join(' ');
}

/** How many annotators there were, and how many a claim; `undefined` without annotations. */
export function annotatorsWords({ quality: { annotations }, counts }: ReleaseFacts): string | undefined {
  return annotations === undefined ? undefined : annotatorWords(annotations, counts.claims);
}

/** When the annotations were made; `undefined` without annotations. */
export function daysWords({ quality: { annotations } }: ReleaseFacts): string | undefined {
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
