import type { Rule } from '../rule.ts';
import { confusableCharacters } from './claim/confusable-characters.ts';
import { copiedEvidence } from './claim/copied-evidence.ts';
import { doubledBlanks } from './claim/doubled-blanks.ts';
import { empty } from './claim/empty.ts';
import { hedge } from './claim/hedge.ts';
import { length } from './claim/length.ts';
import { lowerCaseStart } from './claim/lower-case-start.ts';
import { noFinalPeriod } from './claim/no-final-period.ts';
import { notStatement } from './claim/not-statement.ts';
import { pronounSubject } from './claim/pronoun-subject.ts';
import { severalSentences } from './claim/several-sentences.ts';
import { surroundingBlanks } from './claim/surrounding-blanks.ts';
import { unbalanced } from './claim/unbalanced.ts';
import { unknownEntity } from './claim/unknown-entity.ts';
import { unsupportedNumber } from './claim/unsupported-number.ts';
import { vagueQuantifier } from './claim/vague-quantifier.ts';
import { annotatorLabelShare } from './dataset/annotator-label-share.ts';
import { brokenChain } from './dataset/broken-chain.ts';
import { conflictingClaim } from './dataset/conflicting-claim.ts';
import { duplicateClaim } from './dataset/duplicate-claim.ts';
import { duplicateId } from './dataset/duplicate-id.ts';
import { labelImbalance } from './dataset/label-imbalance.ts';
import { lowAgreement } from './dataset/low-agreement.ts';
import { nearDuplicateAcrossSplits } from './dataset/near-duplicate-across-splits.ts';
import { sharedEvidenceAcrossSplits } from './dataset/shared-evidence-across-splits.ts';
import { skewedCueWord } from './dataset/skewed-cue-word.ts';
import { uncoveredSection } from './dataset/uncovered-section.ts';
import { unknownClaim } from './dataset/unknown-claim.ts';
import { cellWithoutHeader } from './evidence/cell-without-header.ts';
import { changedText } from './evidence/changed-text.ts';
import { duplicateSet } from './evidence/duplicate-set.ts';
import { emptyCell } from './evidence/empty-cell.ts';
import { headerWithoutCell } from './evidence/header-without-cell.ts';
import { headingAlone } from './evidence/heading-alone.ts';
import { marker } from './evidence/marker.ts';
import { repeatedId } from './evidence/repeated-id.ts';
import { repeatedRow } from './evidence/repeated-row.ts';
import { severalArticles } from './evidence/several-articles.ts';
import { supersetSet } from './evidence/superset-set.ts';
import { tooManyIds } from './evidence/too-many-ids.ts';
import { tooManySets } from './evidence/too-many-sets.ts';
import { unknownArticle } from './evidence/unknown-article.ts';
import { unresolved } from './evidence/unresolved.ts';
import { byteOrderMark } from './file/byte-order-mark.ts';
import { duplicateKey } from './file/duplicate-key.ts';
import { emptyLine } from './file/empty-line.ts';
import { jsonDepth } from './file/json-depth.ts';
import { jsonSyntax } from './file/json-syntax.ts';
import { lineEnds } from './file/line-ends.ts';
import { longLine } from './file/long-line.ts';
import { noFinalLineEnd } from './file/no-final-line-end.ts';
import { normalForm } from './file/normal-form.ts';
import { notUtf8 } from './file/not-utf8.ts';
import { number } from './file/number.ts';
import { truncatedLine } from './file/truncated-line.ts';
import { contradicted } from './label/contradicted.ts';
import { needlessEvidence } from './label/needless-evidence.ts';
import { neiWithoutEvidence } from './label/nei-without-evidence.ts';
import { noAnnotator } from './label/no-annotator.ts';
import { tie } from './label/tie.ts';
import { withoutEvidence } from './label/without-evidence.ts';
import { annotation } from './schema/annotation.ts';
import { claim } from './schema/claim.ts';
import { journalEvent } from './schema/journal-event.ts';
import { unknownChallenge } from './schema/unknown-challenge.ts';
import { unknownLabel } from './schema/unknown-label.ts';
import { unknownMutation } from './schema/unknown-mutation.ts';
import { unlabelledClaim } from './schema/unlabelled-claim.ts';

/** All rules, sorted by id. */
export const rules: readonly Rule[] = [
  confusableCharacters,
  copiedEvidence,
  doubledBlanks,
  empty,
  hedge,
  length,
  lowerCaseStart,
  noFinalPeriod,
  notStatement,
  pronounSubject,
  severalSentences,
  surroundingBlanks,
  unbalanced,
  unknownEntity,
  unsupportedNumber,
  vagueQuantifier,
  annotatorLabelShare,
  brokenChain,
  conflictingClaim,
  duplicateClaim,
  duplicateId,
  labelImbalance,
  lowAgreement,
  nearDuplicateAcrossSplits,
  sharedEvidenceAcrossSplits,
  skewedCueWord,
  uncoveredSection,
  unknownClaim,
  cellWithoutHeader,
  changedText,
  duplicateSet,
  emptyCell,
  headerWithoutCell,
  headingAlone,
  marker,
  repeatedId,
  repeatedRow,
  severalArticles,
  supersetSet,
  tooManyIds,
  tooManySets,
  unknownArticle,
  unresolved,
  byteOrderMark,
  duplicateKey,
  emptyLine,
  jsonDepth,
  jsonSyntax,
  lineEnds,
  longLine,
  noFinalLineEnd,
  normalForm,
  notUtf8,
  number,
  truncatedLine,
  contradicted,
  needlessEvidence,
  neiWithoutEvidence,
  noAnnotator,
  tie,
  withoutEvidence,
  annotation,
  claim,
  journalEvent,
  unknownChallenge,
  unknownLabel,
  unknownMutation,
  unlabelledClaim,
];
