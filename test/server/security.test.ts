import { beforeAll, describe, expect, test } from 'vitest';
import { nextRequestSchema } from '../../src/annotate/api/item.ts';
import { sessionSchema } from '../../src/annotate/api/session.ts';
import { tokenOf } from '../../src/server/people/token.ts';
import { claimLine, claimsPath, lines, smallDataset } from '../cli/small-dataset.ts';
import { origin, serveFolder, type TestServer } from './serve-folder.ts';

const files = { [claimsPath]: lines(claimLine('c-1'), claimLine('c-2')) };
/** One person alone, for tests that leave nothing behind. */
let solo: TestServer;
beforeAll(async () => {
  solo = await serveFolder(smallDataset(files, 'suite'), { until: 'suite' });
});

const codeOf = async (response: Response) => {
  const { code, message } = (await response.json()) as { code: string; message: string };
  // What happened, and what to do.
  expect(message).toMatch(/^[A-Z"].*\.$/s);
  return `${response.status} ${code}`;
};
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('who may ask', () => {
  test.each([
    ['another host', { host: 'evil.example:4877' }, '421 WRONG_HOST'],
    ['another port', { host: '127.0.0.1:80' }, '421 WRONG_HOST'],
    ['no port', { host: '127.0.0.1' }, '421 WRONG_HOST'],
    ['no host', { host: undefined }, '421 WRONG_HOST'],
    ['a host that begins like ours', { host: '127.0.0.1.evil.example:4877' }, '421 WRONG_HOST'],
    ['another origin', { origin: 'http://evil.example' }, '403 WRONG_ORIGIN'],
    ['another port of this machine', { origin: 'http://127.0.0.1:8080' }, '403 WRONG_ORIGIN'],
    ['a page without an origin', { origin: 'null' }, '403 WRONG_ORIGIN'],
    ['another page of this site', { 'sec-fetch-site': 'same-site' }, '403 WRONG_ORIGIN'],
    ['a foreign page that hides its origin', { 'sec-fetch-site': 'cross-site' }, '403 WRONG_ORIGIN'],
  ])('%s gets nothing', async (_, headers, refused) => {
    const { ask, workspace } = solo;
    expect(await codeOf(await ask('/api/session', { headers }))).toBe(refused);
    expect(await codeOf(await ask('/api/release', { body: {}, headers }))).toBe(refused);
    expect([...workspace.journals.records()]).toEqual([]);
  });

  test('a change needs to come from the page, or a token; another name of the same machine is a page too', async () => {
    const body = { device: 'a' };
    expect(await codeOf(await solo.ask('/api/next', { body, headers: { origin: undefined } }))).toBe(
      '403 WRONG_ORIGIN',
    );
    // A token where none is asked for shows nothing.
    const forged = { origin: undefined, authorization: 'Bearer x.y' };
    expect(await codeOf(await solo.ask('/api/next', { body, headers: forged }))).toBe('403 WRONG_ORIGIN');
    const own = { origin: undefined, 'sec-fetch-site': 'same-origin' };
    expect((await solo.ask('/api/next', { body, headers: own })).status).toBe(200);
    const other = { host: 'LOCALHOST:4877', origin: 'http://localhost:4877' };
    expect((await solo.ask('/api/next', { body, headers: other })).status).toBe(200);
    const mixed = { host: 'localhost:4877', origin };
    expect(await codeOf(await solo.ask('/api/next', { body, headers: mixed }))).toBe('403 WRONG_ORIGIN');
    const shared = await serveFolder(smallDataset(files), { annotators: ['ann'] });
    const bare = { origin: undefined };
    expect((await shared.ask('/api/next', { as: 'ann', body, headers: bare })).status).toBe(200);
  });

  test('only the right token is somebody', async () => {
    const { ask, tokenOf: linkOf } = await serveFolder(smallDataset(files), { annotators: ['ann', 'bob'] });
    const right = linkOf('ann');
    const [, secret = ''] = right.split('.');
    const ofOther = tokenOf('ann', new Uint8Array(32));
    for (const wrong of [
      '',
      'ann',
      'ann.',
      '.',
      `.${secret}`,
      `bob.${secret}`,
      `Ann.${secret}`,
      right.slice(0, -1),
      `${right}A`,
      `%.${secret}`,
      ofOther,
      'ann.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    ]) {
      const headers = { authorization: `Bearer ${wrong}` };
      expect(await codeOf(await ask('/api/session', { headers }))).toMatch(/^401 (?:NO|WRONG)_TOKEN$/);
    }
    for (const header of [undefined, 'Basic YTpi', right, `Bearer ${right} x`]) {
      expect((await ask('/api/session', { headers: { authorization: header } })).status).toBe(401);
    }
    expect((await ask('/api/session', { as: 'ann' })).status).toBe(200);
    // Somebody who had a link once, and does not work here any more.
    expect(await codeOf(await ask('/api/session', { as: 'eve' }))).toBe('401 WRONG_TOKEN');
  });

  test('links outlive the server', async () => {
    const folder = smallDataset(files);
    const first = await serveFolder(folder, { annotators: ['ann'] });
    const before = first.tokenOf('ann');
    first.close();
    const second = await serveFolder(folder, { annotators: ['ann'] });
    expect(second.tokenOf('ann')).toBe(before);
  });
});

describe('what may be sent', () => {
  const claim = { id: 'w-1', claim: 'A.', label: 'SUPPORTS', evidence: [['A town_sentence_0']] };
  const write = (record: string) =>
    `{"device":"d","events":[{"kind":"write","number":1,"at":"2026-03-01T12:00:00Z","claim":"w-1","record":${record}}]}`;

  test.each([
    ['a form', 'device=a', { 'content-type': 'application/x-www-form-urlencoded' }, '415 WRONG_TYPE'],
    ['text that is JSON', '{"device":"a"}', { 'content-type': 'text/plain' }, '415 WRONG_TYPE'],
    ['no type', '{"device":"a"}', { 'content-type': undefined }, '415 WRONG_TYPE'],
    ['what begins like the type', '{}', { 'content-type': 'application/jsonp' }, '415 WRONG_TYPE'],
    ['no JSON', '{"device":', {}, '400 BAD_REQUEST'],
    ['nothing', '', {}, '400 BAD_REQUEST'],
    ['what is no UTF-8', Buffer.from('{"device":"a","claim":"\xff"}', 'latin1'), {}, '400 BAD_REQUEST'],
    ['a list', '[]', {}, '400 BAD_REQUEST'],
    ['an unknown key', '{"device":"a","role":"lead"}', {}, '400 BAD_REQUEST'],
    ['lists in lists', `{"device":${nested(100_000)}}`, {}, '400 TOO_DEEP'],
    ['the key __proto__', '{"device":"a","__proto__":{"claim":"c-1"}}', {}, '400 BAD_REQUEST'],
    ['two megabytes', `{"device":"${'a'.repeat(2 << 20)}"}`, {}, '413 TOO_LARGE'],
    [
      'two megabytes that say they are less',
      `{"device":"${'a'.repeat(2 << 20)}"}`,
      { 'content-length': '10' },
      '413 TOO_LARGE',
    ],
  ])('%s is refused', async (_, body, headers, refused) => {
    const { ask } = solo;
    expect(await codeOf(await ask('/api/next', { body, headers, method: 'POST' }))).toBe(refused);
    expect(Object.hasOwn(Object.prototype, 'claim')).toBe(false);
  });

  test.each([
    ['__proto__ in a record', JSON.stringify(claim).replace('{', '{"__proto__":{"x":1},')],
    [
      '__proto__ among fingerprints',
      JSON.stringify({ ...claim, fingerprints: 0 }).replace('0}', '{"__proto__":"0"}}'),
    ],
    ['a label that is none', JSON.stringify({ ...claim, label: '<b>' })],
    ['no evidence at all', JSON.stringify({ ...claim, evidence: undefined })],
  ])('%s is no claim', async (_, record) => {
    const { ask, workspace } = solo;
    expect(await codeOf(await ask('/api/events', { body: write(record) }))).toBe('400 BAD_REQUEST');
    expect([...workspace.journals.records()]).toEqual([]);
  });

  test('a device, an event too many and a number that is none are refused', async () => {
    const { ask } = solo;
    const flag = { kind: 'flag', number: 1, claim: 'c-1', at: '2026-03-01T12:00:00Z' };
    for (const body of [
      { device: '../x', events: [flag] },
      { device: 'd', events: [] },
      { device: 'd', events: Array.from({ length: 101 }, () => flag) },
      { device: 'd', events: [{ ...flag, number: 0 }] },
      { device: 'd', events: [{ ...flag, number: 1.5 }] },
      { device: 'd', events: [{ ...flag, at: 'yesterday' }] },
      { device: 'd', events: [{ ...flag, kind: 'skip', reason: 'ambiguous', seconds: 1e308 }] },
      { device: 'd', events: [{ ...flag, annotator: 'bob' }] },
    ]) {
      expect(await codeOf(await ask('/api/events', { body }))).toBe('400 BAD_REQUEST');
    }
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE2'])('the method %s is refused', async (method) => {
    const { ask } = solo;
    expect(await codeOf(await ask('/api/session', { method }))).toBe('405 WRONG_METHOD');
  });

  test('a long address is refused', async () => {
    const { ask } = solo;
    expect(await codeOf(await ask(`/api/search?q=${'a'.repeat(5000)}`))).toBe('414 URL_TOO_LONG');
  });
});

describe('what is sent back', () => {
  test.each([
    '/../claimset.config.json',
    '/..%2fclaimset.config.json',
    '/%2e%2e/claimset.config.json',
    '/%2e%2e%2fclaimset.config.json',
    '/..%5cclaimset.config.json',
    '/assets/../../claimset.config.json',
    '/assets/%252e%252e/claimset.config.json',
    '//etc/passwd.txt',
    '/.claimset/annotate.key',
    '/claims/a.jsonl',
    '/index.html%00.js',
    '/assets/main.js',
    '/assets/..;/index.txt',
  ])('%s leads to no file', async (path) => {
    const { ask } = solo;
    expect(await codeOf(await ask(path))).toBe('404 NOT_FOUND');
  });

  test('articles are found by title, never by path', async () => {
    const { ask } = solo;
    for (const title of ['corpus/a-town.txt', '../claimset.config.json', '__proto__', 'constructor', '']) {
      expect(await codeOf(await ask(`/api/article?title=${encodeURIComponent(title)}`))).toBe(
        '404 NOT_FOUND',
      );
    }
    expect((await ask('/api/article?title=A%20town')).status).toBe(200);
  });

  test('every answer has the headers, whatever it is', async () => {
    const { ask } = solo;
    const answers = [
      await ask('/'),
      await ask('/api/session'),
      await ask('/x.js'),
      await ask('/', { headers: { host: 'evil' } }),
    ];
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
    expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual([
      'no-cache',
      'no-store',
      'no-store',
      'no-store',
    ]);
    const asset = await ask('/assets/main-abcd1234.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test('each part of the page has its address, and they all are the same file', async () => {
    const { ask } = solo;
    for (const path of [
      '/',
      '/index.html',
      '/write',
      '/adjudicate?claim=c-1',
      '/lead',
      '/history',
      '/nothing',
    ]) {
      const answer = await ask(path);
      expect([answer.status, await answer.text()]).toEqual([200, '<!doctype html>']);
    }
    expect(await codeOf(await ask('/api/nothing'))).toBe('404 NOT_FOUND');
  });

  test('script in names, claims and notes comes back as it was, as JSON', async () => {
    const evil = '</script><img src=x onerror=alert(1)>';
    const folder = smallDataset({ [claimsPath]: lines(claimLine('c-1', { claim: evil })) });
    const { ask, send } = await serveFolder(folder);
    await send(undefined, { kind: 'flag', claim: 'c-1', comment: evil });
    for (const answer of [
      await ask('/api/next', { body: nextRequestSchema.parse({ device: 'd' }) }),
      await ask('/api/conflict?claim=c-1'),
      await ask(`/api/conflict?claim=${encodeURIComponent(evil)}`),
      await ask(`/api/article?title=${encodeURIComponent(evil)}`),
    ]) {
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
      expect(JSON.stringify(await answer.json())).toContain('onerror');
    }
  });

  test('an answer says who asks and nothing of the token', async () => {
    const { ask, tokenOf: linkOf } = await serveFolder(smallDataset(files), { annotators: ['ann'] });
    const text = await (await ask('/api/session', { as: 'ann' })).text();
    expect(sessionSchema.parse(JSON.parse(text)).annotator).toBe('ann');
    expect(text).not.toContain(linkOf('ann').slice(4, 20));
  });
});
