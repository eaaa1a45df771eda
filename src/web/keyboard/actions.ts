/** What keys do, in the groups and the order in which the help shows them. Keys are `event.key`, with `Ctrl+`, `Shift+` and `Meta+` before. */
export const actions = {
  'next-unit': { group: 'read', keys: ['j', 'ArrowDown'] },
  'previous-unit': { group: 'read', keys: ['k', 'ArrowUp'] },
  'next-section': { group: 'read', keys: ['J'] },
  'previous-section': { group: 'read', keys: ['K'] },
  'enter-table': { group: 'read', keys: ['t'] },
  leave: { group: 'read', keys: ['Escape'] },
  'next-page': { group: 'read', keys: [']'] },
  'previous-page': { group: 'read', keys: ['['] },
  'highlight-words': { group: 'read', keys: ['h'] },
  'only-selected': { group: 'read', keys: ['f'] },
  search: { group: 'read', keys: ['/'] },
  open: { group: 'read', keys: ['o'] },
  'toggle-unit': { group: 'evidence', keys: ['x', ' '] },
  'extend-down': { group: 'evidence', keys: ['Shift+ArrowDown'] },
  'extend-up': { group: 'evidence', keys: ['Shift+ArrowUp'] },
  'choose-row': { group: 'evidence', keys: ['r', 'Shift+ '] },
  'choose-column': { group: 'evidence', keys: ['l', 'Ctrl+ '] },
  'new-set': { group: 'evidence', keys: ['n'] },
  /** Followed by a digit, or by itself again for the next set. */
  'activate-set': { group: 'evidence', keys: ['e'] },
  /** Followed by a digit. */
  'move-to-set': { group: 'evidence', keys: ['E'] },
  'remove-unit': { group: 'evidence', keys: ['d'] },
  consult: { group: 'evidence', keys: ['w'] },
  supports: { group: 'answer', keys: ['1'] },
  refutes: { group: 'answer', keys: ['2'] },
  'not-enough': { group: 'answer', keys: ['3'] },
  challenge: { group: 'answer', keys: ['a'] },
  comment: { group: 'answer', keys: ['c'] },
  skip: { group: 'answer', keys: ['s'] },
  flag: { group: 'answer', keys: ['m'] },
  submit: { group: 'answer', keys: ['Ctrl+Enter', '. .'] },
  undo: { group: 'work', keys: ['u', 'Ctrl+z'] },
  redo: { group: 'work', keys: ['U', 'Ctrl+y', 'Ctrl+Z'] },
  reopen: { group: 'work', keys: ['b'] },
  guidelines: { group: 'work', keys: ['g'] },
  help: { group: 'work', keys: ['?'] },
} as const satisfies Record<
  string,
  { readonly group: 'read' | 'evidence' | 'answer' | 'work'; readonly keys: readonly string[] }
>;

export type ActionId = keyof typeof actions;
