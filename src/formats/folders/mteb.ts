import type { OpenClaim } from '../../claims/open-claim.ts';
import { queryIdOf } from '../../claims/retrieval-id.ts';
import { checkJson } from '../../text/check-json.ts';
import type { FolderContents, FolderFormat, FolderReader, WrittenOutput } from '../folder-format.ts';
import type { FormatContext } from '../format.ts';
import { type Judgement, splitByJudgements } from '../retrieval/check-judgements.ts';
import { documentsFor } from '../retrieval/documents.ts';
import { relevance, relevantTo, retrievalLosses } from '../retrieval/judgements.ts';
import { keptSplits } from '../retrieval/kept-splits.ts';
import { claimOfQuery, queryOf } from '../retrieval/query.ts';
import { retrievalNotes } from '../retrieval/retrieval-notes.ts';
import { printCardHeader } from './card-header.ts';
import { cardProblems } from './card-problems.ts';
import { type Column, integer, text } from './parquet/column.ts';
import { measureRows } from './parquet/measure-rows.ts';
import { type ParquetContents, readParquet } from './parquet/read-parquet.ts';
import { type Row, writeParquet } from './parquet/write-parquet.ts';
import { repositoryNames } from './repository-names.ts';

const documentColumns: readonly Column[] = [
  { name: '_id', type: text, description: 'Id of the document.' },
  { name: 'title', type: text, description: 'The title of the article.' },
  { name: 'text', type: text, description: 'The text of the document.' },
];

const queryColumns: readonly Column[] = [
  { name: '_id', type: text, description: 'Id of the query.' },
  { name: 'text', type: text, description: 'The text of the claim.' },
  { name: 'metadata', type: text, description: 'All else that the claim says, as a JSON object.' },
];

const judgementColumns: readonly Column[] = [
  { name: 'query-id', type: text, description: 'Id of a query.' },
  { name: 'corpus-id', type: text, description: 'Id of a document.' },
  { name: 'score', type: integer, description: '1: relevant.' },
];

const corpusPath = 'corpus/corpus-00000-of-00001.parquet';
const queriesPath = 'queries/queries-00000-of-00001.parquet';

function qrelsPath(split: string): string {
  return `qrels/${split}-00000-of-00001.parquet`;
}

/** The layout of the retrieval datasets of MTEB (Muennighoff et al. 2022): a dataset repository of three configurations. */
export const mteb: FolderFormat = {
  id: 'mteb',
  title: 'MTEB retrieval dataset',
  url: 'https://github.com/embeddings-benchmark/mteb',
  page: {
    about:
      'The same as [beir](beir.md), as a dataset repository: `load_dataset("out", "corpus")`, `"queries"`, and the judgements under `"default"`.',
    fields: [
      [`\`${corpusPath}\``, 'configuration `corpus`: `_id`, `title`, `text`'],
      [
        `\`${queriesPath}\``,
        'configuration `queries`: `_id`, `text`, and as JSON in `metadata` all else that the claim says',
      ],
      [`\`${qrelsPath('<split>')}\``, 'configuration `default`: `query-id`, `corpus-id`, `score`'],
      ['`README.md`', 'the card; its header names the files'],
    ],
    notes: retrievalNotes,
    clients: ['`datasets`: the three configurations and all splits loaded, every row compared'],
  },
  losses: retrievalLosses,
  heeds: ['evidenceStyle', 'retrievalUnit'],
  *files(dataset, context) {
    const kept = keptSplits(dataset, context);
    const claims = [...kept.values()].flat();
    yield { path: corpusPath, pieces: writeParquet(documentColumns, documentRows(claims, context)) };
    yield { path: queriesPath, pieces: writeParquet(queryColumns, claims.map(queryRow)) };
    const nameOf = repositoryNames([...kept.keys()]);
    for (const [split, members] of kept) {
      const rows = judgementRows(members, context);
      const pieces = writeParquet(judgementColumns, rows, { split });
      yield { path: qrelsPath(nameOf(split)), pieces };
    }
  },
  *filesAbout(dataset, written, context) {
    const print = function* (): Generator<string> {
      const kept = keptSplits(dataset, context);
      const nameOf = repositoryNames([...kept.keys()]);
      const claims = [...kept.values()].flat();
      const split = (name: string, path: string, columns: readonly Column[], rows: Iterable<Row>) => ({
        name,
        path,
        bytes: bytesOf(path, written),
        ...measureRows(columns, rows),
      });
      const documents = documentRows(claims, context);
      const { config } = dataset;
      yield printCardHeader(config, claims.length, { tasks: ['text-retrieval'], tags: ['mteb'] }, [
        {
          name: 'default',
          columns: judgementColumns,
          splits: [...kept].map(([name, members]) =>
            split(nameOf(name), qrelsPath(nameOf(name)), judgementColumns, judgementRows(members, context)),
          ),
        },
        {
          name: 'corpus',
          columns: documentColumns,
          splits: [split('corpus', corpusPath, documentColumns, documents)],
        },
        {
          name: 'queries',
          columns: queryColumns,
          splits: [split('queries', queriesPath, queryColumns, claims.map(queryRow))],
        },
      ]);
      yield `\n\n# ${config.title}\n\n${config.description}\n\n${retrievalNotes.map((note) => `- ${note}`).join('\n')}\n`;
    };
    yield { path: 'README.md', pieces: print() };
  },
  read: readMteb,
};

function bytesOf(path: string, written: readonly WrittenOutput[]): number {
  return written.find((output) => output.path === path)?.bytes ?? 0;
}

function* documentRows(claims: readonly OpenClaim[], context: FormatContext): Generator<Row> {
  for (const { id, title, text: content } of documentsFor(claims, context))
    yield { _id: id, title, text: content };
}

function queryRow(claim: OpenClaim): Row {
  const { id, text: content, metadata } = queryOf(claim);
  return { _id: id, text: content, metadata: JSON.stringify(metadata) };
}

function* judgementRows(claims: readonly OpenClaim[], context: FormatContext): Generator<Row> {
  for (const claim of claims) {
    for (const document of relevantTo(claim, context))
      yield { 'query-id': queryIdOf(claim.id), 'corpus-id': document, score: relevance };
  }
}

async function readMteb(folder: FolderReader, context: FormatContext): Promise<FolderContents> {
  const problems: string[] = [];
  const files = new Map<string, ParquetContents>();
  const rowsOf = async (path: string): Promise<readonly Row[]> => {
    const contents = folder.paths.includes(path) ? await readParquet(folder.bytes(path)) : 'it is missing';
    if (typeof contents === 'string') {
      problems.push(`${path}: ${contents}`);
      return [];
    }
    files.set(path, contents);
    return contents.rows;
  };
  const documents = new Set((await rowsOf(corpusPath)).map(({ _id }) => String(_id)));
  const claims: OpenClaim[] = [];
  for (const row of await rowsOf(queriesPath)) {
    const { json } = checkJson(String(row.metadata));
    const claim = claimOfQuery(row._id, row.text, json);
    if (claim === undefined) problems.push(`${queriesPath}: ${JSON.stringify(row._id)} is no claim`);
    else claims.push(claim);
  }
  const judgements = new Map<string, readonly Judgement[]>();
  for (const path of folder.paths) {
    const name = /^qrels\/(\w+)-00000-of-00001\.parquet$/.exec(path)?.[1];
    if (name === undefined) continue;
    const rows = await rowsOf(path);
    const split = files.get(path)?.own.split;
    judgements.set(
      typeof split === 'string' ? split : name,
      rows.map((row) => ({
        query: String(row['query-id']),
        document: String(row['corpus-id']),
        score: Number(row.score),
      })),
    );
  }
  problems.push(...cardProblems(folder, files));
  const found = splitByJudgements({ claims, judgements, documents }, context);
  return { splits: found.splits, problems: [...problems, ...found.problems] };
}
