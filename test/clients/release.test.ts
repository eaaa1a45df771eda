import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBytes } from '../../src/io/files.ts';
import { sha256 } from '../../src/io/sha256.ts';
import { copyOfDataset, root, runCommand } from '../cli/run-command.ts';
import { askClient, whyNoClient } from './python.ts';

const why = whyNoClient(
  'beir.datasets.data_loader',
  'datasets',
  'duckdb',
  'fever.scorer',
  'feverous.evaluation.evaluate',
  'mlcroissant',
);

/** What the release of the shipped dataset holds, from the dataset itself. */
const claims = { train: 233, dev: 59 } as const;

describe.skipIf(why !== undefined)(
  `every client loads its part of a release of the shipped dataset${why === undefined ? '' : ` (${why})`}`,
  () => {
    let release = '';
    let work = '';

    beforeAll(async () => {
      work = copyOfDataset('suite');
      cpSync(join(root, 'release.yaml'), join(work, 'release.yaml'));
      const { exitCode, stderr } = await runCommand(['release', '--allow-todo'], { cwd: work });
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
      release = join(work, 'release');
    });

    test('the checksums are those of all files', () => {
      const lines = readFileSync(join(release, 'checksums.sha256'), 'utf8').trimEnd().split('\n');
      expect(lines.length).toBeGreaterThan(20);
      for (const line of lines) {
        const [hash = '', path = ''] = line.split('  ');
        expect(`${sha256(readBytes(join(release, path)))}  ${path}`).toBe(`${hash}  ${path}`);
      }
    });

    test('datasets, pyarrow and duckdb', () => {
      const { configs, firstSentences } = askClient('huggingface.py', [
        join(release, 'huggingface'),
        join(work, 'cache'),
      ]) as {
        configs: Record<
          string,
          { declared: boolean; rows: Record<string, { label: number; evidence: unknown }[]> }
        >;
        firstSentences: number;
      };
      const rows = configs.claims?.rows ?? {};
      expect(Object.fromEntries(Object.entries(rows).map(([split, all]) => [split, all.length]))).toEqual({
        train: claims.train,
        validation: claims.dev,
      });
      // All ids of the article but the markers of its two tables.
      expect(configs.corpus?.rows.corpus).toHaveLength(645 - 2);
      expect(Object.values(configs).every(({ declared }) => declared)).toBe(true);
      expect(firstSentences).toBe(cited('_sentence_0'));
      for (const { evidence } of Object.values(rows).flat()) expect(Array.isArray(evidence)).toBe(true);
    });

    test('mlcroissant reads the rows of every record set', () => {
      const { errors, rows, ...quality } = askClient('croissant.py', [
        join(release, 'huggingface/croissant.json'),
      ]) as {
        errors: string[];
        rows: Record<string, unknown[]>;
        biases: string[];
        annotationAnalysis: string[];
        annotationsPerItem: string;
      };
      expect(errors).toEqual([]);
      expect(quality.biases).toEqual([
        expect.stringMatching(/^A classifier .* 5-fold .* cannot be shown\.$/),
      ]);
      expect(quality.annotationAnalysis).toEqual([
        expect.stringContaining("Krippendorff's alpha (nominal) is "),
      ]);
      expect(quality.annotationsPerItem).toMatch(/^\d+( to \d+, [\d.]+ on average)?$/);
      expect(rows.claims_train).toHaveLength(claims.train);
      expect(rows.claims_validation).toHaveLength(claims.dev);
      expect(rows.labels).toHaveLength(3);
    });

    test("BEIR's loader", () => {
      const splits = askClient('beir.py', [join(release, 'beir'), 'train', 'dev']) as Record<
        string,
        { corpus: object; queries: object; qrels: Record<string, Record<string, number>> }
      >;
      for (const { corpus, queries, qrels } of Object.values(splits)) {
        expect(Object.keys(queries)).toEqual(Object.keys(qrels));
        for (const documents of Object.values(qrels))
          for (const id of Object.keys(documents)) expect(Object.hasOwn(corpus, id)).toBe(true);
      }
      expect(Object.keys(splits.dev?.queries ?? {})).toHaveLength(claims.dev - 13);
    });

    test.each(['train', 'dev'])('the official scorers, %s', (split) => {
      for (const format of ['fever', 'feverous']) {
        const { scores } = askClient(`${format}-scorer.py`, [
          join(release, format, `${split}.jsonl`),
          join(work, `${format}-${split}.jsonl`),
        ]) as { scores: number[] };
        expect([format, ...scores]).toEqual([format, 1, 1, 1, 1, 1]);
      }
    });

    /** How many times the claims of the release cite an id that ends so. */
    function cited(ending: string): number {
      return ['train', 'dev']
        .flatMap((split) =>
          readFileSync(join(release, `claims/${split}.jsonl`), 'utf8')
            .trimEnd()
            .split('\n'),
        )
        .flatMap((line) => (JSON.parse(line) as { evidence: string[][] }).evidence.flat())
        .filter((id) => id.endsWith(ending)).length;
    }
  },
);
