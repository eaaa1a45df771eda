import { useEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '../../annotate/draft/draft.ts';
import { changeOf } from '../../annotate/evidence/draft-change.ts';
import { tellChange } from './tell-change.ts';

/** What last happened to the sets, in words; empty at first. */
export function useChanges(draft: Draft): string {
  const before = useRef(draft);
  const [said, say] = useState('');
  useEffect(() => {
    const change = changeOf(before.current, draft);
    before.current = draft;
    if (change === undefined) return;
    const words = tellChange(change);
    // The same words once more are only told where they differ.
    say((last) => (last === words ? `${words}\u00a0` : words));
  }, [draft]);
  return said;
}
