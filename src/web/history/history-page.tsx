import type { JSX } from 'preact';

export function HistoryPage(): JSX.Element {
  return <main />;
}
