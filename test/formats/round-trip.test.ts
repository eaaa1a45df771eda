import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OpenClaim, openClaimSchema } from '../../src/claims/open-claim.ts';
import { UsageError } from '../../src/errors.ts';
import { jsonl } from '../../src/formats/datasets/jsonl.ts';
import {
  type Format,
  type FormatContext,
  isReadable,
  isWritable,
  type ReadableFormat,
  type WritableFormat,
} from '../../src/formats/format.ts';
import { findFormat, formats } from '../../src/formats/index.ts';
import { applyLosses } from '../../src/formats/loss.ts';
import { anyCharacter } from '../any-character.ts';
import { runs } from '../runs.ts';
import { arbitraryClaims, comparable, exampleClaims, context as plainContext } from './example-claims.ts';

const fixtures = path.resolve(import.meta.dirname, 'fixtures');

/** Labels of other datasets are kept, as on the way from one to another. */
const context: FormatContext = { ...plainContext, anyLabel: true };

type WholeFormat = ReadableFormat & WritableFormat;

const wholeFormats = formats.filter(
  (format): format is WholeFormat => isReadable(format) && isWritable(format),
);

function write(format: WritableFormat, claims: Iterable<OpenClaim>): string {
  return [...format.write(claims, context)].join('');
}

function read(format: ReadableFormat, text: string): OpenClaim[] {
  return [...format.read({ file: 'x', text }, context)].flatMap(({ claim, diagnostic, text: carried }) => {
    expect(diagnostic).toBeUndefined();
    // The text that a file carries is the one that the corpus has.
    if (carried !== undefined) expect(carried.text).toBe(context.evidence.text(carried.id));
    return claim ?? [];
  });
}

/** What the declared losses leave of the claims. */
function keep(format: Format, claims: readonly OpenClaim[]): OpenClaim[] {
  return claims.flatMap((claim) => applyLosses(format.losses, claim, context).claim ?? []);
}

describe('registry', () => {
  test('is sorted, and each format stands in the file of its name', () => {
    const ids = formats.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    const folder = path.resolve(import.meta.dirname, '../../src/formats');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        /^(?:datasets|models|tables|tools)\/[^/]+\.ts$/.test(file) &&
        /^export const \w+: (?:Format|(?:Readable|Writable)Format(?: & WritableFormat)?) = /m.test(
          readFileSync(path.join(folder, file), 'utf8'),
        ),
    );
    expect(files.map((file) => path.basename(file, '.ts')).sort()).toEqual(ids);
    expect(ids.map(findFormat)).toEqual(formats);
  });

  test.each([['feverus', 'There is no format "feverus". Did you mean "feverous"?']])(
    'an unknown format %s is a wrong use',
    (id, message) => {
      expect(() => findFormat(id)).toThrow(new UsageError(message));
    },
  );

  test('the examples are claims', () => {
    for (const claim of exampleClaims) expect(openClaimSchema.safeParse(claim).error).toBeUndefined();
  });
});

describe.each(wholeFormats)('$id', (format) => {
  test('reading what was written gives the claims without the declared losses, in order', () => {
    for (const claim of exampleClaims) {
      expect(read(format, write(format, [claim])).map(comparable)).toEqual(
        keep(format, [claim]).map(comparable),
      );
    }
    expect(read(format, write(format, exampleClaims)).map(comparable)).toEqual(
      keep(format, exampleClaims).map(comparable),
    );
  });

  test('the same holds for any claims', () => {
    fc.assert(
      fc.property(arbitraryClaims, (claims) => {
        expect(read(format, write(format, claims)).map(comparable)).toEqual(
          keep(format, claims).map(comparable),
        );
      }),
      { numRuns: runs(500) },
    );
  });

  test('writing what was read gives the same bytes', () => {
    fc.assert(
      fc.property(arbitraryClaims, (claims) => {
        const text = write(format, claims);
        expect(write(format, read(format, text))).toBe(text);
        expect(write(format, claims)).toBe(text);
        expect(text).toMatch(/^$|\n$/);
      }),
      { numRuns: runs(100) },
    );
  });

  test('each loss happens, and what it does not affect it leaves as it is', () => {
    const met = new Set(
      exampleClaims.flatMap((claim) => applyLosses(format.losses, claim, context).losses.map(({ id }) => id)),
    );
    expect([...met].sort()).toEqual(format.losses.map(({ id }) => id).sort());
    const check = (claims: readonly OpenClaim[]): void => {
      for (const claim of claims) {
        for (const { affects, forget } of format.losses) {
          const kept = forget(claim, context);
          const changed = kept === undefined || comparable(kept) !== comparable(claim);
          expect(affects(claim, context)).toBe(changed);
          if (kept !== undefined) expect(affects(kept, context)).toBe(false);
        }
      }
    };
    check(exampleClaims);
    fc.assert(fc.property(arbitraryClaims, check), { numRuns: runs(500) });
  });

  test('its files are recognised, and no other format takes them for its own', () => {
    const text = write(format, exampleClaims);
    for (const head of [text, `\uFEFF${text}`]) {
      expect(formats.filter(({ sniff }) => sniff(head)).map(({ id }) => id)).toEqual([format.id]);
    }
  });

  test('any text is read without an exception', () => {
    fc.assert(
      fc.property(
        arbitraryClaims,
        fc.nat(),
        fc.string({ unit: anyCharacter, maxLength: 3 }),
        (claims, at, put) => {
          const text = write(format, claims);
          const from = at % (text.length + 1);
          const broken = text.slice(0, from) + put + text.slice(from + put.length);
          for (const { claim, diagnostic } of format.read({ file: 'x', text: broken }, context)) {
            if (claim !== undefined) expect(openClaimSchema.safeParse(claim).success).toBe(true);
            if (diagnostic === undefined) continue;
            const { span, start, lineText } = diagnostic.place;
            expect(span.start).toBe(start.offset);
            expect(span.end).toBeLessThanOrEqual(broken.length);
            expect(lineText.length).toBeGreaterThanOrEqual(start.column - 1);
          }
        },
      ),
      { numRuns: runs(500) },
    );
  });

  test('the golden pair', async () => {
    const folder = path.join(fixtures, format.id);
    const claims = read(jsonl, readFileSync(path.join(folder, 'claims.jsonl'), 'utf8'));
    const text = write(format, claims);
    await expect(text).toMatchFileSnapshot(path.join(folder, `expected.${format.extensions[0]}`));
  });
});

const data = path.resolve(import.meta.dirname, '../../../shared/data');

// The files stay outside the project, because their licences are not its own.
describe.each([
  ['fever', 'fever/dev_first5000.jsonl', 5000, 0],
  ['feverous', 'feverous/feverous_train_first10.jsonl', 10, 1],
] as const)('real %s data', (id, name, count, schemaLines) => {
  const file = path.join(data, name);
  test.skipIf(!existsSync(file))(
    `all ${count} records are read and written back equal (skipped where ../shared/data is absent)`,
    () => {
      const format = findFormat(id) as WholeFormat;
      const text = readFileSync(file, 'utf8');
      const parseLines = (lines: string) =>
        lines
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as object);
      const claims = read(format, text);
      expect(claims).toHaveLength(count);
      expect(parseLines(write(format, claims)).slice(schemaLines)).toEqual(parseLines(text));
      // And nothing of them is lost on the way through claimset's own format.
      expect(write(format, read(jsonl, write(jsonl, claims)))).toBe(write(format, claims));
    },
  );
});
