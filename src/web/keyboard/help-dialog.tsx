import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { showKeys } from '../../annotate/keys/show-keys.ts';
import { Dialog } from '../shell/dialog.tsx';
import { words } from '../words/words.ts';
import { type ActionId, actionGroups, actionIds, actions } from './actions.ts';
import { KeyEditor } from './key-editor.tsx';
import { bindings, keySettings, resetKeys, switchSingleKeys } from './key-settings.ts';
import { isOnPage } from './listen.ts';
import { isMac, useKeys } from './use-keys.ts';
import './help-dialog.css';

/** What keys do on the page that is open; and all actions, to give them other keys. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const isChanging = useSignal(false);
  const { keys: says } = words.shell;
  const { hasSingleKeys } = keySettings.value;
  const [here] = useState(() => actionIds.filter(isOnPage));
  const shown = isChanging.value ? actionIds : here;
  return (
    <Dialog
      title={says.title}
      size="wide"
      onClose={onClose}
      footer={
        <>
          {isChanging.value && (
            <button type="button" onClick={resetKeys}>
              {says.reset}
            </button>
          )}
          <button
            type="button"
            aria-pressed={isChanging.value}
            onClick={() => {
              isChanging.value = !isChanging.value;
            }}
          >
            {isChanging.value ? says.doneChanging : says.change}
          </button>
        </>
      }
    >
      <HelpKeys onClose={onClose} />
      <label class="help-dialog-switch">
        <input
          type="checkbox"
          checked={hasSingleKeys}
          onChange={(event) => switchSingleKeys(event.currentTarget.checked)}
        />
        <span>
          {says.single}
          <small>{isMac ? says.singleNoteMac : says.singleNote}</small>
        </span>
      </label>
      <div class={isChanging.value ? 'help-dialog-groups help-dialog-changing' : 'help-dialog-groups'}>
        {groupsOf(shown).map((group) => (
          <section key={group} class="help-dialog-group">
            <h3>{says.groups[group]}</h3>
            <dl>
              {shown
                .filter((action) => actions[action].group === group)
                .map((action) => (
                  <div key={action} class="help-dialog-action">
                    <dt>{says.actions[action]}</dt>
                    <dd>
                      {isChanging.value ? <KeyEditor action={action} /> : <ShownKeys action={action} />}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      {!isChanging.value && <p class="help-dialog-note">{says.here}</p>}
    </Dialog>
  );
}

function groupsOf(shown: readonly ActionId[]): (typeof actionGroups)[number][] {
  return actionGroups.filter((group) => shown.some((action) => actions[action].group === group));
}

/** The key that opened the help closes it. It stands inside the dialog, where keys go. */
function HelpKeys({ onClose }: { readonly onClose: () => void }): null {
  useKeys({ help: onClose });
  return null;
}

function ShownKeys({ action }: { readonly action: ActionId }): JSX.Element {
  const { keys: says } = words.shell;
  const keys = bindings.value[action];
  if (keys.length === 0) return <span class="help-dialog-none">{says.none}</span>;
  return (
    <>
      {keys.map((text) => (
        <kbd key={text}>{showKeys(text, isMac)}</kbd>
      ))}
      {actions[action].takesDigit === true && <small>{says.thenDigit}</small>}
    </>
  );
}
