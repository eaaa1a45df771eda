import { useEffect } from 'preact/hooks';
import { session } from '../store/session.ts';

/** Names the page in the title of the window, before the dataset's name. */
export function usePageTitle(title: string): void {
  const dataset = session.value?.dataset.title ?? 'claimset';
  useEffect(() => {
    document.title = `${title} · ${dataset}`;
  }, [title, dataset]);
}
