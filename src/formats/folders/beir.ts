import type { OpenClaim } from '../../claims/open-claim.ts';
import { queryIdOf } from '../../claims/retrieval-id.ts';
import { checkJson } from '../../text/check-json.ts';
import { decodeLossless } from '../../text/decode-utf8.ts';
import { isObject } from '../../text/is-object.ts';
import type { FolderContents, FolderFormat, FolderReader } from '../folder-format.ts';
import type { FormatContext } from '../format.ts';
import { type Judgement, splitByJudgements } from '../retrieval/check-judgements.ts';
import { documentsFor } from '../retrieval/documents.ts';
import { relevance, relevantTo, retrievalLosses } from '../retrieval/judgements.ts';
import { keptSplits } from '../retrieval/kept-splits.ts';
import { claimOfQuery, queryOf } from '../retrieval/query.ts';
import { retrievalNotes } from '../retrieval/retrieval-notes.ts';

const qrelsHeader = 'query-id\tcorpus-id\tscore';

/** The folder of BEIR (Thakur et al. 2021): corpus and queries as JSON Lines, judgements as tables. */
export const beir: FolderFormat = {
  id: 'beir',
  title: 'BEIR retrieval dataset',
  url: 'https://github.com/beir-cellar/beir/wiki/Load-your-custom-dataset',
  page: {
    about:
      'Claims as queries, the articles as the corpus, evidence as relevance judgements: what retrieval models are trained and measured with.',
    fields: [
      ['`corpus.jsonl`', 'one document a line: `_id`, `title`, `text`, `metadata` (empty)'],
      [
        '`queries.jsonl`',
        'one claim of any split a line: `_id`, `text`, and in `metadata` all else that the claim says',
      ],
      ['`qrels/<split>.tsv`', 'a header, then `query-id`, `corpus-id` and `score`, separated by tabs'],
    ],
    notes: retrievalNotes,
    clients: [
      '`beir`: `GenericDataLoader` loads every split; queries, documents and judgements compared one by one',
    ],
  },
  losses: retrievalLosses,
  heeds: ['evidenceStyle', 'retrievalUnit'],
  *files(dataset, context) {
    const kept = keptSplits(dataset, context);
    const claims = [...kept.values()].flat();
    yield { path: 'corpus.jsonl', pieces: corpusLines(claims, context) };
    yield { path: 'queries.jsonl', pieces: queryLines(claims) };
    for (const [split, members] of kept)
      yield { path: `qrels/${split}.tsv`, pieces: qrelLines(members, context) };
  },
  read: async (folder, context) => readBeir(folder, context),
};

function* corpusLines(claims: readonly OpenClaim[], context: FormatContext): Generator<string> {
  for (const { id, title, text } of documentsFor(claims, context)) {
    yield `${JSON.stringify({ _id: id, title, text, metadata: {} })}\n`;
  }
}

function* queryLines(claims: readonly OpenClaim[]): Generator<string> {
  for (const { id, text, metadata } of claims.map(queryOf)) {
    yield `${JSON.stringify({ _id: id, text, metadata })}\n`;
  }
}

function* qrelLines(claims: readonly OpenClaim[], context: FormatContext): Generator<string> {
  yield `${qrelsHeader}\n`;
  for (const claim of claims) {
    for (const document of relevantTo(claim, context))
      yield `${queryIdOf(claim.id)}\t${document}\t${relevance}\n`;
  }
}

function readBeir(folder: FolderReader, context: FormatContext): FolderContents {
  const problems: string[] = [];
  const records = function* (path: string): Generator<Readonly<Record<string, unknown>>> {
    for (const [at, line] of linesOf(folder, path, problems).entries()) {
      const { json } = checkJson(line);
      if (isObject(json)) yield json;
      else problems.push(`${path}: line ${at + 1} is no JSON object`);
    }
  };
  const documents = new Set<string>();
  for (const { _id } of records('corpus.jsonl')) {
    if (typeof _id !== 'string') problems.push('corpus.jsonl: a document has no `_id`');
    else if (documents.has(_id)) problems.push(`corpus.jsonl: two documents have the \`_id\` "${_id}"`);
    else documents.add(_id);
  }
  const claims: OpenClaim[] = [];
  for (const { _id, text, metadata } of records('queries.jsonl')) {
    const claim = claimOfQuery(_id, text, metadata);
    if (claim === undefined) problems.push(`queries.jsonl: the query ${JSON.stringify(_id)} is no claim`);
    else claims.push(claim);
  }
  const judgements = new Map<string, readonly Judgement[]>();
  for (const path of folder.paths) {
    const split = /^qrels\/(\w+)\.tsv$/.exec(path)?.[1];
    if (split !== undefined) judgements.set(split, readQrels(folder, path, problems));
  }
  const found = splitByJudgements({ claims, judgements, documents }, context);
  return { splits: found.splits, problems: [...problems, ...found.problems] };
}

function readQrels(folder: FolderReader, path: string, problems: string[]): Judgement[] {
  const [header, ...rows] = linesOf(folder, path, problems);
  if (header !== qrelsHeader) problems.push(`${path}: its first line is not the header`);
  return rows.map((row) => {
    const [query = '', document = '', score = ''] = row.split('\t');
    return { query, document, score: Number(score) };
  });
}

/** The lines of a file without their ends; none, and a problem, where there is no such file. */
function linesOf(folder: FolderReader, path: string, problems: string[]): string[] {
  if (!folder.paths.includes(path)) {
    problems.push(`${path}: it is missing`);
    return [];
  }
  const { text } = decodeLossless(folder.bytes(path));
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
