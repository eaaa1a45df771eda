import type { JSX } from 'preact';

export function AdjudicatePage(): JSX.Element {
  return <main />;
}
