import { basename, join } from 'node:path';
import { defaultConfig } from '../../claims/default-config.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { openClaimVersion } from '../../io/claim-version.ts';
import { kindOfPath, shownPath } from '../../io/files.ts';
import { configName } from '../../io/load-config.ts';
import type { ReportInput } from '../../report/report-input.ts';
import type { CommandIo } from '../command-io.ts';
import { splitsOf } from '../dataset/checked-against.ts';
import { isDatasetFolder } from '../dataset/is-dataset-folder.ts';
import { loadDataset } from '../dataset/load-dataset.ts';
import { lockName } from '../dataset/lock-name.ts';
import { readAnnotations } from '../dataset/read-annotations.ts';
import { groupLookupOf } from '../splits/group-lookup.ts';

/** What a report is made of, as far as a path has it. */
export interface OpenedInput {
  readonly input: Omit<ReportInput, 'resampling' | 'scores'>;
  /** Errors of form and of references: claims that have one are not in the input. */
  readonly problems: readonly Diagnostic[];
}

/**
 * A dataset folder, or claims as `openClaimVersion` opens them.
 *
 * @throws ToolError as `loadDataset` and `openClaimVersion`
 */
export async function openReportInput(
  path: string,
  format: string | undefined,
  io: CommandIo,
): Promise<OpenedInput> {
  return format === undefined && isDatasetFolder(path) ? openFolder(path, io) : openClaims(path, format, io);
}

/** Claims with an error up to this level are left out; those above are about what claims say. */
const lastLevelOfForm = 3;

async function openFolder(path: string, io: CommandIo): Promise<OpenedInput> {
  const dataset = await loadDataset({ dataset: path }, io);
  const { config, corpus, claims, diagnostics } = dataset;
  const isConfigured = kindOfPath(join(path, configName)) === 'file';
  const lock = await splitsOf(dataset.folder);
  const problems = diagnostics.filter(
    ({ severity, level }) => severity === 'error' && level <= lastLevelOfForm,
  );
  const claimFiles = new Set(
    dataset.files.filter(({ kind }) => kind === 'claim').map((file) => shownPath(file.path, io.cwd)),
  );
  return {
    input: {
      title: isConfigured ? config.title : basename(path),
      description: config.description,
      version: isConfigured ? config.version : null,
      claims: claims.map((claim) => ({ claim, split: lock?.get(claim.id) ?? claim.split })),
      leftOut: countDistinct(
        problems
          .filter(({ place }) => claimFiles.has(place.file))
          .map(({ place }) => [place.file, place.start.line]),
      ),
      articles: corpus.evidence.articles,
      annotations: [...readAnnotations(dataset, io)],
      lookup: groupLookupOf(dataset, config.split.groupBy, io),
      config,
      isConfigured,
    },
    problems,
  };
}

async function openClaims(path: string, format: string | undefined, io: CommandIo): Promise<OpenedInput> {
  const { claims, version, problems } = await openClaimVersion(path, {
    format,
    nameOf: (file) => shownPath(file, io.cwd),
    lockName,
  });
  const read = [...claims()];
  const errors = problems.filter(({ severity }) => severity === 'error');
  return {
    input: {
      title: basename(path),
      description: '',
      version: version ?? null,
      claims: read,
      // Several claims may stand in one line of JSON.
      leftOut: countDistinct(
        errors.map(({ place: { file, start, span, claimId } }) => [file, start.line, claimId ?? span.start]),
      ),
      articles: [],
      annotations: [],
      config: defaultConfig,
      isConfigured: false,
    },
    problems: errors,
  };
}

function countDistinct(keys: readonly (readonly (string | number)[])[]): number {
  return new Set(keys.map((key) => JSON.stringify(key))).size;
}
