import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { ChartBlock } from '../block.ts';

/** Plot's own, which it otherwise puts into every chart; the page has it once. */
const className = 'plot';

/** The chart as SVG of a width in CSS pixels. Its name stands beside it; screen readers are told what it shows. The same chart gives the same text. */
export function drawChart({ table, plot }: ChartBlock, width: number): string {
  // Plot draws on a document; this one is no browser's and loads nothing. The types of documents belong to browsers.
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = Plot.plot({ ...plot(Plot, width), document, className, ariaLabel: `Chart: ${table.caption}` });
  svg.setAttribute('role', 'img');
  svg.setAttribute('font-size', '12');
  for (const style of svg.querySelectorAll('style')) style.remove();
  // What is in a picture with a name is not read out piece by piece.
  for (const mark of svg.querySelectorAll('[aria-label]')) mark.removeAttribute('aria-label');
  for (const mark of svg.querySelectorAll('*')) {
    for (const { name: attribute, value } of [...mark.attributes]) {
      if (geometry.has(attribute)) mark.setAttribute(attribute, rounded(value));
    }
  }
  return svg.toString();
}

const geometry: ReadonlySet<string> = new Set([
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'width',
  'height',
  'transform',
  'd',
  'fill-opacity',
]);

/** Numbers with two decimals: nobody sees more, and machines may differ in the last ones. */
function rounded(value: string): string {
  return value.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) =>
    String(Math.round(Number(number) * 100) / 100 + 0),
  );
}
