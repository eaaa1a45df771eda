/** A page with nothing but an article and its evidence sets, for trying them in a browser. `window.open` is replaced by what a test does. */
import { computed, signal } from '@preact/signals';
import { h, render } from 'preact';
import { emptyDraft } from '../../../src/annotate/draft/draft.ts';
import { reduceDraft } from '../../../src/annotate/draft/reduce-draft.ts';
import { describeUnit } from '../../../src/annotate/evidence/describe-unit.ts';
import { recordFinder } from '../../../src/annotate/evidence/find-record.ts';
import { marksOfAnswers } from '../../../src/annotate/evidence/marks-of-answers.ts';
import { parseCorpusFile } from '../../../src/corpus/parse.ts';
import { ArticlePane } from '../../../src/web/article/article-pane.tsx';
import { EvidenceSets } from '../../../src/web/evidence/evidence-sets.tsx';
import { listenToKeys } from '../../../src/web/keyboard/listen.ts';
import '../../../src/web/style/tokens.css';
import '../../../src/web/style/base.css';
import './page.css';

const article = signal();
const draft = signal(emptyDraft);
const answers = signal([]);
const focused = signal();
const options = signal({});
const find = recordFinder(() => article.value);
const marks = computed(() => (article.value ? marksOfAnswers(answers.value, draft.value, find) : new Map()));
const act = (action) => {
  draft.value = reduceDraft(draft.value, action);
};

function Page() {
  if (article.value === undefined) return null;
  return h(
    'main',
    { class: 'page' },
    h('h1', { class: 'visually-hidden' }, 'An article'),
    h(ArticlePane, {
      article: article.value,
      marks,
      focused,
      onToggle: (id) => act({ type: 'toggle', id }),
      onAdd: (ids) => act({ type: 'add', ids }),
      ...options.value,
    }),
    h(EvidenceSets, {
      draft: draft.value,
      act,
      focused,
      show: (id) => {
        focused.value = undefined;
        focused.value = id;
      },
      describe: (id) => describeUnit(id, find),
      isReadOnly: options.value.isReadOnly === true,
    }),
  );
}

listenToKeys();
render(h(Page), document.getElementById('app'));

/** What tests do. */
window.page = {
  draft,
  focused,
  answers,
  options,
  act,
  /** Shows an article of tagged text; gives back the milliseconds until the next frame is on the screen. */
  async open(text) {
    const [parsed] = parseCorpusFile('article.txt', new TextEncoder().encode(text)).articles;
    const start = performance.now();
    draft.value = emptyDraft;
    article.value = parsed;
    await nextFrame();
    return performance.now() - start;
  },
  nextFrame,
};

function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
