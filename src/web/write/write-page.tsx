import type { JSX } from 'preact';

export function WritePage(): JSX.Element {
  return <main />;
}
