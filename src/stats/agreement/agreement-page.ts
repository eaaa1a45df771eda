import type { AgreementReport } from './agreement-report.ts';
import { adjudicatedBlocks } from './page/adjudicated-blocks.ts';
import type { AgreementSource } from './page/agreement-source.ts';
import { confusionBlocks } from './page/confusion-blocks.ts';
import { disputedBlocks } from './page/disputed-blocks.ts';
import { evidenceBlocks } from './page/evidence-blocks.ts';
import { heading } from './page/heading.ts';
import { labelBlocks } from './page/label-blocks.ts';
import { leftOutBlocks } from './page/left-out-blocks.ts';
import { noteBlocks } from './page/note-blocks.ts';
import type { PageBlock } from './page/page-block.ts';
import { pairBlocks } from './page/pair-blocks.ts';
import { weekBlocks } from './page/week-blocks.ts';

/** A report from its main figures on, with so many of the disputed claims. */
export function* agreementPage(
  report: AgreementReport,
  source: AgreementSource,
  mostDisputed: number,
): Generator<PageBlock> {
  yield* heading(report, source);
  yield* labelBlocks(report);
  yield* confusionBlocks(report);
  yield* pairBlocks(report);
  yield* adjudicatedBlocks(report);
  yield* evidenceBlocks(report);
  yield* weekBlocks(report);
  yield* disputedBlocks(report, mostDisputed);
  yield* leftOutBlocks(report, source);
  yield* noteBlocks(report);
}
