import type { JSX } from 'preact';
import type { Draft, DraftAction } from '../../annotate/draft/draft.ts';

export interface EvidenceSetsProps {
  readonly draft: Draft;
  readonly act: (action: DraftAction) => void;
  /** Shows an element in its article. */
  readonly show: (id: string) => void;
  /** The text of an id, with what heads it; `undefined` while its article is not there. */
  readonly describe: (
    id: string,
  ) => { readonly text: string; readonly context: readonly string[] } | undefined;
  readonly isReadOnly?: boolean;
}

/** The evidence sets of a draft in words: one set is AND, several are OR. */
export function EvidenceSets(_props: EvidenceSetsProps): JSX.Element {
  return <div />;
}
