import type { BiasFigures } from './bias-figures.ts';
import { attributeSection } from './bias-page/attribute-section.ts';
import { cartographySection } from './bias-page/cartography-section.ts';
import { claimOnlySection } from './bias-page/claim-only-section.ts';
import { cueSection } from './bias-page/cue-section.ts';
import { errorSection } from './bias-page/error-section.ts';
import { labelSection } from './bias-page/label-section.ts';
import { ngramSection } from './bias-page/ngram-section.ts';
import { positionSection } from './bias-page/position-section.ts';
import type { ShownBias } from './bias-page/shown-bias.ts';
import { unlabelledSection } from './bias-page/unlabelled-section.ts';
import type { BiasSection } from './bias-page.ts';

/** What a dataset gives away, as a page: the same for a terminal and as Markdown. */
export function biasSections(figures: BiasFigures, shown: ShownBias): BiasSection[] {
  const { labels, claimOnly, ngrams, cues, attributes, positions, coverage, labelErrors, cartography } =
    figures;
  if (labels.labels.length === 0) return [unlabelledSection(labels)];
  return [
    labelSection(labels),
    claimOnlySection(claimOnly, shown),
    ...(shown.top === 0 ? [] : ngrams.map((one) => ngramSection(one, shown))),
    ...(cues === null ? [] : [cueSection(cues, shown)]),
    attributeSection(attributes, shown),
    positionSection(positions, coverage),
    // Where the classifier has no figures these have none for the same reason.
    ...(claimOnly.measured === null
      ? []
      : [errorSection(labelErrors, shown), cartographySection(cartography)]),
  ];
}
