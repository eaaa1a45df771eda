import { labels } from '../../claims/label.ts';
import { noLabel } from '../../stats/label-table.ts';

/**
 * The colours of the three labels, in CSS, everywhere in a report. The page defines the properties for light and dark. They differ in
 * lightness too, and where marks are colours a legend, an order or a letter says the same.
 */
const ownColors: ReadonlyMap<string, string> = new Map([
  [labels[0], 'var(--supports)'],
  [labels[1], 'var(--refutes)'],
  [labels[2], 'var(--nei)'],
]);

const otherColors = ['var(--other-1)', 'var(--other-2)', 'var(--other-3)', 'var(--other-4)'];

/** The colour of each label, in their order; labels that are none of the three take turns with the four other colours. */
export function colorsOfLabels(names: readonly string[]): string[] {
  let others = 0;
  return names.map((name) => {
    const own = ownColors.get(name);
    if (own !== undefined) return own;
    if (name === noLabel) return 'var(--rule)';
    return otherColors[others++ % otherColors.length] as string;
  });
}
