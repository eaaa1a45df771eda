import { expect, test } from 'vitest';
import { type RuleSubject, ruleSubject } from '../../../src/annotate/label/rule-subject.ts';
import { rules } from '../../../src/validate/rules/index.ts';

test('every rule is about one thing: who adds a rule decides whom it concerns', () => {
  const lists: Record<RuleSubject, string[]> = { answer: [], text: [], line: [], dataset: [] };
  for (const { id, scope } of rules) {
    const subject = ruleSubject(id, scope);
    expect(subject, id).toBeDefined();
    if (subject !== undefined) lists[subject].push(id);
  }
  expect(lists).toMatchInlineSnapshot(`
    {
      "answer": [
        "claim/unsupported-number",
        "evidence/cell-without-header",
        "evidence/changed-text",
        "evidence/duplicate-set",
        "evidence/empty-cell",
        "evidence/header-without-cell",
        "evidence/heading-alone",
        "evidence/marker",
        "evidence/repeated-id",
        "evidence/repeated-row",
        "evidence/several-articles",
        "evidence/superset-set",
        "evidence/too-many-ids",
        "evidence/too-many-sets",
        "evidence/unknown-article",
        "evidence/unresolved",
        "label/needless-evidence",
        "label/nei-without-evidence",
        "label/without-evidence",
        "schema/annotation",
        "schema/unknown-challenge",
        "schema/unknown-label",
      ],
      "dataset": [
        "dataset/annotator-label-share",
        "dataset/broken-chain",
        "dataset/conflicting-claim",
        "dataset/duplicate-claim",
        "dataset/duplicate-id",
        "dataset/label-imbalance",
        "dataset/low-agreement",
        "dataset/near-duplicate-across-splits",
        "dataset/shared-evidence-across-splits",
        "dataset/skewed-cue-word",
        "dataset/uncovered-section",
        "dataset/unknown-claim",
        "label/contradicted",
        "label/no-annotator",
        "label/tie",
      ],
      "line": [
        "file/byte-order-mark",
        "file/duplicate-key",
        "file/empty-line",
        "file/json-depth",
        "file/json-syntax",
        "file/line-ends",
        "file/long-line",
        "file/no-final-line-end",
        "file/normal-form",
        "file/not-utf8",
        "file/number",
        "file/truncated-line",
        "schema/claim",
        "schema/journal-event",
        "schema/unlabelled-claim",
      ],
      "text": [
        "claim/confusable-characters",
        "claim/copied-evidence",
        "claim/doubled-blanks",
        "claim/empty",
        "claim/hedge",
        "claim/length",
        "claim/lower-case-start",
        "claim/no-final-period",
        "claim/not-statement",
        "claim/pronoun-subject",
        "claim/several-sentences",
        "claim/surrounding-blanks",
        "claim/unbalanced",
        "claim/unknown-entity",
        "claim/vague-quantifier",
        "schema/unknown-mutation",
      ],
    }
  `);
});

test('a group that is not known is about nothing', () => {
  expect(ruleSubject('format/loss', 'line')).toBeUndefined();
  expect(ruleSubject('toString/x', 'line')).toBeUndefined();
  expect(ruleSubject('format/loss', 'dataset')).toBe('dataset');
});
