import type { JSX } from 'preact';
import { AdjudicatePage } from './adjudicate/adjudicate-page.tsx';
import { HistoryPage } from './history/history-page.tsx';
import { LabelPage } from './label/label-page.tsx';
import { LeadPage } from './lead/lead-page.tsx';
import { route } from './shell/route.ts';
import { WritePage } from './write/write-page.tsx';

const pages = {
  label: LabelPage,
  write: WritePage,
  adjudicate: AdjudicatePage,
  lead: LeadPage,
  history: HistoryPage,
};

/** The page that the address names, below the bar. */
export function App(): JSX.Element {
  const Page = pages[route.value.page];
  return <Page />;
}
