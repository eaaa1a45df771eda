import { isSchemaLine } from '../../claims/schema-line.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { blindClaim, blindSchema } from '../blind-records.ts';
import { withUnknownEntries } from '../claim-keys.ts';
import { firstRecord } from '../first-record.ts';
import type { Loss, ReadableFormat, WritableFormat } from '../format.ts';
import { formatRules } from '../format-rules.ts';
import { sniffForm } from '../forms/index.ts';
import { isBlind } from '../forms/is-blind.ts';
import { readJsonLines } from '../json-lines.ts';
import { defineKeyLoss, defineLoss, keptClaims } from '../loss.ts';
import { schemaFindings } from '../schema-findings.ts';

/** Keys that give a label away. */
const tellingKeys = ['label', 'evidence', 'verifiable', 'all_evidence', 'gold_label'];

const losses: readonly Loss[] = [
  defineKeyLoss('label', 'What is to be predicted.'),
  defineLoss({
    id: 'evidence',
    description: 'What is to be found.',
    forget: (claim) => (claim.evidence.length === 0 ? claim : { ...claim, evidence: [] }),
  }),
  defineKeyLoss('challenge', 'What makes the claim hard to verify.'),
  defineKeyLoss('mutation', 'How the claim was made from another statement, which hints at its label.'),
  defineKeyLoss('source', 'What the claim was written from, which hints at its evidence.'),
  defineKeyLoss('split', 'The split the claim must be in.'),
  defineKeyLoss('fingerprints', 'What the cited texts were when they were chosen, which names them.'),
  defineLoss({
    id: 'keys',
    description: 'Unknown keys: nobody knows what they give away.',
    forget: (claim) => withUnknownEntries(claim, []),
  }),
];

/** Blind test files, as the shared tasks hand them out: ids and claims, and nothing that tells the labels. */
export const blind: ReadableFormat & WritableFormat = {
  id: 'blind',
  title: 'blind test file',
  url: 'https://fever.ai/dataset/fever.html',
  extensions: ['jsonl'],
  page: {
    about:
      'A test file without what is to be predicted, as the shared tasks of FEVER hand them out: whoever scores predictions keeps the labelled file.',
    fields: [
      ['id', 'the same: predictions are joined with the labelled file by it'],
      ['claim', 'the same'],
    ],
    notes: [
      'The claims come in the order of the labelled file: the scorer of FEVER joins predictions by position.',
      `Reading keeps all keys but is a finding for a record with one that tells (${tellingKeys.map((key) => `\`${key}\``).join(', ')}); an empty \`evidence\` tells nothing.`,
    ],
  },
  losses,
  sniff: (head) => {
    const json = firstRecord(head);
    // Claimset's own blind records have `evidence`, those of SciFact the documents that were cited.
    return isBlind(json) && !Object.hasOwn(json as object, 'evidence') && sniffForm(json) === undefined;
  },
  *read(source) {
    for (const { record, diagnostics = [] } of readJsonLines(source)) {
      if (record === undefined) {
        for (const diagnostic of diagnostics) yield { diagnostic };
        continue;
      }
      const { json, place, lineNumber } = record;
      if (lineNumber === 1 && isSchemaLine(json)) continue;
      const found = [...schemaFindings(blindSchema, record)];
      const telling = tellingKeys.filter((key) => Object.hasOwn(json, key) && !isEmpty(json[key]));
      if (telling.length > 0) {
        const data = { keys: telling.map((key) => `\`${key}\``).join(', ') };
        const help = 'Remove them, or read the file as what it is.';
        found.push(createDiagnostic(formatRules.notClaim, 'notBlind', { data, help, place: place([]) }));
      }
      for (const diagnostic of found) yield { diagnostic };
      if (found.length === 0) yield { claim: blindClaim(json) };
    }
  },
  *write(claims, context) {
    for (const kept of keptClaims(losses, claims, context))
      yield `${JSON.stringify({ id: kept.id, claim: kept.claim })}\n`;
  },
};

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
