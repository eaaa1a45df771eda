import type { ReadonlySignal } from '@preact/signals';
import type { Draft, DraftAction } from '../../annotate/draft/draft.ts';

export interface EvidenceSetsProps {
  readonly draft: Draft;
  readonly act: (action: DraftAction) => void;
  /** Shows an element in its article. */
  readonly show: (id: string) => void;
  /** The text of an id, with what heads it besides the title; `undefined` while its article is not there. See `describeUnit`. */
  readonly describe: (
    id: string,
  ) => { readonly text: string; readonly context: readonly string[] } | undefined;
  /** The element of the article that keys act on: with it, keys that move, remove and note elements work. */
  readonly focused?: ReadonlySignal<string | undefined>;
  readonly isReadOnly?: boolean;
}
