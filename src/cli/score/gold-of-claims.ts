import type { Diagnostic, Place } from '../../diagnostic/diagnostic.ts';
import { openClaimVersion } from '../../io/claim-version.ts';
import type { ScoreRecord } from '../../score/line-record.ts';
import { lockName } from '../dataset/lock-name.ts';

/** Gold claims of a dataset folder, a build, or a file of any format that is read. */
export interface GoldOfClaims {
  /** The claims as records of claimset's own; all of them anew each time. */
  readonly records: () => Iterable<ScoreRecord>;
  /** What could not be read; known when all were read once. */
  readonly problems: readonly Diagnostic[];
}

/** @throws ToolError as `openClaimVersion` */
export async function openGoldOfClaims(
  path: string,
  {
    format,
    nameOf,
  }: {
    readonly format?: string | undefined;
    readonly nameOf: (path: string) => string;
  },
): Promise<GoldOfClaims> {
  const { claims, problems } = await openClaimVersion(path, { format, nameOf, lockName });
  const name = nameOf(path);
  return {
    problems,
    records: function* () {
      for (const { claim, split: own } of claims()) {
        const json = own === undefined || own === claim.split ? claim : { ...claim, split: own };
        yield { json, place: () => beginning(name, claim.id) };
      }
    },
  };
}

/** The place of a claim of which only the file is known. */
function beginning(file: string, claimId: string | number): Place {
  const start = { line: 1, column: 1, offset: 0 };
  return { file, span: { start: 0, end: 0 }, start, end: start, lineText: '', claimId };
}
