import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createJoinReport, joinById } from '../../src/score/join/join-records.ts';
import { cutoffs } from '../../src/score/retrieval/measures.ts';
import type { QueryRecord } from '../../src/score/retrieval/read-by-query.ts';
import { isQrels, readQrels } from '../../src/score/retrieval/read-qrels.ts';
import { isRun, readRun } from '../../src/score/retrieval/read-run.ts';
import { ScoreTally } from '../../src/score/score-tally.ts';
import type { ScoreOptions } from '../../src/score/scorer.ts';
import { retrieval } from '../../src/score/scorers/retrieval.ts';
import { createRng, type Rng } from '../../src/text/rng.ts';
import { splitLines } from '../../src/text/source-line.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { askClient, whyNoClient } from './python.ts';

const why = whyNoClient('pytrec_eval');

/** What trec_eval calls the figures that it has. */
const names: Readonly<Record<string, string>> = Object.fromEntries([
  ['mrr', 'recip_rank'],
  ['map', 'map'],
  ['rPrecision', 'Rprec'],
  ['ndcg', 'ndcg'],
  ['ndcgAt5', 'ndcg_cut_5'],
  ['ndcgAt10', 'ndcg_cut_10'],
  ...cutoffs.flatMap((k) => [
    [`recallAt${k}`, `recall_${k}`],
    [`precisionAt${k}`, `P_${k}`],
    [`successAt${k}`, `success_${k}`],
  ]),
]);

interface Answer {
  readonly queries: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly means: Readonly<Record<string, number>>;
}

/** Qrels and a run as texts. */
type Case = readonly [qrels: string, run: string];

/** Ids whose order by bytes is not that of JavaScript, and ids that look like ours. */
const hardIds = ['\u{1f600}', '\uff5e', 'é', 'É', 'a', 'A', 'Z_sentence_1', 'Z_sentence_01', 'x%20y', '%'];

/** Scores of which some are equal, some only as floats, some not even as floats. */
function scoreOf(rng: Rng): string {
  const kinds = [
    () => String(Math.floor(rng() * 6)),
    () => (1 + Math.floor(rng() * 8) * 1e-8).toFixed(10),
    () => (rng() * 20 - 10).toFixed(2),
    () => (rng() * 1e-3).toExponential(3),
    () => String(rng() * 1e39),
    () => `-${rng()}`,
    () => ['0', '-0', '0.0', 'inf', '-inf', '1e-50', '1e50', '16777216', '16777217'][Math.floor(rng() * 9)],
  ];
  return kinds[Math.floor(rng() * kinds.length)]?.() ?? '';
}

function arbitraryCase(rng: Rng, depth: number): Case {
  const documents = [...hardIds, ...Array.from({ length: depth }, (_, at) => `d${at}`)];
  const qrels: string[] = [];
  const run: string[] = [];
  const gap = (): string => [' ', '\t', '  '][Math.floor(rng() * 3)] ?? ' ';
  const queries = 1 + Math.floor(rng() * 6);
  for (let query = 0; query < queries; query++) {
    const isJudged = rng() < 0.9;
    const isRetrieved = rng() < 0.85;
    const share = rng();
    const grades = [-2, -1, 0, 0, 1, 1, 1, 2, 3, 9].slice(Math.floor(rng() * 3), rng() < 0.1 ? 4 : 10);
    const isOneKind = rng() < 0.3;
    const score = scoreOf(rng);
    for (const document of documents) {
      if (isJudged && rng() < 0.4) {
        const grade = grades[Math.floor(rng() * grades.length)] ?? 0;
        qrels.push([`q${query}`, '0', document, grade].join(gap()));
      }
      if (isRetrieved && rng() < share)
        run.push([`q${query}`, 'Q0', document, 7, isOneKind ? score : scoreOf(rng), 'tag'].join(gap()));
    }
  }
  if (rng() < 0.3) run.sort(() => rng() - 0.5);
  const end = rng() < 0.2 ? '\r\n' : '\n';
  return [qrels.map((line) => line + end).join(''), run.map((line) => line + end).join('')];
}

const rng = createRng(5);
const cases = Array.from({ length: 300 }, (_, at) => arbitraryCase(rng, at % 50 === 0 ? 1000 : at % 40));

function recordsOf(read: typeof readRun, text: string): QueryRecord[] {
  const records = read(splitLines('x', text), (finding) => expect(finding).toBeUndefined());
  return [...records];
}

function score([qrels, run]: Case, options: ScoreOptions) {
  const tally = new ScoreTally(retrieval.parts.length);
  const queries = new Map<string, readonly number[]>();
  const missing: string[] = [];
  const golds = recordsOf(readQrels, qrels);
  const report = createJoinReport<QueryRecord>();
  for (const { index, gold, prediction } of joinById(golds, recordsOf(readRun, run), report)) {
    const relevance = retrieval.readGold(gold.json, options).value;
    if (relevance === undefined) {
      tally.skip(index);
      continue;
    }
    const ranking = prediction && retrieval.readPrediction(prediction.json, options);
    expect(ranking?.flaws ?? []).toEqual([]);
    const outcome = retrieval.outcomeOf(relevance, ranking?.value ?? retrieval.nothing, options);
    tally.add(index, outcome);
    const id = String(gold.json.id);
    if (ranking === undefined) missing.push(id);
    else queries.set(id, outcome);
  }
  const order = golds.map(({ json }) => String(json.id)).filter((id) => queries.has(id));
  return { queries, order, missing, means: retrieval.figuresOf(tally.all.totals) };
}

const options: ScoreOptions = { maxEvidence: 5, maxCells: 25, lenient: false, official: true };

describe.skipIf(why !== undefined)(
  `pytrec_eval measures the same${why === undefined ? '' : ` (${why})`}`,
  () => {
    let answers: Answer[] = [];
    beforeAll(() => {
      const file = join(temporaryFolder('suite'), 'cases.json');
      writeFileSync(file, JSON.stringify(cases));
      answers = askClient('retrieval-scores.py', [file]) as Answer[];
    });

    test('of every query, bit for bit', () => {
      let compared = 0;
      for (const [at, one] of cases.entries()) {
        const ours = score(one, options);
        const theirs = answers[at];
        expect([...ours.queries.keys()].sort()).toEqual(Object.keys(theirs?.queries ?? {}).sort());
        for (const [query, outcome] of ours.queries) {
          for (const [id, name] of Object.entries(names)) {
            const wanted = theirs?.queries[query]?.[name];
            if (outcome[retrieval.parts.indexOf(id)] !== wanted)
              expect.fail(
                `case ${at}, ${query}: ${id} is ${outcome[retrieval.parts.indexOf(id)]}, not ${wanted}`,
              );
            compared += 1;
          }
        }
      }
      expect(compared).toBeGreaterThan(15_000);
    });

    test('of all queries: the bits of a plain sum in the order of the judgements, and within 1e-12 of numpy', () => {
      for (const [at, one] of cases.entries()) {
        const ours = score(one, options);
        const theirs = answers[at];
        for (const [which, { id }] of retrieval.figures.entries()) {
          const name = names[id];
          if (name === undefined) continue;
          let sum = 0;
          for (const query of ours.order) sum += theirs?.queries[query]?.[name] ?? Number.NaN;
          const wanted = ours.order.length > 0 ? sum / ours.order.length : null;
          expect(ours.means[which]).toBe(wanted);
          if (wanted !== null)
            expect(Math.abs(wanted - (theirs?.means[name] ?? Number.NaN))).toBeLessThan(1e-12);
        }
      }
    });

    test('unless it is official: missing queries count with 0, those without a relevant document are left out', () => {
      let [zeros, left] = [0, 0];
      for (const [at, one] of cases.entries()) {
        const official = score(one, options);
        const ours = score(one, { ...options, official: false });
        const theirs = answers[at];
        left += official.order.length - ours.order.length;
        zeros += ours.missing.length;
        const count = ours.order.length + ours.missing.length;
        let sum = 0;
        for (const query of ours.order) sum += theirs?.queries[query]?.map ?? Number.NaN;
        const which = retrieval.figures.findIndex(({ id }) => id === 'map');
        expect(ours.means[which]).toBe(count > 0 ? sum / count : null);
      }
      expect(zeros).toBeGreaterThan(20);
      expect(left).toBeGreaterThan(20);
    });

    test('and the files are recognised', () => {
      for (const [qrels, run] of cases) {
        if (qrels.trim() !== '') expect([isQrels(qrels), isRun(qrels)]).toEqual([true, false]);
        if (run.trim() !== '') expect([isQrels(run), isRun(run)]).toEqual([false, true]);
      }
    });
  },
);
