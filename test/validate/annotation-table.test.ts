import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldJournals } from '../../src/annotate/work/fold-journals.ts';
import type { ClaimId } from '../../src/claims/claim.ts';
import { isJournalEvent, type JournalRecord } from '../../src/claims/journal-event.ts';
import { labels } from '../../src/claims/label.ts';
import { standingAnswers } from '../../src/claims/standing-records.ts';
import { collectAnnotations } from '../../src/stats/annotations/standing-annotations.ts';
import { AnnotationTable } from '../../src/validate/tables/annotation-table.ts';
import { ClaimTable } from '../../src/validate/tables/claim-table.ts';
import { annotationsOf, claimsOf } from './entries-of.ts';

const text = (records: readonly object[]) => records.map((record) => JSON.stringify(record)).join('\n');

function tableOf(claims: readonly object[], annotations: readonly object[]) {
  const claimTable = new ClaimTable();
  const table = new AnnotationTable(claimTable);
  for (const entry of claimsOf(text(claims))) table.addClaim(entry);
  for (const entry of annotationsOf(text(annotations))) table.addAnnotation(entry);
  return { claimTable, table };
}

/** What a table holds, without rows. */
const contentOf = (table: AnnotationTable) =>
  [...table].map(({ id, gold, annotations, adjudication }) => ({
    id,
    gold: gold?.label,
    said: annotations.map(({ annotator, label }) => `${annotator} ${label}`),
    decided: adjudication && `${adjudication.annotator} ${adjudication.label}`,
  }));

test('of each annotator the last record stands, and adjudications are apart', () => {
  const at = '2025-01-31T12:00:00Z';
  const { table } = tableOf(
    [
      { id: 1, label: 'SUPPORTS' },
      { id: '1', label: 'REFUTES' },
      { id: 'b', label: 'REFUTES' },
    ],
    [
      { claim: 'b', annotator: 'x', label: 'SUPPORTS', at },
      { claim: '1', annotator: 'x', label: 'SUPPORTS', at },
      { claim: 1, annotator: 'y', label: 'REFUTES', at },
      { claim: 'b', annotator: 'x', label: 'REFUTES', at },
      { claim: 'b', annotator: 'x', label: 'SUPPORTS', at, adjudication: true },
      { claim: 1, annotator: 'x', label: 'NOT ENOUGH INFO', at, adjudication: false },
      { claim: 'gone', annotator: 'z', label: 'SUPPORTS', at, adjudication: true },
    ],
  );
  expect(contentOf(table)).toEqual([
    { id: 'b', gold: 'REFUTES', said: ['x REFUTES'], decided: 'x SUPPORTS' },
    { id: 1, gold: 'SUPPORTS', said: ['x NOT ENOUGH INFO', 'y REFUTES'], decided: undefined },
    { id: 'gone', gold: undefined, said: [], decided: 'z SUPPORTS' },
  ]);
});

test.each([
  ['2025-01-31T12:00:00Z', '2025-01-31T13:00:00Z', 'SUPPORTS'],
  ['2025-01-31T12:00:00Z', '2025-01-31T13:00:00+02:00', 'REFUTES'],
  ['2025-01-31T12:00:00Z', '2025-01-31T12:00:00Z', 'SUPPORTS'],
])('of adjudications at %s and %s the later one stands', (first, second, label) => {
  const record = { claim: 1, adjudication: true };
  const { table } = tableOf(
    [],
    [
      { ...record, annotator: 'a', label: 'REFUTES', at: first },
      { ...record, annotator: 'b', label: 'SUPPORTS', at: second },
    ],
  );
  expect([...table].map(({ adjudication }) => adjudication?.label)).toEqual([label]);
});

test('a name in another normal form is the same', () => {
  const record = { claim: 1, label: 'REFUTES', at: '2025-01-31T12:00:00Z' };
  const { table } = tableOf(
    [],
    [
      { ...record, annotator: 'Rene\u0301' },
      { ...record, annotator: 'Ren\u00e9', label: 'SUPPORTS' },
    ],
  );
  expect(contentOf(table).map(({ said }) => said)).toEqual([['Ren\u00e9 SUPPORTS']]);
});

test('what stands is what maps of the records hold', () => {
  const annotation = fc.record({
    claim: fc.nat(4),
    annotator: fc.constantFrom('a', 'b', '__proto__', ''),
    label: fc.constantFrom(...labels),
  });
  fc.assert(
    fc.property(fc.array(annotation, { maxLength: 40 }), (annotations) => {
      const { table } = tableOf([], annotations);
      const expected = new Map<number, Map<string, { label: string; line: number }>>();
      for (const [which, { claim, annotator, label }] of annotations.entries()) {
        const said = expected.get(claim) ?? new Map<string, { label: string; line: number }>();
        expected.set(claim, said.set(annotator, { label, line: which + 1 }));
      }
      const found = [...table].map(({ id, annotations: rows }) => [
        id,
        rows.map(({ annotator, label, row }) => [
          annotator,
          label,
          table.places.recall(row, 'label').start.line,
        ]),
      ]);
      expect(found).toEqual(
        [...expected].map(([id, said]) => [
          id,
          [...said].map(([annotator, { label, line }]) => [annotator, label, line]),
        ]),
      );
    }),
    { numRuns: 300 },
  );
});

test('the label of a claim is where it stands', () => {
  const { table, claimTable } = tableOf(
    [{ id: 1, label: 'SUPPORTS' }],
    [{ claim: 1, annotator: 'a', label: 'SUPPORTS' }],
  );
  const [annotated] = table;
  expect(annotated?.gold && claimTable.places.recall(annotated.gold.row, 'label').span).toEqual({
    start: 16,
    end: 26,
  });
});

test('a withdrawal takes back what its annotator said last; what was said before stands again', () => {
  const at = '2025-01-31T12:00:00Z';
  const { table } = tableOf(
    [{ id: 1, label: 'SUPPORTS' }],
    [
      { claim: 1, annotator: 'x', label: 'SUPPORTS', at },
      { claim: 1, annotator: 'x', label: 'REFUTES', at },
      { claim: 1, annotator: 'y', label: 'REFUTES', at },
      { claim: 2, annotator: 'x', label: 'REFUTES', at },
      { claim: 1, annotator: 'x', label: 'REFUTES', at, adjudication: true },
      { claim: 1, annotator: 'y', label: 'SUPPORTS', at, adjudication: true },
    ],
  );
  const withdraw = (what: 'adjudication' | 'annotation', claim: number | string, annotator: string) =>
    table.addEvent({ event: 'withdraw', what, claim, annotator, at });
  withdraw('annotation', '1', 'x');
  withdraw('annotation', 1, 'y');
  withdraw('annotation', 2, 'x');
  withdraw('annotation', 3, 'x');
  withdraw('adjudication', 1, 'y');
  expect(contentOf(table)).toEqual([{ id: 1, gold: 'SUPPORTS', said: ['x SUPPORTS'], decided: 'x REFUTES' }]);
});

const stepArbitrary = fc.record({
  annotator: fc.constantFrom('x', 'y'),
  claim: fc.constantFrom<ClaimId>(1, '1', 'b'),
  label: fc.constantFrom(...labels),
  did: fc.constantFrom('annotation', 'adjudication', 'skip', 'drop'),
  isWithdrawn: fc.boolean(),
});

test('rules, aggregation and progress read the same out of any journals', () => {
  fc.assert(
    fc.property(fc.array(stepArbitrary, { maxLength: 24 }), (steps) => {
      const records = steps.map(({ did, isWithdrawn, label, ...who }, second): JournalRecord => {
        const common = { ...who, at: new Date(second * 1000).toISOString() };
        if (isWithdrawn) return { event: 'withdraw', what: did as 'skip', ...common };
        if (did === 'skip') return { event: did, reason: 'other', ...common };
        if (did === 'drop')
          return {
            event: did,
            reason: 'both-valid',
            record: { id: who.claim, claim: 'C.' },
            file: 'a',
            ...common,
          };
        return { label, evidence: [], ...(did === 'adjudication' && { adjudication: true }), ...common };
      });
      const table = new AnnotationTable(new ClaimTable());
      for (const record of records) {
        if (isJournalEvent(record)) table.addEvent(record);
        else for (const entry of annotationsOf(text([record]))) table.addAnnotation(entry);
      }
      const rows = [...table].map(({ id, annotations, adjudication }) =>
        standingOf(id, new Map(annotations.map((row) => [row.annotator, row])), adjudication),
      );
      const collected = collectAnnotations(standingAnswers(records)).claims.map((claim) =>
        standingOf(claim.id, claim.annotations, claim.adjudication),
      );
      const folded = [...foldJournals(records).claims.values()].flatMap(
        ({ id, answers, adjudication, dropped }) =>
          dropped !== undefined || (answers.size === 0 && adjudication === undefined)
            ? []
            : standingOf(id, answers, adjudication),
      );
      expect(rows.sort()).toEqual(collected.sort());
      expect(folded.sort()).toEqual(collected);
    }),
  );
});

function standingOf(
  id: ClaimId,
  answers: ReadonlyMap<string, { readonly label: string }>,
  adjudication: { readonly label: string } | undefined,
): string {
  const said = [...answers].map(([annotator, { label }]) => `${annotator} ${label}`).sort();
  return `${id}: ${said.join(', ')}; ${adjudication?.label}`;
}
