// The public API; `test/public-api.test.ts` pins the names. It runs wherever modern JavaScript does: without Node's modules,
// `Buffer` and `process`.
export type { Annotation } from './claims/annotation.ts';
export { annotationSchema } from './claims/annotation.ts';
export type { Claim, ClaimId, EvidenceSet } from './claims/claim.ts';
export { claimSchema } from './claims/claim.ts';
export type { Config } from './claims/config.ts';
export { configSchema } from './claims/config.ts';
export type { Label } from './claims/label.ts';
export { labels } from './claims/label.ts';
export type { OpenClaim } from './claims/open-claim.ts';
export type { RecordForm } from './claims/record-form.ts';
export type { Article, CellPlace, EvidenceRecord } from './corpus/article.ts';
export { articleOfDraft } from './corpus/article-of-draft.ts';
export { CarriedEvidence } from './corpus/carried-evidence.ts';
export { contextOf } from './corpus/context.ts';
export type {
  DraftArticle,
  DraftCell,
  DraftElement,
  DraftItem,
  DraftLink,
  DraftList,
  DraftSection,
  DraftSentence,
  DraftTable,
} from './corpus/draft-article.ts';
export { draftOfArticle } from './corpus/draft-of-article.ts';
export type { Evidence } from './corpus/evidence.ts';
export type { EvidenceId } from './corpus/evidence-id.ts';
export { formatEvidenceId, parseEvidenceId } from './corpus/evidence-id.ts';
export { EvidenceIndex } from './corpus/evidence-index.ts';
export type { EvidenceKind } from './corpus/evidence-kind.ts';
export type { ParsedCorpusFile } from './corpus/parse.ts';
export { parseCorpusFile } from './corpus/parse.ts';
export { printArticle, printCorpusFile } from './corpus/print.ts';
export { printDraft } from './corpus/print-draft.ts';
export type { Table } from './corpus/table.ts';
export { tablesOf } from './corpus/table.ts';
export { TitleTable } from './corpus/title-table.ts';
export { applyEdits } from './diagnostic/apply-edits.ts';
export type { Diagnostic, Edit, Place, Related, Suggestion } from './diagnostic/diagnostic.ts';
export { compareDiagnostics } from './diagnostic/diagnostic.ts';
export { fingerprintsOf } from './diagnostic/fingerprint.ts';
export type { Severity } from './diagnostic/severity.ts';
export { ToolError, UsageError } from './errors.ts';
export { corpusFormats, findCorpusFormat } from './formats/corpora/index.ts';
export type { ArticleLoss, ArticleOptions, ArticleResult, CorpusFormat } from './formats/corpus-format.ts';
export type { EvidenceStyle } from './formats/evidence-style.ts';
export type {
  FolderContents,
  FolderFormat,
  FolderReader,
  OutputFile,
  SplitDataset,
  WrittenOutput,
} from './formats/folder-format.ts';
export { findFolderFormat, folderFormats } from './formats/folders/index.ts';
export type {
  CarriedText,
  Format,
  FormatContext,
  Loss,
  ReadableFormat,
  ReadResult,
  ReadSource,
  WritableFormat,
} from './formats/format.ts';
export { isReadable, isWritable } from './formats/format.ts';
export { forms, sniffForm } from './formats/forms/index.ts';
export { findFormat, findReadableFormat, findWritableFormat, formats } from './formats/index.ts';
export { applyLosses } from './formats/loss.ts';
export { readCorpusFormat } from './formats/read-corpus-format.ts';
export { readFormat } from './formats/read-format.ts';
export type { RetrievalUnit } from './formats/retrieval/retrieval-unit.ts';
export { findReporter, reporters } from './reporters/index.ts';
export type { RenderOptions, Report, Reporter, ReportSummary } from './reporters/reporter.ts';
export { buildSearcher } from './retrieve/build-searcher.ts';
export { defaultIndexSettings } from './retrieve/default-index-settings.ts';
export type { EvidenceSearcher, Hit, SearchRequest } from './retrieve/evidence-searcher.ts';
export type { IndexSettings } from './retrieve/index/text-index.ts';
export { parseQuery } from './retrieve/query/parse-query.ts';
export type { ParsedQuery } from './retrieve/query/parsed-query.ts';
export { plainQuery } from './retrieve/query/parsed-query.ts';
export type { SearchLevel } from './retrieve/records/search-level.ts';
export type { SearchRecord } from './retrieve/records/search-record.ts';
export type { SuggestRequest } from './retrieve/suggest/suggest-evidence.ts';
export { suggestEvidence } from './retrieve/suggest/suggest-evidence.ts';
export type { Suggestion as EvidenceSuggestion } from './retrieve/suggest/suggestion.ts';
export { findScorer, scorers } from './score/index.ts';
export { LineRecord } from './score/line-record.ts';
export { OfficialFailure } from './score/official-failure.ts';
export { scorePrinters } from './score/print/index.ts';
export type { ScoredSystem, SystemRequest } from './score/score-system.ts';
export { scoreSystem } from './score/score-system.ts';
export type { Figure, ScoreOptions, Scorer } from './score/scorer.ts';
export type { Comparison, FigureValue, Scores } from './score/scores.ts';
export { compareOutcomes } from './score/significance/compare-outcomes.ts';
export { OutcomeList } from './score/significance/outcome-list.ts';
export type { FoldedClaims } from './split/fold-claims.ts';
export { foldClaims } from './split/fold-claims.ts';
export type { SplitPolicy } from './split/policy.ts';
export type { SplitResult } from './split/split-claims.ts';
export { splitClaims } from './split/split-claims.ts';
export type { SplitLock } from './split/split-lock.ts';
export { parseSplitLock, printSplitLock, updateSplitLock } from './split/split-lock.ts';
export type { Aggregation, AggregationOptions } from './stats/aggregation/aggregate-claims.ts';
export { aggregateClaims } from './stats/aggregation/aggregate-claims.ts';
export type { AgreementReport } from './stats/agreement/agreement-report.ts';
export { measureAgreementReport } from './stats/agreement/agreement-report.ts';
export { collectAnnotations } from './stats/annotations/standing-annotations.ts';
export type { ArtefactOptions, Artefacts } from './stats/artefacts/artefacts.ts';
export { measureArtefacts } from './stats/artefacts/artefacts.ts';
export type { ClaimChange } from './stats/claim-change.ts';
export type { ClaimOnlyFigures } from './stats/claim-only/claim-only-figures.ts';
export { measureClaimOnly } from './stats/claim-only/measure-claim-only.ts';
export type { Counts } from './stats/counts.ts';
export { measureCounts } from './stats/counts.ts';
export type { ClaimsDiff } from './stats/diff-claims.ts';
export { diffClaims } from './stats/diff-claims.ts';
export type { AuditOptions } from './stats/leak-audit/audit-leaks.ts';
export { auditLeaks } from './stats/leak-audit/audit-leaks.ts';
export type { LeakAudit } from './stats/leak-audit/leak-audit.ts';
export type { Leakage } from './stats/leakage.ts';
export { measureLeakage } from './stats/leakage.ts';
export { findNearDuplicates } from './stats/near-duplicates/near-duplicates.ts';
export type { VersionBump } from './stats/version-bump.ts';
export { bumpOf } from './stats/version-bump.ts';
export type { DecodedText, InvalidByte } from './text/decode-utf8.ts';
export { decodeLossless } from './text/decode-utf8.ts';
export { sentenceWordsOf } from './text/languages/index.ts';
export type { SentenceWords } from './text/languages/sentence-words.ts';
export type { SourceLine } from './text/source-line.ts';
export { readLines } from './text/source-line.ts';
export type { Point, Span } from './text/span.ts';
export { splitSentences } from './text/split-sentences.ts';
export { profiles } from './validate/profiles/index.ts';
export type { Profile } from './validate/profiles/profile.ts';
export type { ClaimEntry, LineEntry, RecordEntry, RecordKind } from './validate/record-entry.ts';
export type { Rule, RuleOption } from './validate/rule.ts';
export {
  defineClaimRule,
  defineDatasetRule,
  defineLineRule,
  defineRecordRule,
} from './validate/rule.ts';
export type { RuleSettings } from './validate/rule-settings.ts';
export { rules } from './validate/rules/index.ts';
export type { Settings, SettingsOverride } from './validate/settings.ts';
export type { RecordFile, ValidateInput, ValidateOptions, Validator } from './validate/validate.ts';
export { createRecordChecker, createValidator, validate } from './validate/validate.ts';
export { version } from './version.ts';
