import { useKeys } from '../keyboard/use-keys.ts';

/** The key that submits a claim submits a dialog too. It stands inside the dialog, where keys go. */
export function SubmitKey({ onSubmit }: { readonly onSubmit: () => void }): null {
  useKeys({ submit: onSubmit });
  return null;
}
