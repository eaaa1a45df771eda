import { join, resolve } from 'node:path';
import type { OpenClaim } from '../../claims/open-claim.ts';
import type { UnlabelledClaim } from '../../claims/unlabelled-claim.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import { EvidenceIndex } from '../../corpus/evidence-index.ts';
import { ToolError } from '../../errors.ts';
import { findReadableFormat } from '../../formats/index.ts';
import { DatasetClaims } from '../../io/claims/dataset-claims.ts';
import { isStream, kindOfPath, shownPath } from '../../io/files.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { openReadSource } from '../../io/open-read-source.ts';
import { countWords } from '../../reporters/count-words.ts';
import type { CommandIo } from '../command-io.ts';
import { ClaimsReader } from '../exchange/claims-reader.ts';
import { sniffFormat } from '../exchange/sniff-format.ts';
import { tellAboutReading } from '../exchange/told-about-reading.ts';

/** Claims that are read, and the texts that came with them. */
export interface FoundClaims {
  readonly name: string;
  readonly claims: readonly (OpenClaim | UnlabelledClaim)[];
  /** By evidence id; none where a file carries no texts. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The claims of the dataset folder, those without label too. Lines that are no claims are told on stderr. */
export async function claimsOfFolder(
  dataset: string | undefined,
  io: CommandIo,
): Promise<{ readonly all: FoundClaims; readonly find: DatasetClaims['find'] }> {
  const folder = findDatasetFolder(io.cwd, dataset);
  const path = join(folder, (await loadConfig(folder)).claims);
  const claims = DatasetClaims.open(path);
  if (claims.unreadable > 0)
    await io.stderr.write(
      `${countWords(claims.unreadable, 'line')} left out that ${claims.unreadable === 1 ? 'is no claim' : 'are no claims'}: see \`claimset validate\`\n`,
    );
  const all = {
    name: shownPath(path, io.cwd),
    claims: claims.all().map(({ record }) => record),
    texts: new Map(),
  };
  return { all, find: (id) => claims.find(id) };
}

/** The claims of a file in any format that is read; `undefined`, and what is wrong on stderr, where not all could be read. */
export async function claimsOfFile(
  name: string,
  from: string | undefined,
  io: CommandIo,
  evidence: Evidence = new EvidenceIndex([]),
): Promise<FoundClaims | undefined> {
  const path = name === '-' ? name : resolve(io.cwd, name);
  if (!isStream(path) && kindOfPath(path) !== 'file')
    throw new ToolError('FILE_NOT_FOUND', `There is no file "${name}". Check the path.`);
  const format = findReadableFormat(from ?? sniffFormat(name, path));
  const source = openReadSource(path, shownPath(path, io.cwd));
  const reader = new ClaimsReader(format, [source], { evidence, anyLabel: true });
  const claims = [...reader.read()];
  if (reader.diagnostics.length > 0) await tellAboutReading(reader, 1, io);
  if (reader.hasErrors) return undefined;
  return { name: shownPath(path, io.cwd), claims, texts: reader.carried.texts };
}
