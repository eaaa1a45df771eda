import type { DraftChange } from '../../annotate/evidence/draft-change.ts';
import { words } from '../words/words.ts';
import { nameOf } from './name-of.ts';

/** What a screen reader says of a change. */
export function tellChange(change: DraftChange): string {
  const { evidence } = words;
  switch (change.type) {
    case 'added':
    case 'removed': {
      const { ids, set, type } = change;
      const [id] = ids;
      if (id !== undefined && ids.length === 1) return evidence[type](nameOf(id), set);
      return type === 'added' ? evidence.addedMany(ids.length, set) : evidence.removedMany(ids.length, set);
    }
    case 'moved':
      return evidence.moved(nameOf(change.id), change.from, change.to);
    case 'new-set':
      return evidence.opened(change.set);
    case 'deleted-set':
      return evidence.deleted(change.set);
    case 'activated':
      return evidence.activated(change.set);
    case 'consulted':
      return evidence.lookedAt(nameOf(change.id));
    case 'not-consulted':
      return evidence.notLookedAt(nameOf(change.id));
    case 'replaced':
      return evidence.replaced;
  }
}
