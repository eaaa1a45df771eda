import type { JSX } from 'preact';
import { words } from '../words/words.ts';
import { appearance, changeAppearance, textSizes, themes } from './appearance.ts';
import { Choice } from './choice.tsx';
import { Dialog } from './dialog.tsx';

/** Colours and size of the text. */
export function AppearanceDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { theme, size } = appearance.value;
  const { appearance: says } = words.shell;
  return (
    <Dialog title={says.open} size="small" onClose={onClose}>
      <Choice
        title={says.theme}
        values={themes}
        names={says.themes}
        chosen={theme}
        onChoose={(chosen) => changeAppearance({ theme: chosen })}
      />
      <Choice
        title={says.size}
        values={textSizes}
        names={says.sizes}
        chosen={size}
        onChoose={(chosen) => changeAppearance({ size: chosen })}
      />
    </Dialog>
  );
}
