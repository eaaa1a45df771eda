import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { OpenClaim } from '../../../src/claims/open-claim.ts';
import type { FormatContext, ReadResult } from '../../../src/formats/format.ts';
import { findReadableFormat, findWritableFormat } from '../../../src/formats/index.ts';
import { context } from '../example-claims.ts';

/** The files stay outside the project, because their licences are not its own. */
const data = path.resolve(import.meta.dirname, '../../../../shared/data');

/** A test of a published file, skipped where the files are not there. */
export function testData(name: string, file: string, run: (text: string) => void): void {
  const full = path.join(data, file);
  test.skipIf(!existsSync(full))(`${name} (skipped where ../shared/data is absent)`, () => {
    run(readFileSync(full, 'utf8'));
  });
}

/** All that reading gives. */
export function resultsOf(id: string, text: string, more: Partial<FormatContext> = {}): ReadResult[] {
  return [...findReadableFormat(id).read({ file: 'x', text }, { ...context, ...more })];
}

/** The claims of a text that has nothing wrong. */
export function claimsOf(id: string, text: string, more: Partial<FormatContext> = {}): OpenClaim[] {
  return resultsOf(id, text, more).flatMap(({ claim, diagnostic }) => {
    expect(diagnostic).toBeUndefined();
    return claim ?? [];
  });
}

/** The texts that a file carries, by id. */
export function textsOf(id: string, text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    resultsOf(id, text).flatMap(({ text: carried }) =>
      carried === undefined ? [] : [[carried.id, carried.text]],
    ),
  );
}

export function written(id: string, claims: Iterable<OpenClaim>): string {
  return [...findWritableFormat(id).write(claims, context)].join('');
}

/** The records of JSON Lines. */
export function parseLines(text: string): unknown[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}
