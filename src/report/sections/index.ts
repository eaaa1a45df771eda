import type { Section } from '../section.ts';
import { agreement } from './agreement.ts';
import { annotators } from './annotators.ts';
import { artefacts } from './artefacts.ts';
import { coverage } from './coverage.ts';
import { evidence } from './evidence.ts';
import { labelErrors } from './label-errors.ts';
import { labels } from './labels.ts';
import { lengths } from './lengths.ts';
import { overview } from './overview.ts';
import { scores } from './scores.ts';
import { splits } from './splits.ts';

/** All sections in the order of the page. */
export const sections: readonly Section[] = [
  overview,
  labels,
  lengths,
  evidence,
  splits,
  agreement,
  annotators,
  artefacts,
  labelErrors,
  coverage,
  scores,
];
