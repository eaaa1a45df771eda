import type { JSX } from 'preact';
import { type ApiError, tokenOfAddress } from '../store/api.ts';
import { unsentOfBrowser } from '../store/outbox.ts';
import { words } from '../words/words.ts';
import { ErrorState } from './error-state.tsx';
import { Loading } from './loading.tsx';

export interface StartStateProps {
  /** Why it is not known who works here; `undefined` while the server is asked. */
  readonly error: ApiError | undefined;
  readonly retry: () => void;
}

/** What shows before it is known who works here: the server is asked, does not answer, or does not know the link. */
export function StartState({ error, retry }: StartStateProps): JSX.Element {
  return <main>{error === undefined ? <Loading /> : <StartError error={error} retry={retry} />}</main>;
}

function StartError({ error, retry }: { readonly error: ApiError; readonly retry: () => void }): JSX.Element {
  const { failure } = words.shell;
  const kept = unsentOfBrowser();
  const keptText = kept > 0 && <p>{failure.kept(kept)}</p>;
  if (error.status === 401) {
    return (
      <ErrorState title={failure.linkTitle} retry={retry}>
        <p>{tokenOfAddress() === undefined ? failure.linkMissing : failure.linkWrong}</p>
        {keptText}
      </ErrorState>
    );
  }
  if (error.status === 0) {
    return (
      <ErrorState title={failure.unreachableTitle} retry={retry}>
        <p>{failure.unreachable}</p>
        {keptText}
      </ErrorState>
    );
  }
  return (
    <ErrorState title={failure.failedTitle} detail={`${error.code}: ${error.message}`} retry={retry}>
      {keptText}
    </ErrorState>
  );
}
