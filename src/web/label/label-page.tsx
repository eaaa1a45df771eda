import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../../annotate/api/session.ts';
import { Loading } from '../shell/loading.tsx';
import { addressOf, route } from '../shell/route.ts';
import { session } from '../store/session.ts';
import { words } from '../words/words.ts';
import { ClaimDesk } from './claim-desk.tsx';
import { useDoneToast } from './done-toast.ts';
import { NoClaim } from './no-claim.tsx';
import { openWorkspace, type Workspace } from './workspace.ts';

/** Claims, one after another, each with its articles and its answer. */
export function LabelPage(): JSX.Element {
  const found = session.value;
  const { claim } = route.value;
  if (found === undefined) {
    return (
      <main>
        <Loading />
      </main>
    );
  }
  return <LabelSession key={claim ?? ''} session={found} claim={claim} />;
}

interface LabelSessionProps {
  readonly session: Session;
  readonly claim: string | undefined;
}

function LabelSession({ session: found, claim }: LabelSessionProps): JSX.Element {
  const [desk, setDesk] = useState<Workspace | undefined>(undefined);
  useEffect(() => {
    const opened = openWorkspace(found, claim);
    setDesk(opened);
    return opened.dispose;
  }, [found, claim]);
  const state = desk?.state.value;
  useDoneToast(desk);
  const hasCome = state?.current !== undefined;
  useEffect(() => {
    // A reload then goes on where it was, and not with the claim that was once asked for.
    if (hasCome && claim !== undefined) history.replaceState(null, '', addressOf('label'));
  }, [hasCome, claim]);

  if (desk === undefined || state === undefined || (state.view.is === 'loading' && state.back.length === 0)) {
    return (
      <main>
        <Loading text={words.label.loading} />
      </main>
    );
  }
  const { is } = state.view;
  if (is === 'empty' || is === 'unreachable' || is === 'refused') return <NoClaim desk={desk} />;
  return <ClaimDesk desk={desk} />;
}
