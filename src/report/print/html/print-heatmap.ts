import type { DataTable, HeatmapArticle, HeatmapBlock, HeatmapRecord, HeatmapSection } from '../../block.ts';
import { colorsOfLabels } from '../../chart/label-colors.ts';
import { countWords } from '../../number-words.ts';
import { languageOf } from './language-of.ts';
import { html, type Markup } from './markup.ts';
import { printTable } from './print-table.ts';

/** Lanes that the style sheet names. */
const knownLanes = 5;
/** From how many claims on a lane is stronger. */
const steps = [1, 2, 3, 5, 9];

/**
 * Articles as strips of marks, one for each record in document order. A mark has a lane for each label, in their order from the top,
 * so that position tells what colour tells. Each strip opens to the texts and numbers.
 */
export function printHeatmap({ name, labels, articles }: HeatmapBlock, language: string): Markup {
  const colors = colorsOfLabels(labels);
  const lanes = labels.map(
    (label, at) =>
      html`<li><span class="swatch" style="--lane:${colors[at] ?? ''}"></span>${label}: ${laneWords(at, labels.length)}</li>`,
  );
  const shades = steps.map(
    (from, at) =>
      html`<li><span class="mark" aria-hidden="true"><b class="s${at + 1}" style="--lane:${colors[0] ?? ''}"></b></span>${stepWords(from, steps[at + 1])}</li>`,
  );
  return html`<figure class="heatmap">
<figcaption>${name}</figcaption>
<ul class="legend">${lanes}</ul>
<ul class="legend"><li><span class="mark" aria-hidden="true"><b></b></span>no claim</li>${shades}</ul>
${articles.map((article) => printArticle(article, labels, colors, language))}</figure>
`;
}

function printArticle(
  { title, sections }: HeatmapArticle,
  labels: readonly string[],
  colors: readonly string[],
  language: string,
): Markup {
  return html`<h3${languageOf(language)}>${title}</h3>
${sections.map((section) => printSection(section, title, labels, colors, language))}`;
}

function printSection(
  { heading, records }: HeatmapSection,
  title: string,
  labels: readonly string[],
  colors: readonly string[],
  language: string,
): Markup {
  const cited = records.filter(isCited).length;
  const table: DataTable = {
    caption: `${title}, ${heading}: claims that cite each element`,
    columns: [
      { name: 'element' },
      { name: 'text', isQuoted: true },
      ...labels.map((label) => ({ name: label, isNumber: true })),
    ],
    rows: records.map(({ id, text, counts }) => [id, text, ...counts]),
  };
  const style = colors.map((color, at) => `--lane-${at}:${color}`).join(';');
  return html`<details class="strip" style="${style}">
<summary><span class="strip-name"${languageOf(language)}>${heading}</span> <span class="soft">${countWords(cited)} of ${countWords(records.length)}<span class="unseen"> cited</span></span> <span class="marks" aria-hidden="true">${records.map(printMark)}</span></summary>
${printTable(table, language)}</details>
`;
}

function printMark({ counts }: HeatmapRecord): Markup {
  const lanes = counts.map((count, at) => {
    const step = steps.filter((from) => count >= from).length;
    if (step === 0) return html`<b></b>`;
    // The style sheet knows the first lanes; a page with thousands of marks is smaller for it.
    return at < knownLanes
      ? html`<b class="s${step} l${at}"></b>`
      : html`<b class="s${step}" style="--lane:var(--lane-${at})"></b>`;
  });
  return html`<span class="mark">${lanes}</span>`;
}

function isCited({ counts }: HeatmapRecord): boolean {
  return counts.some((count) => count > 0);
}

function laneWords(at: number, lanes: number): string {
  if (lanes === 1) return 'the mark';
  if (at === 0) return 'top of the mark';
  return at === lanes - 1 ? 'bottom of the mark' : 'middle of the mark';
}

function stepWords(from: number, next: number | undefined): string {
  if (next === undefined) return `${from} or more`;
  return next === from + 1 ? String(from) : `${from} to ${next - 1}`;
}
