import type { Block, ChartBlock, ClaimsBlock, KeyFigure } from '../../block.ts';
import { drawChart } from '../../chart/draw-chart.ts';
import { chartWidths } from '../../chart/frame.ts';
import { piecesOfProse } from '../../prose.ts';
import { html, type Markup, nothing, trusted } from './markup.ts';
import { printHeatmap } from './print-heatmap.ts';
import { printFoldedTable, printTable } from './print-table.ts';

/** A block as HTML. */
export function printBlock(block: Block): Markup {
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
        ? printFoldedTable(block.table, block.table.caption)
        : printTable(block.table);
    case 'chart':
      return printChart(block);
    case 'heatmap':
      return printHeatmap(block);
    case 'claims':
      return printClaims(block);
  }
}

function printProse(text: string): Markup[] {
  return piecesOfProse(text).map((piece) =>
    piece.isCode ? html`<code>${piece.text}</code>` : html`${piece.text}`,
  );
}

function printFigure({ name, value, interval, meaning }: KeyFigure): Markup {
  return html`<div><dt>${name}</dt><dd><span class="value">${value}</span>${
    interval === undefined ? nothing : html` <span class="interval">${interval}</span>`
  }</dd>${meaning === undefined ? nothing : html`<dd class="meaning">${printProse(meaning)}</dd>`}</div>
`;
}

function printChart(chart: ChartBlock): Markup {
  const { name, legend = [], table } = chart;
  const entries = legend.map(
    (entry) => html`<li><span class="swatch" style="--lane:${entry.color}"></span>${entry.name}</li>`,
  );
  return html`<figure>
<figcaption>${name}</figcaption>
${
  entries.length === 0
    ? nothing
    : html`<ul class="legend">${entries}</ul>
`
}${drawings(chart)}
${printFoldedTable(table, 'The same as a table')}</figure>
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

function printClaims({ caption, claims }: ClaimsBlock): Markup {
  const items = claims.map(({ id, claim, label, split, remark }) => {
    const about = [String(id), label, split].filter((word) => word !== undefined).join(' · ');
    return html`<li><bdi>${claim}</bdi> <span class="soft"><bdi>${about}</bdi></span>${
      remark === undefined ? nothing : html` <span class="remark">${remark}</span>`
    }</li>
`;
  });
  return html`<figure class="claims"><figcaption>${caption}</figcaption>
<ul>
${items}</ul></figure>
`;
}
