import type { OpenClaim } from '../../claims/open-claim.ts';
import { queryIdOf } from '../../claims/retrieval-id.ts';
import { splitLines } from '../../text/source-line.ts';
import type { FormatContext, WritableFormat } from '../format.ts';
import { keptClaims } from '../loss.ts';
import { relevance, relevantTo, retrievalLosses } from '../retrieval/judgements.ts';
import { retrievalNotes } from '../retrieval/retrieval-notes.ts';

const judgement = /^(\S+)[ \t]+(\S+)[ \t]+(\S+)[ \t]+(-?\d+)[ \t]*$/;

/** The relevance judgements of TREC: which documents are evidence of which claims. */
export const qrels: WritableFormat = {
  id: 'qrels',
  title: 'TREC relevance judgements',
  url: 'https://trec.nist.gov/data/qrels_eng/',
  extensions: ['qrels', 'txt'],
  page: {
    about:
      'What `trec_eval`, `pytrec_eval` and `ir_datasets` measure runs with: one relevant document of one claim a line. It has neither the text nor the label of claims; the files of [beir](beir.md) have them under the same ids.',
    fields: [
      ['query', 'the id of the claim'],
      ['iteration', '`0`'],
      ['document', 'the id of a document'],
      ['relevance', '`1`'],
    ],
    notes: [...retrievalNotes, 'The four are separated by a blank each.'],
    clients: ['`ir_datasets`: its reader of TREC judgements; every one compared'],
  },
  losses: retrievalLosses,
  heeds: ['retrievalUnit'],
  sniff: (head) => {
    const first = head.replace(/^\uFEFF/, '').split('\n', 1)[0] ?? '';
    const [, , iteration] = judgement.exec(first.replace(/\r$/, '')) ?? [];
    return iteration === '0' || iteration === 'Q0';
  },
  *write(claims, context) {
    for (const line of linesOf(claims, context)) yield `${line}\n`;
  },
  *compare(text, claims, context) {
    // The order of judgements means nothing.
    const found = new Set([...splitLines('', text)].map((line) => line.text));
    for (const line of linesOf(claims, context)) {
      if (!found.delete(line)) yield `the judgement ${JSON.stringify(line)} is missing`;
    }
    found.delete('');
    for (const line of found) yield `the judgement ${JSON.stringify(line)} is none of the claims'`;
  },
};

function* linesOf(claims: Iterable<OpenClaim>, context: FormatContext): Generator<string> {
  for (const kept of keptClaims(retrievalLosses, claims, context)) {
    for (const document of relevantTo(kept, context))
      yield `${queryIdOf(kept.id)} 0 ${document} ${relevance}`;
  }
}
