import { resolve } from 'node:path';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { EvidenceIndex } from '../../corpus/evidence-index.ts';
import { ToolError } from '../../errors.ts';
import { findReadableFormat } from '../../formats/index.ts';
import { isStream, kindOfPath, shownPath } from '../../io/files.ts';
import { openReadSource } from '../../io/open-read-source.ts';
import type { CommandIo } from '../command-io.ts';
import { ClaimsReader } from './claims-reader.ts';
import { sniffFormat } from './sniff-format.ts';
import { tellAboutReading } from './told-about-reading.ts';

/** The claims of a file. */
export interface ClaimsOfFile {
  /** As messages call it. */
  readonly name: string;
  readonly path: string;
  /** Id of the format that it was read as. */
  readonly format: string;
  readonly claims: readonly OpenClaim[];
  /** The texts that came with them, by evidence id; none where a file carries no texts. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * The claims of a file in any format that is read, whatever their labels; `undefined`, and what is wrong on stderr, where not all could be read.
 *
 * @param name as the user gave it; `-` for standard input
 * @param from id of the format; what the file looks like by default
 * @throws ToolError FILE_NOT_FOUND; UsageError where it looks like no format.
 */
export async function claimsOfFile(
  name: string,
  from: string | undefined,
  io: CommandIo,
): Promise<ClaimsOfFile | undefined> {
  const path = name === '-' ? name : resolve(io.cwd, name);
  if (!isStream(path) && kindOfPath(path) === undefined)
    throw new ToolError('FILE_NOT_FOUND', `There is no "${name}". Check the path.`);
  const format = findReadableFormat(from ?? sniffFormat(name, path));
  const shown = shownPath(path, io.cwd);
  const source = openReadSource(path, shown);
  const reader = new ClaimsReader(format, [source], { evidence: new EvidenceIndex([]), anyLabel: true });
  const claims = [...reader.read()];
  if (reader.diagnostics.length > 0) await tellAboutReading(reader, 1, io);
  if (reader.hasErrors) return undefined;
  return { name: shown, path, format: format.id, claims, texts: reader.carried.texts };
}
