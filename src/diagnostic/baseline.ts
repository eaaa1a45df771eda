import { z } from 'zod';
import type { Diagnostic } from './diagnostic.ts';
import { fingerprint } from './fingerprint.ts';

const entrySchema = z.strictObject({
  rule: z.string(),
  file: z.string(),
  claim: z.union([z.string(), z.number()]).exactOptional(),
  pointer: z.string().exactOptional(),
  count: z.int().positive(),
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
});

/** A baseline file. */
export const baselineSchema = z.strictObject({ version: z.literal(1), findings: z.array(entrySchema) });

/** Findings that a dataset has when it takes up the tool: as many as `count` with one fingerprint. Only that and the count are compared. */
export type BaselineEntry = z.infer<typeof entrySchema>;

/** The path of a file, as findings name it, from the dataset folder: so that a baseline holds wherever the tool runs. */
type PathOf = (file: string) => string;

/** Findings as far as a baseline does not have them. */
export interface ComparedFindings {
  /** In their order; of several with one fingerprint the last ones. */
  readonly fresh: readonly Diagnostic[];
  /** Number of findings that the baseline has. */
  readonly known: number;
  /** Number of findings of the baseline that are not there. */
  readonly gone: number;
}

/** The text of a baseline: one entry a line, sorted. The same findings give the same bytes. */
export function printBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map(({ rule, file, claim, pointer, count, fingerprint: print }) => {
    const entry = {
      rule,
      file,
      ...(claim !== undefined && { claim }),
      ...(pointer !== undefined && { pointer }),
      count,
      fingerprint: print,
    };
    return { order: orderOf(entry), text: `    ${JSON.stringify(entry)}` };
  });
  lines.sort((a, b) => (a.order < b.order ? -1 : 1));
  const findings = lines.length === 0 ? '[]' : `[\n${lines.map(({ text }) => text).join(',\n')}\n  ]`;
  return `{\n  "version": 1,\n  "findings": ${findings}\n}\n`;
}

/** Findings as entries of a baseline, one for each fingerprint. */
export function baselineOf(diagnostics: Iterable<Diagnostic>, pathOf: PathOf): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const diagnostic of diagnostics) {
    const { place, print } = identify(diagnostic, pathOf);
    const { claimId: claim, pointer } = place;
    entries.set(print, {
      rule: diagnostic.ruleId,
      file: place.file,
      // A number that JSON cannot write is no id, and only its fingerprint counts.
      ...(claim !== undefined &&
        claim !== Number.POSITIVE_INFINITY &&
        claim !== Number.NEGATIVE_INFINITY && { claim }),
      ...(pointer !== undefined && { pointer }),
      count: (entries.get(print)?.count ?? 0) + 1,
      fingerprint: print,
    });
  }
  return [...entries.values()];
}

/** Both baselines as one, for a run that has not looked at everything: what it did not see may still be there. */
export function mergeBaselines(
  one: readonly BaselineEntry[],
  other: readonly BaselineEntry[],
): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const entry of [...one, ...other]) {
    const known = entries.get(entry.fingerprint);
    if (known === undefined || known.count < entry.count) entries.set(entry.fingerprint, entry);
  }
  return [...entries.values()];
}

/** Takes the findings out that a baseline has. */
export function compareWithBaseline(
  entries: readonly BaselineEntry[],
  diagnostics: readonly Diagnostic[],
  pathOf: PathOf,
): ComparedFindings {
  const left = new Map(mergeBaselines(entries, []).map(({ fingerprint: print, count }) => [print, count]));
  const fresh = diagnostics.filter((diagnostic) => {
    const { print } = identify(diagnostic, pathOf);
    const count = left.get(print) ?? 0;
    if (count > 0) left.set(print, count - 1);
    return count === 0;
  });
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  return { fresh, known: diagnostics.length - fresh.length, gone };
}

function identify(diagnostic: Diagnostic, pathOf: PathOf) {
  const place = { ...diagnostic.place, file: pathOf(diagnostic.place.file) };
  return { place, print: fingerprint({ ...diagnostic, place }) };
}

/** What entries are sorted by: no two have the same. */
function orderOf({ file, rule, claim, pointer, fingerprint: print }: BaselineEntry): string {
  return [file, rule, claim === undefined ? '' : JSON.stringify(claim), pointer ?? '', print].join('\u0000');
}
