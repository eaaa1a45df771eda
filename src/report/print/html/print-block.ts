import type { Block, ChartBlock, ClaimsBlock, KeyFigure } from '../../block.ts';
import { drawChart } from '../../chart/draw-chart.ts';
import { chartWidths } from '../../chart/frame.ts';
import { quoted } from '../quoted.ts';
import { languageOf } from './language-of.ts';
import { html, type Markup, nothing, trusted } from './markup.ts';
import { printHeatmap } from './print-heatmap.ts';
import { printProse } from './print-prose.ts';
import { printFoldedTable, printTable } from './print-table.ts';

/** A block as HTML. @param language of the texts of the dataset (BCP 47) */
export function printBlock(block: Block, language: string): Markup {
  switch (block.kind) {
    case 'heading':
      return html`<h3>${block.text}</h3>
`;
    case 'paragraph':
      return html`<p>${printProse(block.text)}</p>
`;
    case 'note':
      return html`<p class="note"><strong>Note.</strong> ${printProse(block.text)}</p>
`;
    case 'figures':
      return html`<dl class="figures">
${block.figures.map(printFigure)}</dl>
`;
    case 'table':
      return block.isFolded === true
        ? printFoldedTable(block.table, block.table.caption, language)
        : printTable(block.table, language);
    case 'chart':
      return printChart(block, language);
    case 'heatmap':
      return printHeatmap(block, language);
    case 'claims':
      return printClaims(block, language);
  }
}

function printFigure({ name, value, interval, meaning }: KeyFigure): Markup {
  return html`<div><dt>${name}</dt><dd><span class="value">${value}</span>${
    interval === undefined ? nothing : html` <span class="interval">${interval}</span>`
  }</dd>${meaning === undefined ? nothing : html`<dd class="meaning">${printProse(meaning)}</dd>`}</div>
`;
}

function printChart(chart: ChartBlock, language: string): Markup {
  const { name, legend = [], table } = chart;
  const entries = legend.map(
    ({ name, color, sign }) =>
      html`<li>${
        sign === undefined
          ? html`<span class="swatch" style="--lane:${color}"></span>`
          : html`<span class="sign" style="--lane:${color}" aria-hidden="true">${sign}</span>`
      }${name}</li>`,
  );
  return html`<figure>
<figcaption>${name}</figcaption>
${
  entries.length === 0
    ? nothing
    : html`<ul class="legend">${entries}</ul>
`
}${drawings(chart)}
${printFoldedTable(table, html`The same as a table<span class="unseen">: ${table.caption}</span>`, language)}</figure>
`;
}

/** Drawn twice: text that is made smaller with its chart cannot be read on a small screen. The style sheet shows one of the two. */
function drawings(chart: ChartBlock): Markup {
  const { wide, narrow } = chartWidths;
  if (chart.isFixed === true)
    return html`<div class="scroll fixed" role="group" tabindex="0" aria-label="Chart: ${chart.table.caption}">${trusted(drawChart(chart, wide))}</div>`;
  return html`<div class="chart wide">${trusted(drawChart(chart, wide))}</div>
<div class="chart narrow">${trusted(drawChart(chart, narrow))}</div>`;
}

function printClaims({ caption, claims }: ClaimsBlock, language: string): Markup {
  const items = claims.map(({ id, claim, label, split, remark }) => {
    const about = [id, label, split].filter((word) => word !== undefined).join(' · ');
    return html`<li><bdi${languageOf(language)}>${quoted(claim)}</bdi>${
      about === '' ? nothing : html` <span class="soft"><bdi>${about}</bdi></span>`
    }${remark === undefined ? nothing : html` <span class="remark">${remark}</span>`}</li>
`;
  });
  return html`<figure class="claims"><figcaption>${caption}</figcaption>
<ul>
${items}</ul></figure>
`;
}
