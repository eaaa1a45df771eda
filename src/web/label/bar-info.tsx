import { useEffect } from 'preact/hooks';
import { barInfo } from '../shell/bar-info.ts';
import { words } from '../words/words.ts';
import type { Workspace } from './workspace.ts';

/** Tells the bar how far the work is, and how long the claim took. By itself, for it changes every second. */
export function BarInfo({ desk }: { readonly desk: Workspace }): null {
  const { counts, current } = desk.state.value;
  const active = Math.floor(desk.clock.time.value.active / 1000);
  const text = [
    ...(counts === undefined ? [] : [words.label.counts(counts.done, counts.total, counts.today)]),
    ...(current === undefined ? [] : [words.label.active(active)]),
  ].join(' · ');
  useEffect(() => {
    barInfo.value = text;
  }, [text]);
  useEffect(
    () => () => {
      barInfo.value = '';
    },
    [],
  );
  return null;
}
