import { join } from 'node:path';
import type { OpenClaim } from '../../claims/open-claim.ts';
import type { UnlabelledClaim } from '../../claims/unlabelled-claim.ts';
import { DatasetClaims } from '../../io/claims/dataset-claims.ts';
import { shownPath } from '../../io/files.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { countWords } from '../../reporters/count-words.ts';
import type { CommandIo } from '../command-io.ts';

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
