import { useSignal } from '@preact/signals';
import type { Token, Tokens } from 'marked';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { guidelineSection } from '../../annotate/guidelines/guideline-section.ts';
import { useKeys } from '../keyboard/use-keys.ts';
import { Dialog } from '../shell/dialog.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { ErrorState } from '../shell/error-state.tsx';
import { Loading } from '../shell/loading.tsx';
import { session } from '../store/session.ts';
import { words } from '../words/words.ts';
import { guidelines, loadGuidelines } from './guidelines.ts';
import { lexMarkdown, Markdown } from './markdown.tsx';
import './guidelines-panel.css';

export interface GuidelinesPanelProps {
  /** Where it opens. */
  readonly topics: readonly string[];
  readonly onClose: () => void;
}

/** The guidelines of the dataset at the right edge, open at what the page is about. */
export function GuidelinesPanel({ topics, onClose }: GuidelinesPanelProps): JSX.Element {
  const failure = useSignal<unknown>(undefined);
  const load = (): void => {
    failure.value = undefined;
    loadGuidelines().catch((error: unknown) => {
      // What was loaded before is good enough while the server is away.
      if (guidelines.value === undefined) failure.value = error;
    });
  };
  useEffect(load, []);
  const found = guidelines.value;
  return (
    <Dialog title={words.guidelines.title} isPanel onClose={onClose}>
      <GuidelinesKeys onClose={onClose} />
      {found !== undefined ? (
        <GuidelinesText markdown={found.markdown} topics={topics} />
      ) : session.value?.guidelines === null ? (
        <EmptyState level={2} title={words.guidelines.missingTitle}>
          {words.guidelines.missing}
        </EmptyState>
      ) : failure.value !== undefined ? (
        <ErrorState level={2} title={words.guidelines.failed} retry={load}>
          {words.guidelines.failedHelp}
        </ErrorState>
      ) : (
        <Loading />
      )}
    </Dialog>
  );
}

/** The key that opened the guidelines closes them. It stands inside the dialog, where keys go. */
function GuidelinesKeys({ onClose }: { readonly onClose: () => void }): null {
  useKeys({ guidelines: onClose });
  return null;
}

interface GuidelinesTextProps {
  readonly markdown: string;
  readonly topics: readonly string[];
}

function GuidelinesText({ markdown, topics }: GuidelinesTextProps): JSX.Element {
  const tokens = useMemo(() => lexMarkdown(markdown), [markdown]);
  const headings = useMemo(
    () => tokens.filter((token): token is Tokens.Heading => token.type === 'heading'),
    [tokens],
  );
  const idOf = (token: Token): string | undefined => {
    const at = headings.indexOf(token as Tokens.Heading);
    return at < 0 ? undefined : `guideline-${at}`;
  };
  useEffect(() => {
    const at = guidelineSection(headings, topics);
    if (at !== undefined) show(at);
  }, [headings]);
  return (
    <div class="guidelines-panel">
      {headings.length > 1 && (
        <nav class="guidelines-panel-contents" aria-label={words.guidelines.contents}>
          <ul>
            {headings.map((heading, at) => (
              <li key={at} class={`guidelines-panel-depth-${Math.min(heading.depth, 3)}`}>
                <button type="button" class="quiet" onClick={() => show(at)}>
                  {heading.text}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div class="guidelines-panel-text">
        <Markdown
          tokens={tokens}
          headingId={idOf}
          onAnchor={(slug) => {
            const at = headings.findIndex(({ text }) => slugOf(text) === slug.toLowerCase());
            if (at >= 0) show(at);
          }}
        />
      </div>
    </div>
  );
}

function show(at: number): void {
  const heading = document.getElementById(`guideline-${at}`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** The anchor that GitHub gives a heading. */
function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .replace(/\s/g, '-');
}
