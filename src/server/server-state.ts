import type { People } from './people/person.ts';
import type { CorpusSearch } from './search/corpus-search.ts';
import type { Queue } from './state/queue.ts';
import type { Workspace } from './state/workspace.ts';

/** All that requests are answered from. */
export interface ServerState {
  readonly workspace: Workspace;
  readonly people: People;
  readonly queue: Queue;
  readonly search: CorpusSearch;
  /** Of the folder, 16 hexadecimal digits. */
  readonly key: string;
  /** Ids that were given to writers and may not stand anywhere yet. */
  readonly givenIds: Set<string>;
  /** Told how many events were written. */
  readonly noteWritten: (count: number) => void;
  readonly now: () => Date;
}
