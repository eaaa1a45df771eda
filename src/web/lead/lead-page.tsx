import type { JSX } from 'preact';

export function LeadPage(): JSX.Element {
  return <main />;
}
