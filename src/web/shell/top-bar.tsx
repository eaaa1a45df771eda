import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Session } from '../../annotate/api/session.ts';
import { showGuidelines } from '../guidelines/guidelines.ts';
import { openHelp } from '../keyboard/help.ts';
import { shownKeys } from '../keyboard/use-keys.ts';
import { words } from '../words/words.ts';
import { AppearanceDialog } from './appearance-dialog.tsx';
import { barInfo } from './bar-info.ts';
import { PageLink } from './page-link.tsx';
import { pagesOf } from './pages-of.ts';
import { route } from './route.ts';
import { SaveStatus } from './save-status.tsx';
import './top-bar.css';

const isAppearanceOpen = signal(false);

/** The bar above every part: what is worked on, the parts, how the work stands, who works. */
export function TopBar({ session }: { readonly session: Session }): JSX.Element {
  const bar = useRef<HTMLElement>(null);
  useLayoutEffect(() => tellHeight(bar.current), []);
  const { page: current } = route.value;
  // The parts scroll where the bar is narrow.
  useLayoutEffect(() => {
    bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  const pages = pagesOf(session);
  return (
    <header ref={bar} class="top-bar">
      <span class="top-bar-title" title={session.dataset.title}>
        {session.dataset.title}
      </span>
      <nav class="top-bar-pages" aria-label={words.shell.pages}>
        {pages.map((page) => (
          <PageLink key={page} page={page} isCurrent={page === current}>
            {words.shell.page[page]}
          </PageLink>
        ))}
      </nav>
      <BarInfo />
      <span class="top-bar-status">
        <SaveStatus />
      </span>
      <span class="top-bar-tools">
        <button type="button" class="quiet" onClick={() => showGuidelines()}>
          {shownKeys('guidelines') !== '' && <kbd>{shownKeys('guidelines')}</kbd>}
          <span class="top-bar-word"> {words.guidelines.open}</span>
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={words.shell.appearance.open}
          title={words.shell.appearance.open}
          onClick={() => {
            isAppearanceOpen.value = true;
          }}
        >
          <span aria-hidden="true">Aa</span>
        </button>
        <button type="button" class="quiet" onClick={openHelp}>
          {shownKeys('help') !== '' && <kbd>{shownKeys('help')}</kbd>}
          <span class="top-bar-word"> {words.shell.keys.open}</span>
        </button>
        <span class="top-bar-person" title={words.shell.signedIn(session.annotator)}>
          <span class="visually-hidden">{words.shell.signedIn('')}</span>
          {session.annotator}
        </span>
      </span>
      {isAppearanceOpen.value && (
        <AppearanceDialog
          onClose={() => {
            isAppearanceOpen.value = false;
          }}
        />
      )}
    </header>
  );
}

/** Alone, so that what changes each second draws nothing else anew. */
function BarInfo(): JSX.Element {
  return <span class="top-bar-info">{barInfo}</span>;
}

/** Panes below the bar are as high as it leaves room: where it scrolls away, all of it. */
function tellHeight(bar: HTMLElement | null): (() => void) | undefined {
  if (bar === null) return undefined;
  const observer = new ResizeObserver(() => {
    // A bar that scrolls away takes no room from what sticks to the edge.
    const isSticky = getComputedStyle(bar).position === 'sticky';
    const height = isSticky ? `${bar.getBoundingClientRect().height}px` : '0px';
    document.documentElement.style.setProperty('--bar-height', height);
  });
  observer.observe(bar);
  return () => observer.disconnect();
}
