import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { titlesResponseSchema } from '../../annotate/api/corpus.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { SearchPane } from '../search/search-pane.tsx';
import { Loading } from '../shell/loading.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { callApi } from '../store/api.ts';
import { elsewhere } from '../store/drafts.ts';
import { session } from '../store/session.ts';
import { words } from '../words/words.ts';
import { openTitles, showArticle } from './open-articles.ts';
import { WriteArticle } from './write-article.tsx';
import { WriteForm } from './write-form.tsx';
import './write-page.css';
import { writingKey } from './kept.ts';
import { writing } from './writing.ts';
import { isLoaded, loadWriting } from './written.ts';

/** Where claims are written: search on the left, the article in the middle, the claim on the right. */
export function WritePage(): JSX.Element {
  usePageTitle(words.write.title);
  const areWordsMarked = useSignal(false);
  const isSomewhereElse = useComputed(() => elsewhere.value.has(writingKey));
  useEffect(() => void begin(), []);
  const found = session.value;
  if (!isLoaded.value || found === undefined)
    return (
      <main>
        <Loading />
      </main>
    );
  return (
    <main class="write">
      <h1 class="visually-hidden">{words.write.title}</h1>
      <div class="write-search">
        <SearchPane isSuggestionsOn={false} onOpen={(title, id) => void showArticle(title, id)} />
      </div>
      <WriteArticle areWordsMarked={areWordsMarked} />
      <div class="write-claim">
        {isSomewhereElse.value && (
          <p class="write-elsewhere" role="status">
            {words.write.openedElsewhere}
          </p>
        )}
        <WriteForm session={found} />
      </div>
    </main>
  );
}

/** Brings back what was being written, and opens its article, or the only one there is. */
async function begin(): Promise<void> {
  await loadWriting();
  if (openTitles.value.length > 0) return;
  const { source, answer } = writing.value;
  const [id] = source?.kind === 'elements' ? source.ids : answer.sets.flat();
  const title = id === undefined ? undefined : parseEvidenceId(id)?.title;
  if (title !== undefined) return showArticle(title, id);
  // Without the list of titles there is still the search.
  const listed = await callApi('titles', titlesResponseSchema).catch(() => undefined);
  const [only] = listed?.titles ?? [];
  if (listed?.count === 1 && only !== undefined) await showArticle(only);
}
