import type { Claim } from '../../../src/claims/claim.ts';
import { type Config, configSchema } from '../../../src/claims/config.ts';
import { isLabelled, type OpenClaim } from '../../../src/claims/open-claim.ts';
import type { SplitDataset } from '../../../src/formats/folder-format.ts';
import { exampleClaims } from '../example-claims.ts';

/** A configuration that says all that a description can say. */
export const fullConfig: Config = configSchema.parse({
  name: 'cafe',
  title: 'Cafés: "yes" & no',
  description: 'Claims about one café.',
  version: '1.2.3',
  language: 'no',
  license: 'CC-BY-SA-3.0',
  attribution: 'The guests.',
  creator: 'Tea and Sons {Ltd}',
  url: 'https://example.org/cafe',
  published: '2026-01-31',
});

/** Of claims with one id the first, and no labels but the three: as in a dataset without errors. */
function soundClaims(claims: readonly OpenClaim[]): Claim[] {
  const seen = new Set<string>();
  return claims.filter(isLabelled).filter(({ id }) => {
    const key = JSON.stringify(id);
    return !seen.has(key) && seen.add(key);
  });
}

/** Every third claim is in `dev`. */
export function datasetOf(claims: readonly OpenClaim[], config = fullConfig): SplitDataset {
  const sound = soundClaims(claims);
  return {
    config,
    splits: new Map([
      ['train', sound.filter((_, at) => at % 3 < 2)],
      ['dev', sound.filter((_, at) => at % 3 === 2)],
    ]),
  };
}

export const exampleDataset = datasetOf(exampleClaims);
