import type { LabelledClaims } from '../artefacts.ts';
import { type BiasSection, paragraph } from '../bias-page.ts';
import { countOf } from './count-of.ts';

/** All that is said of a dataset without labels. */
export function unlabelledSection({ claims }: LabelledClaims): BiasSection {
  return {
    title: 'Labels',
    blocks: [paragraph(`None of ${countOf(claims, 'claim')} has a label: there is nothing to give away.`)],
  };
}
