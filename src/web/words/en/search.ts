/** What the page says in English: search. */
export const searchWords = {
  heading: 'Search',
  box: 'Search the articles',
  placeholder: 'Search the articles',
  articles: 'Articles',
  searching: 'Searching…',
  /** Of a screen reader, once an answer is there. */
  found: (titles: number, passages: number) =>
    `${passages === 0 ? 'No passages' : passages === 1 ? '1 passage' : `${passages} passages`}${titles === 0 ? '' : titles === 1 ? ', 1 article' : `, ${titles} articles`}. Arrow keys choose, Enter opens.`,
  count: (passages: number) => (passages === 1 ? '1 passage' : `${passages} passages`),
  most: (passages: number) => `The best ${passages} passages`,
  nothing: 'No passage found. Try other words.',
  noIndex:
    'Only titles are searched: these articles have no index yet. Whoever runs the server makes one with claimset index.',
  noEngine:
    'Only titles are searched: the search engine gives no answer. Whoever runs the server has been told why.',
  noTitle: 'No title has these words. Try fewer.',
  failed: 'The search had no answer.',
  offline: 'The server cannot be reached. Searching works again when it can.',
  again: 'Try again',
  allArticles: (shown: number, count: number) =>
    shown < count
      ? `${shown} of ${count.toLocaleString('en')} articles`
      : count === 1
        ? 'Article'
        : `${count} articles`,
  suggested: 'Suggested',
  suggestedNote:
    'Passages with the most in common with the claim. They may be beside the point: read the article too. That you saw them is noted.',
  suggesting: 'Looking for passages…',
  noSuggestions: 'Nothing in the articles has the words of the claim.',
  /** Why a passage is suggested. Its article is named above it. */
  reasons: {
    title: () => 'the claim names its article',
    link: (title: string) => `another passage names ${title}`,
    related: (word: string) => `shares “${word}” with another passage`,
  },
  hasWords: (texts: readonly string[]) => `has ${texts.join(', ')}`,
  kinds: {
    sentence: 'Sentence',
    section: 'Heading',
    cell: 'Table cell',
    header_cell: 'Header cell',
    table_infobox: 'Infobox',
    table_general: 'Table',
    table_caption: 'Table caption',
    unordered_list: 'List',
    ordered_list: 'List',
    description_list: 'List',
    item: 'List item',
    title: 'Title',
  },
} as const;
