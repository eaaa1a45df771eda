import { EvidenceIndex } from '../corpus/evidence-index.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { readFormat } from '../formats/read-format.ts';
import type { PlacedClaim } from '../stats/claim-change.ts';
import type { ClaimVersion } from '../stats/diff-claims.ts';
import { findClaimFiles, type VersionRequest } from './claim-files.ts';
import { openReadSource } from './open-read-source.ts';

/** A version of a dataset on the disk. */
export interface OpenedVersion {
  /** Of the data: MAJOR.MINOR.PATCH; `undefined` where nothing says. */
  readonly version: string | undefined;
  readonly claims: ClaimVersion;
  /** What could not be read; known when all claims were read once. */
  readonly problems: readonly Diagnostic[];
}

/** The version that a path holds, see {@link findClaimFiles}, which also says what is thrown. */
export async function openClaimVersion(path: string, request: VersionRequest): Promise<OpenedVersion> {
  const { files, version, lock } = await findClaimFiles(path, request);
  const problems: Diagnostic[] = [];
  let isKnown = false;
  const context = { evidence: new EvidenceIndex([]), anyLabel: true };
  const claims = function* (): Generator<PlacedClaim> {
    for (const { path, format, split } of files) {
      const source = openReadSource(path, request.nameOf(path));
      for (const { claim, diagnostic } of readFormat(format, source, context)) {
        if (claim !== undefined) yield { claim, split: split ?? lock?.get(claim.id) ?? claim.split };
        else if (diagnostic !== undefined && !isKnown) problems.push(diagnostic);
      }
    }
    isKnown = true;
  };
  return { version, claims, problems };
}
