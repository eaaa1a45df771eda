import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type SaveState, saveStateOf } from '../../annotate/outbox/save-state.ts';
import { connection } from '../store/connection.ts';
import { keeping } from '../store/keeps.ts';
import { problem, refused, savedAt, sendNow, unsent } from '../store/outbox.ts';
import { words } from '../words/words.ts';
import { Dialog } from './dialog.tsx';
import { RefusalList } from './refusal-list.tsx';
import './save-status.css';

/** A sign of its own for each state: colour is never the only one. */
const signs: Readonly<Record<SaveState['kind'], string>> = {
  refused: '✕',
  link: '✕',
  disk: '▲',
  server: '▲',
  offline: '▲',
  sending: '○',
  saved: '●',
  ready: '○',
};

/** How the work of the page stands: saved, being sent, waiting for the server, not accepted. A press tells more. */
export function SaveStatus(): JSX.Element {
  const isOpen = useSignal(false);
  const state = saveStateOf({
    unsent: unsent.value,
    refused: refused.value.length,
    problem: problem.value,
    isOnline: connection.value === 'online',
    savedAt: savedAt.value,
  });
  const isPageOnly = keeping.value === 'page';
  const isUnsafe = isPageOnly && unsent.value > 0;
  return (
    <>
      <button
        type="button"
        class={`quiet save-status save-status-${state.kind}`}
        title={textOf(state)}
        onClick={() => {
          isOpen.value = true;
        }}
      >
        <span class="save-status-sign" aria-hidden="true">
          {signs[state.kind]}
        </span>
        <span class="save-status-text">
          {textOf(state)}
          {isUnsafe && `, ${words.shell.saveState.pageOnly}`}
        </span>
      </button>
      <span class="visually-hidden" role="status">
        {aloud(state)}
      </span>
      {isOpen.value && (
        <SaveDialog
          state={state}
          isPageOnly={isPageOnly}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      )}
    </>
  );
}

interface SaveDialogProps {
  readonly state: SaveState;
  readonly isPageOnly: boolean;
  readonly onClose: () => void;
}

function SaveDialog({ state, isPageOnly, onClose }: SaveDialogProps): JSX.Element {
  const { saveState, saveHelp } = words.shell;
  return (
    <Dialog title={saveState.title} onClose={onClose}>
      <div class="save-status-help">
        <p class="save-status-line">{textOf(state)}</p>
        <p>{saveHelp[state.kind]}</p>
        {isPageOnly && <p>{saveHelp.pageOnly}</p>}
        {unsent.value > 0 && (
          <>
            <p>{saveHelp.counts(unsent.value)}</p>
            <p>
              <button type="button" onClick={sendNow}>
                {saveHelp.now}
              </button>
            </p>
          </>
        )}
      </div>
      <RefusalList refusals={refused.value} />
    </Dialog>
  );
}

function textOf(state: SaveState): string {
  const { saveState } = words.shell;
  switch (state.kind) {
    case 'refused':
      return saveState.refused(state.count);
    case 'saved':
      return saveState.saved(new Date(state.at).toLocaleTimeString('en-GB'));
    case 'sending':
    case 'ready':
      return saveState[state.kind];
    default:
      return saveState[state.kind](state.unsent);
  }
}

/** What screen readers say: each kind of state once, not each second of it. */
function aloud(state: SaveState): string {
  if (state.kind === 'saved') return words.shell.saveState.savedAloud;
  return state.kind === 'ready' || state.kind === 'sending' ? '' : textOf(state);
}
