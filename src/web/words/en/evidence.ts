import type { EvidenceKind } from '../../../corpus/evidence-kind.ts';
import { letterOf } from '../../../text/letter-of.ts';

/** What an element is called without its article. Numbers are those of its id. */
function nameOfUnit(kind: EvidenceKind, numbers: readonly number[]): string {
  const [first = 0, second = 0, third = 0] = numbers;
  switch (kind) {
    case 'sentence':
      return `sentence ${first}`;
    case 'cell':
      return `row ${second}, column ${third} of table ${first}`;
    case 'header_cell':
      return `header in row ${second}, column ${third} of table ${first}`;
    case 'table_caption':
      return `caption of table ${first}`;
    case 'item':
      return `item ${second} of list ${first}`;
    case 'section':
      return `heading ${first}`;
    case 'title':
      return 'the title';
    default:
      return kind.startsWith('table') ? `table ${first}` : `list ${first}`;
  }
}

/** What the page says in English: evidence. */
export const evidenceWords = {
  heading: 'Evidence',
  unitName: nameOfUnit,
  ofArticle: (name: string, title: string) => `${name} of ${title}`,
  setName: (position: number) => `Set ${letterOf(position)}`,
  /** Said of a set by how many elements it has. */
  needed: (count: number) => (count === 1 ? 'enough alone' : `all ${count} are needed together`),
  anySet: 'Any one set is enough.',
  /** In place of it where the verdict is that there is not enough information. */
  notNeeded: 'looked at',
  active: 'active',
  empty: 'Choose sentences or cells',
  emptyWith: (key: string) => `with ${key} or a click.`,
  emptyInactive: 'Nothing chosen yet.',
  newSet: 'New set',
  newSetHint: 'Other evidence that is enough alone',
  deleteSet: (position: number) => `Delete set ${letterOf(position)}`,
  remove: (name: string, position: number) => `Remove ${name} from set ${letterOf(position)}`,
  show: (name: string) => `Show ${name} in its article`,
  move: (name: string) => `Move ${name} to another set`,
  moveTo: (position: number) => `To set ${letterOf(position)}`,
  moveToNew: 'To a new set',
  loading: 'Its article is being opened …',
  emptyText: '(empty)',
  consulted: 'Looked at',
  consultedHint: 'Kept with the answer; decides nothing.',
  removeConsulted: (name: string) => `Take ${name} back`,
  /** Told to screen readers as it happens. */
  added: (name: string, position: number) => `Added ${name} to set ${letterOf(position)}.`,
  addedMany: (count: number, position: number) => `Added ${count} elements to set ${letterOf(position)}.`,
  removed: (name: string, position: number) => `Removed ${name} from set ${letterOf(position)}.`,
  removedMany: (count: number, position: number) =>
    `Removed ${count} elements from set ${letterOf(position)}.`,
  moved: (name: string, from: number, to: number) =>
    `Moved ${name} from set ${letterOf(from)} to set ${letterOf(to)}.`,
  opened: (position: number) => `New set ${letterOf(position)}. It is active.`,
  deleted: (position: number) => `Deleted set ${letterOf(position)}. Undo brings it back.`,
  activated: (position: number) => `Set ${letterOf(position)} is active.`,
  lookedAt: (name: string) => `Noted that you looked at ${name}.`,
  notLookedAt: (name: string) => `Took back that you looked at ${name}.`,
  replaced: 'The evidence has changed.',
} as const;
