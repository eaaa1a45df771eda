import type { JSX } from 'preact';

export function LabelPage(): JSX.Element {
  return <main />;
}
