import { expect, test } from 'vitest';
import * as api from '../src/index.ts';

test('the public API is what it was: a name that goes or changes is a breaking change', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "CarriedEvidence",
      "EvidenceIndex",
      "LineRecord",
      "OfficialFailure",
      "OutcomeList",
      "TitleTable",
      "ToolError",
      "UsageError",
      "aggregateClaims",
      "annotationSchema",
      "applyEdits",
      "applyLosses",
      "articleOfDraft",
      "auditLeaks",
      "buildSearcher",
      "bumpOf",
      "claimSchema",
      "collectAnnotations",
      "compareDiagnostics",
      "compareOutcomes",
      "configSchema",
      "contextOf",
      "corpusFormats",
      "createRecordChecker",
      "createValidator",
      "decodeLossless",
      "defaultIndexSettings",
      "defineClaimRule",
      "defineDatasetRule",
      "defineLineRule",
      "defineRecordRule",
      "diffClaims",
      "draftOfArticle",
      "findCorpusFormat",
      "findFolderFormat",
      "findFormat",
      "findNearDuplicates",
      "findReadableFormat",
      "findReporter",
      "findScorer",
      "findWritableFormat",
      "fingerprintsOf",
      "foldClaims",
      "folderFormats",
      "formatEvidenceId",
      "formats",
      "forms",
      "isReadable",
      "isWritable",
      "labels",
      "measureAgreementReport",
      "measureArtefacts",
      "measureClaimOnly",
      "measureCounts",
      "measureLeakage",
      "parseCorpusFile",
      "parseEvidenceId",
      "parseQuery",
      "parseSplitLock",
      "plainQuery",
      "printArticle",
      "printCorpusFile",
      "printDraft",
      "printSplitLock",
      "profiles",
      "readCorpusFormat",
      "readFormat",
      "readLines",
      "reporters",
      "rules",
      "scorePrinters",
      "scoreSystem",
      "scorers",
      "sentenceWordsOf",
      "sniffForm",
      "splitClaims",
      "splitSentences",
      "suggestEvidence",
      "tablesOf",
      "updateSplitLock",
      "validate",
      "version",
    ]
  `);
});

test('README’s library example finds what it says', async () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const { articles } = api.parseCorpusFile('article.txt', encode('A\n\nOne. A_sentence_0\n'));
  const evidence = new api.EvidenceIndex(articles);
  const claim = '{"id":1,"claim":"One.","label":"SUPPORTS","evidence":[["A_sentence_1"]]}\n';
  const files = [{ kind: 'claim' as const, lines: api.readLines('claims.jsonl', [encode(claim)]) }];
  const found: api.Diagnostic[] = [];
  for await (const diagnostic of api.validate({ evidence, files })) found.push(diagnostic);
  expect(found.map(({ ruleId, place }) => `${place.start.line}:${place.start.column} ${ruleId}`)).toEqual([
    '1:56 evidence/unresolved',
  ]);
});
