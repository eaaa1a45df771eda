import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { conflictResponseSchema, conflictsResponseSchema } from '../../src/annotate/api/adjudication.ts';
import { type EventResult, eventsResponseSchema } from '../../src/annotate/api/events.ts';
import { historyResponseSchema } from '../../src/annotate/api/history.ts';
import { nextResponseSchema } from '../../src/annotate/api/item.ts';
import { claimIdResponseSchema } from '../../src/annotate/api/write.ts';
import { csv } from '../../src/formats/tables/csv.ts';
import { claimLine, claimsPath, lines, smallDataset, writeInto } from '../cli/small-dataset.ts';
import { type NewEvent, serveFolder, type TestServer } from './serve-folder.ts';

const files = {
  [claimsPath]: lines(claimLine('c-1', { note: 'kept' }), claimLine('c-2')),
  'claims/unlabelled/new.jsonl': lines(JSON.stringify({ id: 'u-1', claim: 'The river is warm.', more: 1 })),
};
const team = { annotators: ['ann', 'bob'], lead: ['lea'] };

const answer = (claim: string, change: object = {}): NewEvent =>
  ({
    kind: 'annotate',
    claim,
    label: 'SUPPORTS',
    evidence: [['A town_sentence_0']],
    seconds: 3,
    idleSeconds: 0,
    hiddenSeconds: 0,
    ...change,
  }) as NewEvent;
const refute = (claim: string) => answer(claim, { label: 'REFUTES', evidence: [['A town_sentence_2']] });
const adjudicate = (claim: string, change: object = {}): NewEvent =>
  ({
    kind: 'adjudicate',
    claim,
    label: 'REFUTES',
    evidence: [['A town_sentence_2']],
    reason: 'annotator-error',
    comment: 'It is cold.',
    seconds: 5,
    ...change,
  }) as NewEvent;
const withdraw = (claim: string, what: string) => ({ kind: 'withdraw', claim, what }) as NewEvent;

/** What became of the events, in words. */
async function told(response: Promise<Response>): Promise<string[]> {
  const { results } = eventsResponseSchema.parse(await (await response).json());
  return results.map((result: EventResult) =>
    result.status === 'refused'
      ? result.code
      : `${result.status}${result.status === 'written' && result.late === true ? ' late' : ''}`,
  );
}

const readClaims = (folder: string, path = claimsPath) => readFileSync(join(folder, path), 'utf8');
const journalOf = ({ workspace }: TestServer, name: string) =>
  workspace.journals.recordsOf(name).map(({ seq: _, prev: __, ...rest }) => rest);

/** The gold in the first line of a claims file. */
function goldOfLine(text: string): object {
  const { label, evidence, aggregation } = JSON.parse(text.split('\n')[0] ?? '');
  return { label, evidence, confidence: null, ...aggregation };
}

describe('answers', () => {
  test('a line has what was sent, who, where from and what the cited texts are', async () => {
    const server = await serveFolder(smallDataset(files));
    expect(
      await told(
        server.send(
          undefined,
          answer('c-1', { comment: 'Clear.', consulted: ['A town_sentence_1'], suggested: false }),
          { kind: 'skip', claim: 'c-2', reason: 'broken-claim', fix: 'A town.', seconds: 1 },
          { kind: 'flag', claim: 'u-1' },
        ),
      ),
    ).toEqual(['written', 'written', 'written']);
    expect(readClaims(server.workspace.folder, 'claims/annotations/ann.jsonl')).toMatchInlineSnapshot(`
      "{"claim":"c-1","annotator":"ann","label":"SUPPORTS","evidence":[["A town_sentence_0"]],"at":"2026-03-01T12:00:00.000Z","seconds":3,"comment":"Clear.","idleSeconds":0,"hiddenSeconds":0,"consulted":["A town_sentence_1"],"suggested":false,"fingerprints":{"A town_sentence_0":"0e8e44dd84a0ba75"},"device":"d1","number":1,"seq":1,"prev":"0000000000000000"}
      {"event":"skip","claim":"c-2","annotator":"ann","at":"2026-03-01T12:00:00.000Z","reason":"broken-claim","fix":"A town.","seconds":1,"device":"d1","number":2,"seq":2,"prev":"050ab45b4ef4f45f"}
      {"event":"flag","claim":"u-1","annotator":"ann","at":"2026-03-01T12:00:00.000Z","device":"d1","number":3,"seq":3,"prev":"d69502caaba187f6"}
      "
    `);
  });

  test('an event is written once, however often it comes', async () => {
    const server = await serveFolder(smallDataset(files));
    const event = { ...answer('c-1'), number: 7 };
    expect(await told(server.send(undefined, event, event))).toEqual(['written', 'known']);
    expect(await told(server.send(undefined, event))).toEqual(['known']);
    expect(journalOf(server, 'ann')).toHaveLength(1);
    const { workspace } = server;
    server.close();
    const again = await serveFolder(workspace.folder);
    expect(await told(again.send(undefined, event))).toEqual(['known']);
  });

  test.each([
    { what: 'another claim', event: answer('c-2') },
    { what: 'another kind', event: { kind: 'flag', claim: 'c-1' } as NewEvent },
    { what: 'another time', event: answer('c-1', { at: '2026-03-01T11:00:00.000Z' }) },
  ])(
    'a number that the copy of a browser gave to $what is not known, and all waits for another name',
    async ({ event }) => {
      const server = await serveFolder(smallDataset(files));
      await server.send(undefined, { ...answer('c-1'), number: 2 });
      const response = await server.send(undefined, { ...answer('u-1'), number: 1 }, { ...event, number: 2 });
      expect([response.status, await response.json()]).toMatchObject([409, { code: 'DEVICE_TAKEN' }]);
      expect(journalOf(server, 'ann')).toHaveLength(1);
    },
  );

  test.each([
    ['2026-03-01T12:00:30.000Z', 'a little ahead'],
    ['2026-03-01T18:00:00.000Z', 'far ahead'],
    ['2026-03-01T03:00:00.000Z', 'far behind'],
  ])('an event of a clock at %s, %s, is known when it comes again', async (at) => {
    const server = await serveFolder(smallDataset(files));
    const event = { ...answer('c-1'), number: 1, at };
    expect(await told(server.send(undefined, event))).toEqual(['written']);
    expect(await told(server.send(undefined, event))).toEqual(['known']);
  });

  test('the lines of one request follow one another in the chain', async () => {
    const server = await serveFolder(smallDataset(files));
    await server.send(undefined, answer('c-1'), answer('c-2'));
    await server.send(undefined, answer('u-1'));
    expect(server.workspace.journals.recordsOf('ann').map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(server.workspace.journals.problems).toEqual([]);
  });

  test.each([
    ['a claim that nobody knows', answer('c-9'), 'UNKNOWN_CLAIM'],
    ['nothing to take back', withdraw('c-1', 'annotation'), 'NOTHING_TO_WITHDRAW'],
    ['an adjudication of an annotator', adjudicate('c-1'), 'NOT_ALLOWED'],
    ['an acceptance of an annotator', { kind: 'accept', claim: 'c-1' }, 'NOT_ALLOWED'],
    ['a drop of an annotator', { kind: 'drop', claim: 'c-1', reason: 'both-valid' }, 'NOT_ALLOWED'],
    [
      'a send-back of an annotator',
      { kind: 'send-back', claim: 'c-1', letters: [], drawn: '' },
      'NOT_ALLOWED',
    ],
    [
      'a claim under an id that is taken',
      { kind: 'write', claim: 'c-1', record: JSON.parse(claimLine('c-1')) },
      'ID_TAKEN',
    ],
    [
      'a claim of another id than said',
      { kind: 'write', claim: 'w-1', record: JSON.parse(claimLine('w-2')) },
      'WRONG_ID',
    ],
  ] as [string, NewEvent, string][])(
    '%s is refused, and what comes with it is not',
    async (_, event, code) => {
      const server = await serveFolder(smallDataset(files), team);
      expect(await told(server.send('ann', event, answer('c-2')))).toEqual([code, 'written']);
      expect(journalOf(server, 'ann')).toHaveLength(1);
    },
  );

  test('a lead who is no annotator does not label', async () => {
    const server = await serveFolder(smallDataset(files), team);
    expect(await told(server.send('lea', answer('c-1')))).toEqual(['NOT_ALLOWED']);
    expect((await server.ask('/api/next', { as: 'lea', body: { device: 'd1' } })).status).toBe(403);
  });

  test('a browser whose clock is wrong changes no order', async () => {
    const server = await serveFolder(smallDataset(files));
    await server.send(
      undefined,
      { ...answer('c-1'), at: '2026-03-01T11:59:00Z' },
      { ...answer('c-2'), at: '2026-03-01T09:00:00+02:00' },
      { ...answer('u-1'), at: '2031-01-01T00:00:00Z' },
    );
    expect(journalOf(server, 'ann').map(({ at, received, clock }) => ({ at, received, clock }))).toEqual([
      { at: '2026-03-01T11:59:00Z', received: undefined, clock: undefined },
      { at: '2026-03-01T09:00:00+02:00', received: '2026-03-01T12:00:00.000Z', clock: undefined },
      {
        at: '2026-03-01T12:00:00.000Z',
        received: '2026-03-01T12:00:00.000Z',
        clock: '2031-01-01T00:00:00Z',
      },
    ]);
  });

  test('one answer more than a claim needs is kept, and called late', async () => {
    const server = await serveFolder(smallDataset(files), { ...team, settings: { overlap: 1 } });
    expect(await told(server.send('ann', answer('c-1')))).toEqual(['written']);
    expect(await told(server.send('bob', answer('c-1')))).toEqual(['written late']);
    expect(journalOf(server, 'bob')).toMatchObject([{ late: true }]);
  });

  test('an answer of the training is told what it is worth, again when it is sent again', async () => {
    const settings = { gold: { claims: ['c-1'], share: 0, training: 1 } };
    const server = await serveFolder(smallDataset(files), { ...team, settings });
    const { item } = await server.get('/api/next', nextResponseSchema, { as: 'ann', body: { device: 'd1' } });
    expect(item).toMatchObject({ id: 'c-1', training: true });
    const event = { ...refute('c-1'), number: 1 };
    const body = await (await server.send('ann', event, answer('c-2'))).json();
    expect(eventsResponseSchema.parse(body).feedback).toEqual([
      {
        number: 1,
        claim: 'c-1',
        label: 'SUPPORTS',
        evidence: [['A town_sentence_0']],
        isLabelRight: false,
        evidencePrecision: 0,
        evidenceRecall: 0,
      },
    ]);
    const again = await (await server.send('ann', event)).json();
    expect(eventsResponseSchema.parse(again).feedback).toHaveLength(1);
  });
});

describe('undo', () => {
  test('an answer is taken back until the claim is decided', async () => {
    const server = await serveFolder(smallDataset(files), team);
    expect(
      await told(
        server.send('ann', answer('c-1'), withdraw('c-1', 'annotation'), withdraw('c-1', 'annotation')),
      ),
    ).toEqual(['written', 'written', 'NOTHING_TO_WITHDRAW']);
    expect(await told(server.send('ann', answer('c-1')))).toEqual(['written']);
    expect(await told(server.send('lea', adjudicate('c-1')))).toEqual(['written']);
    expect(await told(server.send('ann', withdraw('c-1', 'annotation')))).toEqual(['ADJUDICATED']);
    expect(await told(server.send('bob', answer('c-1')))).toEqual(['written late']);
    const { entries } = await server.get('/api/history', historyResponseSchema, { as: 'ann' });
    expect(entries).toMatchObject([
      { did: 'annotation', decided: { label: 'REFUTES', comment: 'It is cold.' } },
    ]);
  });

  test('nobody takes back what somebody else did', async () => {
    const server = await serveFolder(smallDataset(files), { annotators: ['ann'], lead: ['lea', 'max'] });
    await server.send('lea', adjudicate('c-1'), { kind: 'drop', claim: 'c-2', reason: 'ambiguous-claim' });
    expect(await told(server.send('max', withdraw('c-1', 'adjudication'), withdraw('c-2', 'drop')))).toEqual([
      'NOTHING_TO_WITHDRAW',
      'NOTHING_TO_WITHDRAW',
    ]);
  });

  test.each([
    ['a labelled claim', 'c-1', adjudicate('c-1'), 'adjudication'],
    ['a claim without label', 'u-1', adjudicate('u-1', { challenge: 'Other' }), 'adjudication'],
    ['a claim that is dropped', 'c-1', { kind: 'drop', claim: 'c-1', reason: 'page-defect' }, 'drop'],
    [
      'a claim without label that is dropped',
      'u-1',
      { kind: 'drop', claim: 'u-1', reason: 'page-defect' },
      'drop',
    ],
  ] as [string, string, NewEvent, string][])(
    '%s is the same to the byte after it was undone',
    async (_, id, event, what) => {
      const folder = smallDataset(files);
      const server = await serveFolder(folder);
      expect(await told(server.send(undefined, event))).toEqual(['written']);
      const after = Object.keys(files).map((path) => readClaims(folder, path));
      expect(after).not.toEqual(Object.values(files));
      expect(await told(server.send(undefined, withdraw(id, what)))).toEqual(['written']);
      expect(Object.keys(files).map((path) => readClaims(folder, path))).toEqual(Object.values(files));
    },
  );

  test.each(['../evil.jsonl', 'annotations/evil.jsonl', 'unlabelled/evil.jsonl'])(
    'a dropped claim does not come back to %j, whatever a journal says',
    async (file) => {
      const folder = smallDataset(files);
      const record = { id: 'c-9', claim: 'Nine.', label: 'NOT ENOUGH INFO', evidence: [] };
      const drop = { event: 'drop', claim: 'c-9', annotator: 'ann', at: '2026-02-01T12:00:00Z' };
      const line = JSON.stringify({ ...drop, reason: 'both-valid', record, file });
      writeInto(folder, 'claims/annotations/ann.jsonl', lines(line));
      const server = await serveFolder(folder);
      expect(await told(server.send(undefined, withdraw('c-9', 'drop')))).toEqual(['WRONG_FILE']);
      expect(await told(server.send(undefined, answer('c-1')))).toEqual(['written']);
    },
  );

  test('a decision that was decided again goes back one step at a time', async () => {
    const folder = smallDataset(files);
    const server = await serveFolder(folder);
    await server.send(undefined, adjudicate('c-1'));
    const first = readClaims(folder);
    await server.send(undefined, adjudicate('c-1', { label: 'NOT ENOUGH INFO', evidence: [] }));
    expect(readClaims(folder)).not.toBe(first);
    await server.send(undefined, withdraw('c-1', 'adjudication'));
    expect(readClaims(folder)).toBe(first);
    await server.send(undefined, withdraw('c-1', 'adjudication'));
    expect(readClaims(folder)).toBe(files[claimsPath]);
  });
});

describe('decisions', () => {
  test('gold goes to the claim, with how it came about; all else in it stays', async () => {
    const folder = smallDataset(files);
    const server = await serveFolder(folder, team);
    await server.send('ann', answer('c-1'));
    await server.send('bob', refute('c-1'));
    const conflict = await server.get('/api/conflicts', conflictsResponseSchema, { as: 'lea' });
    expect(conflict.waiting).toMatchObject([{ claim: 'c-1', kinds: ['label'], entropy: 1, answers: 2 }]);
    expect(await told(server.send('lea', adjudicate('c-1')))).toEqual(['written']);
    expect(readClaims(folder).split('\n')[0]).toMatchInlineSnapshot(
      `"{"id":"c-1","claim":"The town of c-1 lies on a river.","label":"REFUTES","evidence":[["A town_sentence_2"]],"note":"kept","aggregation":{"method":"adjudication","votes":{"SUPPORTS":1,"REFUTES":1},"annotators":2}}"`,
    );
    const { decided } = await server.get('/api/conflict?claim=c-1', conflictResponseSchema, { as: 'lea' });
    expect(decided).toMatchObject({ label: 'REFUTES', isOwn: true });
  });

  test('what annotators agree on is accepted, and only that', async () => {
    const folder = smallDataset(files);
    const server = await serveFolder(folder, team);
    expect(await told(server.send('lea', { kind: 'accept', claim: 'u-1' }))).toEqual(['NOT_AGREED']);
    await server.send('ann', refute('u-1'));
    await server.send('bob', refute('u-1'));
    const { agreed } = await server.get('/api/conflicts', conflictsResponseSchema, { as: 'lea' });
    expect(agreed).toMatchObject([{ claim: 'u-1', label: 'REFUTES' }]);
    expect(await told(server.send('lea', { kind: 'accept', claim: 'u-1' }))).toEqual(['written']);
    expect(readClaims(folder, 'claims/new.jsonl')).toMatchInlineSnapshot(`
      "{"id":"u-1","claim":"The river is warm.","more":1,"label":"REFUTES","evidence":[["A town_sentence_2"]],"aggregation":{"method":"adjudication","votes":{"REFUTES":2},"annotators":2}}
      "
    `);
    expect(readClaims(folder, 'claims/unlabelled/new.jsonl')).toBe('');
    expect(await told(server.send('lea', { kind: 'accept', claim: 'u-1' }))).toEqual(['NOT_AGREED']);
  });

  test('a label that needs evidence gets no gold without', async () => {
    const server = await serveFolder(smallDataset(files), team);
    expect(await told(server.send('lea', adjudicate('c-1', { evidence: [] })))).toEqual(['WITHOUT_EVIDENCE']);
  });

  test('a claim that is sent back comes first to who is meant, until it is answered again', async () => {
    let seconds = 0;
    const now = () => new Date(Date.UTC(2026, 2, 1, 12, 0, seconds++));
    const server = await serveFolder(smallDataset(files), { ...team, now });
    const next = (as: string) =>
      server.get('/api/next', nextResponseSchema, { as, body: { device: 'd1' } }).then(({ item }) => item);
    await server.send('ann', answer('c-1'));
    await server.send('bob', refute('c-1'));
    const look = () => server.get('/api/conflict?claim=c-1', conflictResponseSchema, { as: 'lea' });
    const { answers, drawn } = await look();
    const [{ letter } = { letter: '' }] = answers.filter(({ label }) => label === 'REFUTES');
    const sendBack: NewEvent = {
      kind: 'send-back',
      claim: 'c-1',
      letters: [letter],
      drawn,
      comment: 'Read the second sentence.',
    };
    expect(await told(server.send('lea', { ...sendBack, drawn: 'another' }))).toEqual(['LETTERS_CHANGED']);
    expect(await told(server.send('lea', sendBack))).toEqual(['written']);
    expect(await next('bob')).toMatchObject({
      id: 'c-1',
      sentBack: 'Read the second sentence.',
      own: { label: 'REFUTES' },
    });
    expect(await next('ann')).not.toMatchObject({ id: 'c-1' });
    // By a clock that is an hour slow.
    expect(await told(server.send('bob', { ...answer('c-1'), at: '2026-03-01T11:00:00Z' }))).toEqual([
      'written',
    ]);
    expect((await look()).sentBack).toBeNull();
    expect(await next('bob')).not.toMatchObject({ id: 'c-1' });
  });

  test('a dropped claim is gone, and an answer to it is kept all the same', async () => {
    const folder = smallDataset(files);
    const server = await serveFolder(folder, team);
    const drop: NewEvent = { kind: 'drop', claim: 'c-1', reason: 'ambiguous-claim', comment: 'Which town?' };
    expect(await told(server.send('lea', drop, drop))).toEqual(['written', 'DROPPED']);
    expect(readClaims(folder)).toBe(lines(claimLine('c-2')));
    expect(await told(server.send('ann', answer('c-1')))).toEqual(['written late']);
    expect((await server.ask('/api/next', { as: 'ann', body: { device: 'd1', claim: 'c-1' } })).status).toBe(
      404,
    );
    const { dropped } = await server.get('/api/conflict?claim=c-1', conflictResponseSchema, { as: 'lea' });
    expect(dropped).toEqual({ reason: 'ambiguous-claim', comment: 'Which town?', isOwn: true });
  });
});

describe('written claims', () => {
  const record = (id: string, change: object = {}) => JSON.parse(claimLine(id, change));

  test('go to a file of their writer, in order, under ids that nobody else gets', async () => {
    const folder = smallDataset(files);
    const server = await serveFolder(folder, team);
    const id = async (as: string) =>
      (await server.get('/api/claim-id', claimIdResponseSchema, { as, body: {} })).id;
    expect([await id('ann'), await id('ann'), await id('bob')]).toEqual(['ann-0001', 'ann-0002', 'bob-0001']);
    expect(
      await told(
        server.send(
          'ann',
          { kind: 'write', claim: 'ann-0002', record: record('ann-0002') },
          { kind: 'write', claim: 'ann-0001', record: record('ann-0001') },
        ),
      ),
    ).toEqual(['written', 'written']);
    expect(readClaims(folder, 'claims/written/ann.jsonl')).toBe(
      lines(claimLine('ann-0001'), claimLine('ann-0002')),
    );
  });

  test('are taken back until others have worked on them', async () => {
    const folder = smallDataset(files);
    const server = await serveFolder(folder, team);
    const write = { kind: 'write', claim: 'w-1', record: record('w-1') } as NewEvent;
    expect(await told(server.send('ann', write, withdraw('w-1', 'write'), write))).toEqual([
      'written',
      'written',
      'written',
    ]);
    await server.send('bob', answer('w-1'));
    expect(await told(server.send('ann', withdraw('w-1', 'write')))).toEqual(['IN_USE']);
    expect(readClaims(folder, 'claims/written/ann.jsonl')).toBe(lines(claimLine('w-1')));
  });

  test('that were edited by hand since are not thrown away', async () => {
    const folder = smallDataset(files);
    const server = await serveFolder(folder);
    await server.send(undefined, { kind: 'write', claim: 'w-1', record: record('w-1') } as NewEvent);
    const edited = lines(claimLine('w-1', { claim: 'Better.' }));
    writeFileSync(join(folder, 'claims/written/ann.jsonl'), edited);
    expect(await told(server.send(undefined, withdraw('w-1', 'write')))).toEqual(['EDITED']);
    expect(readClaims(folder, 'claims/written/ann.jsonl')).toBe(edited);
  });

  test('with a formula for a spreadsheet are text where they are exported', async () => {
    const folder = smallDataset(files);
    const server = await serveFolder(folder);
    const evil = record('w-1', { claim: '=HYPERLINK("http://evil.example","A town")' });
    await server.send(undefined, { kind: 'write', claim: 'w-1', record: evil } as NewEvent);
    const { claims, corpus } = server.workspace;
    const written = claims.all().flatMap(({ record, isLabelled }) => (isLabelled ? [record] : []));
    expect([...csv.write(written, { evidence: corpus.evidence })].join('').trimEnd().split('\n').at(-1)).toBe(
      `w-1,"'=HYPERLINK(""http://evil.example"",""A town"")",SUPPORTS,A town_sentence_0,,,,,`,
    );
  });
});

describe('the disk', () => {
  test('what cannot be written is not acknowledged, and is written when it comes again', async () => {
    const folder = smallDataset(files);
    const server = await serveFolder(folder);
    await server.send(undefined, answer('c-1'));
    const journals = join(folder, 'claims/annotations');
    const event = { ...answer('c-2'), number: 50 };
    renameSync(journals, join(folder, 'away'));
    writeFileSync(journals, '');
    const response = await server.send(undefined, event, answer('u-1'));
    expect(response.status).toBe(503);
    // The paths are for who runs the server.
    expect(await response.json()).toEqual({ code: 'FILES', message: expect.not.stringContaining(folder) });
    expect(server.said).toHaveLength(1);
    rmSync(journals);
    renameSync(join(folder, 'away'), journals);
    expect(await told(server.send(undefined, event))).toEqual(['written']);
    expect(journalOf(server, 'ann').map(({ claim }) => claim)).toEqual(['c-1', 'c-2']);
    expect(server.workspace.work.claims.has('u-1')).toBe(false);
  });

  test('an answer to a claim that git is just taking away and bringing back is not refused', async () => {
    const folder = smallDataset(files);
    const server = await serveFolder(folder);
    const event = { ...answer('c-1'), number: 50 };
    const [here, away] = [join(folder, claimsPath), join(folder, 'away')];
    renameSync(here, away);
    expect((await server.send(undefined, event)).status).toBe(503);
    renameSync(away, here);
    expect(await told(server.send(undefined, event))).toEqual(['written']);
    // As a disk that is not there for a while; what is known is still shown.
    renameSync(join(folder, 'claims'), away);
    expect((await server.send(undefined, answer('c-2'))).status).toBe(503);
    expect((await server.ask('/api/next', { body: { device: 'd1', claim: 'c-2' } })).status).toBe(200);
    expect(existsSync(join(folder, 'claims'))).toBe(false);
  });

  test('what was begun when the server died is finished by the next one, once its line is there', async () => {
    const folder = smallDataset(files);
    const first = await serveFolder(folder);
    await first.send(undefined, { ...adjudicate('c-1'), number: 1 });
    const after = readClaims(folder);
    first.close();
    const change = { do: 'gold', id: 'c-1', gold: goldOfLine(after) };
    const pending = join(folder, '.claimset/annotate.pending.json');
    const begin = (number: number) =>
      writeFileSync(pending, JSON.stringify({ annotator: 'ann', device: 'd1', number, change }));
    // Its line was written.
    begin(1);
    writeFileSync(join(folder, claimsPath), files[claimsPath]);
    const second = await serveFolder(folder);
    expect(readClaims(folder)).toBe(after);
    expect(second.workspace.finished?.number).toBe(1);
    second.close();
    // Its line was not: nobody was told that it was.
    begin(2);
    writeFileSync(join(folder, claimsPath), files[claimsPath]);
    const third = await serveFolder(folder);
    expect(readClaims(folder)).toBe(files[claimsPath]);
    expect([third.workspace.finished, existsSync(pending)]).toEqual([undefined, false]);
  });

  test.each([
    ['the file of the labelled comes first', 'claims/unlabelled/new.jsonl', 'claims/new.jsonl'],
    ['the file of the unlabelled comes first', 'claims/unlabelled/z.jsonl', 'claims/z.jsonl'],
  ])('a claim that was moving when the server died stands in one file again: %s', async (_, from, to) => {
    const record = lines(JSON.stringify({ id: 'u-1', claim: 'The river is warm.' }));
    const folder = smallDataset({ [claimsPath]: files[claimsPath] as string, [from]: record });
    const first = await serveFolder(folder);
    await first.send(undefined, { ...adjudicate('u-1'), number: 1 });
    first.close();
    const after = [readClaims(folder, from), readClaims(folder, to)];
    expect(after).toEqual(['', expect.stringContaining('"label":"REFUTES"')]);
    const change = { do: 'gold', id: 'u-1', gold: goldOfLine(after[1] ?? '') };
    writeFileSync(
      join(folder, '.claimset/annotate.pending.json'),
      JSON.stringify({ annotator: 'ann', device: 'd1', number: 1, change }),
    );
    writeFileSync(join(folder, from), record);
    const next = await serveFolder(folder);
    expect([readClaims(folder, from), readClaims(folder, to)]).toEqual(after);
    await next.send(undefined, { ...withdraw('u-1', 'adjudication'), number: 2 });
    expect([readClaims(folder, from), readClaims(folder, to)]).toEqual([record, '']);
  });

  test('what others do to the files is seen by the next request', async () => {
    const folder = smallDataset(files);
    const server = await serveFolder(folder, team);
    const { revision } = server.workspace;
    appendFileSync(join(folder, claimsPath), lines(claimLine('c-3')));
    expect(await told(server.send('ann', answer('c-3')))).toEqual(['written']);
    expect(server.workspace.revision).toBeGreaterThan(revision);
    // As a merge of two laptops' work brings it.
    writeFileSync(
      join(folder, 'claims/annotations/eve.jsonl'),
      lines(
        JSON.stringify({
          claim: 'c-3',
          annotator: 'eve',
          label: 'REFUTES',
          evidence: [['A town_sentence_1']],
          at: '2026-02-01T00:00:00Z',
        }),
      ),
    );
    expect(await told(server.send('lea', { kind: 'accept', claim: 'c-1' }))).toEqual(['NOT_AGREED']);
    const { waiting } = await server.get('/api/conflicts', conflictsResponseSchema, { as: 'lea' });
    expect(waiting.map(({ claim }) => claim)).toEqual(['c-3']);
  });

  test('a claim that another program is about to write is not written over', async () => {
    const folder = smallDataset(files);
    const server = await serveFolder(folder);
    writeFileSync(join(folder, claimsPath), lines(claimLine('c-1', { claim: 'Edited by hand.' })));
    expect(await told(server.send(undefined, adjudicate('c-1')))).toEqual(['written']);
    expect(readClaims(folder)).toContain('"claim":"Edited by hand.","label":"REFUTES"');
  });
});
