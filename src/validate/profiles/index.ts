import { fever } from './fever.ts';
import { feverous } from './feverous.ts';
import type { Profile } from './profile.ts';
import { recommended } from './recommended.ts';
import { strict } from './strict.ts';

/** All profiles, sorted by id. */
export const profiles: readonly Profile[] = [fever, feverous, recommended, strict];

/** The profile of an id; `undefined` where none has it. */
export function findProfile(id: string): Profile | undefined {
  return profiles.find((profile) => profile.id === id);
}
