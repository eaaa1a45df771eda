import { type Role, roles } from '../../annotate/api/session.ts';

/** Somebody who works on the dataset. */
export interface Person {
  /** Pseudonym: the name of the journal. */
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Who works on a dataset while a server runs. */
export interface People {
  /** By name. */
  readonly all: ReadonlyMap<string, Person>;
  /** Whether several work, blind to one another. */
  readonly isShared: boolean;
}

/** Names of those who label claims. */
export function annotatorNames({ all }: People): string[] {
  return [...all.values()].flatMap(({ name, roles }) => (roles.includes('label') ? [name] : []));
}

/** One person who does everything. */
export function soloPeople(name: string): People {
  return { all: new Map([[name, { name, roles }]]), isShared: false };
}

/** Annotators label and write; leads write, decide and see the progress, and label only where they are annotators too. */
export function sharedPeople(annotators: readonly string[], leads: readonly string[]): People {
  const all = new Map<string, Person>();
  for (const name of annotators) all.set(name, { name, roles: ['label', 'write'] });
  for (const name of leads)
    all.set(name, { name, roles: all.has(name) ? roles : roles.filter((role) => role !== 'label') });
  return { all, isShared: true };
}
