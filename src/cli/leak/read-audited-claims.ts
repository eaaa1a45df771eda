import type { OpenClaim } from '../../claims/open-claim.ts';
import { CarriedEvidence } from '../../corpus/carried-evidence.ts';
import { EvidenceIndex } from '../../corpus/evidence-index.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { ToolError } from '../../errors.ts';
import { readableFormats } from '../../formats/index.ts';
import { readFormat } from '../../formats/read-format.ts';
import { findClaimFiles } from '../../io/claim-files.ts';
import { openReadSource } from '../../io/open-read-source.ts';
import { formatNumber } from '../../reporters/count-words.ts';
import type { AuditedClaim } from '../../stats/leak-audit/audited-claim.ts';
import type { CommandIo } from '../command-io.ts';
import { lockName } from '../dataset/lock-name.ts';
import { createProgress } from '../progress.ts';
import { countedSource } from './counted-source.ts';
import type { LeakSource } from './leak-sources.ts';

/** What the formats call texts that have no title. */
export const madeTitles: ReadonlySet<string> = new Set(
  readableFormats.flatMap(({ madeTitle }) => madeTitle ?? []),
);

/** Claims to be audited. */
export interface ReadClaims {
  readonly claims: readonly AuditedClaim[];
  readonly files: readonly string[];
  /** What could not be read. */
  readonly problems: readonly Diagnostic[];
}

interface ReadRequest {
  /** The format of all files; recognised by default. */
  readonly format: string | undefined;
  /** Whether the same claim with other evidence is another question; by default where the format is one of pairs. */
  readonly isPair: boolean | undefined;
  /** What findings call a file. */
  readonly nameOf: (path: string) => string;
}

/**
 * The claims of all sources, in their order. Texts that files carry have the same ids in all files where they are the same, so that
 * shared evidence is told by the text where the format has no ids.
 *
 * @throws ToolError NO_CLAIMS where a source has none, though nothing is wrong with it: a split that is empty by mistake shares nothing
 * @throws ToolError and UsageError as `findClaimFiles`
 */
export async function readAuditedClaims(
  sources: readonly LeakSource[],
  { format: asked, isPair, nameOf }: ReadRequest,
  io: CommandIo,
): Promise<ReadClaims> {
  const claims: AuditedClaim[] = [];
  const problems: Diagnostic[] = [];
  const read: string[] = [];
  const evidence = new CarriedEvidence(new EvidenceIndex([]));
  const progress = createProgress(io);
  // An id that a thousand claims cite is held once.
  const known = new Map<string, string>();
  const once = (id: string): string => {
    const same = known.get(id);
    if (same === undefined) known.set(id, id);
    return same ?? id;
  };
  for (const { path: root, split: given } of sources) {
    const before = claims.length + problems.length;
    const { files, lock } = await findClaimFiles(root, { format: asked, nameOf, lockName });
    for (const { path, format, split: ofFile } of files) {
      read.push(path);
      const file = nameOf(path);
      const { source, line } = countedSource(openReadSource(path, file));
      const first = claims.length;
      for (const { claim, text, diagnostic } of readFormat(format, source, { evidence, anyLabel: true })) {
        if (text !== undefined) evidence.add(text.id, text.text);
        if (diagnostic !== undefined) problems.push(diagnostic);
        if (claim === undefined) continue;
        claims.push({
          ...essenceOf(claim, once),
          split: given ?? ofFile ?? lock?.get(claim.id) ?? claim.split,
          file,
          line: line(),
          record: claims.length - first + 1,
          isPair: isPair ?? format.isPair === true,
        });
        await progress.tick(() => `read ${formatNumber(claims.length)} claims`);
      }
      if (!isByLine(claims, first))
        for (let at = first; at < claims.length; at++)
          claims[at] = { ...(claims[at] as AuditedClaim), line: null };
    }
    if (claims.length + problems.length === before) {
      throw new ToolError(
        'NO_CLAIMS',
        `There are no claims to audit in "${nameOf(root)}". Name another file or folder.`,
      );
    }
  }
  await progress.done();
  return { claims: withNames(claims, sources), files: read, problems };
}

/** Whether each claim from a position on stands on a line of its own: in a JSON list several stand on one, or all were read at once. */
function isByLine(claims: readonly AuditedClaim[], from: number): boolean {
  let last = 0;
  for (let at = from; at < claims.length; at++) {
    const line = claims[at]?.line ?? 0;
    if (line <= last) return false;
    last = line;
  }
  return true;
}

/** What an audit looks at, without the rest of a record. */
function essenceOf(
  { id, claim, label, source, evidence }: OpenClaim,
  once: (id: string) => string,
): Pick<OpenClaim, 'id' | 'claim' | 'label' | 'source' | 'evidence'> {
  return {
    id,
    claim,
    evidence: evidence.map((set) => set.map(once)),
    ...(label !== undefined && { label: once(label) }),
    ...(source !== undefined && { source: once(source) }),
  };
}

/** Claims of one source that tells no splits at all are one split, called by the name of the source. */
function withNames(claims: AuditedClaim[], sources: readonly LeakSource[]): readonly AuditedClaim[] {
  const [source] = sources;
  if (sources.length > 1 || source === undefined || claims.some(({ split }) => split !== undefined))
    return claims;
  return claims.map((claim) => ({ ...claim, split: source.name }));
}
