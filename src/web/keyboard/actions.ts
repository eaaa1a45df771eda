/** What is to be known of an action. */
interface Action {
  /** Part of the help. */
  readonly group: 'read' | 'evidence' | 'answer' | 'adjudicate' | 'work';
  /** `event.key` with `Ctrl+`, `Alt+` and `Shift+` before it; keys one after another have a blank between. `Ctrl` is also the Command key. */
  readonly keys: readonly string[];
  /** Done again and again while the key is held down. */
  readonly repeats?: boolean;
  /** Followed by a digit from 1 to 9, or by the same key again: it is then done without a digit. */
  readonly takesDigit?: boolean;
  /** Done while somebody types too, by keys that write nothing. */
  readonly whileTyping?: boolean;
}

const table = {
  'next-unit': { group: 'read', keys: ['j', 'ArrowDown'], repeats: true },
  'previous-unit': { group: 'read', keys: ['k', 'ArrowUp'], repeats: true },
  'next-section': { group: 'read', keys: ['J'], repeats: true },
  'previous-section': { group: 'read', keys: ['K'], repeats: true },
  'enter-table': { group: 'read', keys: ['t'] },
  leave: { group: 'read', keys: ['Escape'], whileTyping: true },
  'next-page': { group: 'read', keys: [']'] },
  'previous-page': { group: 'read', keys: ['['] },
  'highlight-words': { group: 'read', keys: ['h'] },
  'only-selected': { group: 'read', keys: ['f'] },
  search: { group: 'read', keys: ['/'] },
  open: { group: 'read', keys: ['o'] },
  'toggle-unit': { group: 'evidence', keys: ['x', ' '] },
  'extend-down': { group: 'evidence', keys: ['Shift+ArrowDown'], repeats: true },
  'extend-up': { group: 'evidence', keys: ['Shift+ArrowUp'], repeats: true },
  'choose-row': { group: 'evidence', keys: ['r', 'Shift+ '] },
  'choose-column': { group: 'evidence', keys: ['l', 'Ctrl+ '] },
  'new-set': { group: 'evidence', keys: ['n'] },
  /** Without a digit: the next set. */
  'activate-set': { group: 'evidence', keys: ['e'], takesDigit: true },
  /** Without a digit: a new set. */
  'move-to-set': { group: 'evidence', keys: ['E'], takesDigit: true },
  'remove-unit': { group: 'evidence', keys: ['d'] },
  consult: { group: 'evidence', keys: ['w'] },
  supports: { group: 'answer', keys: ['1'] },
  refutes: { group: 'answer', keys: ['2'] },
  'not-enough': { group: 'answer', keys: ['3'] },
  challenge: { group: 'answer', keys: ['a'] },
  comment: { group: 'answer', keys: ['c'] },
  'claim-text': { group: 'answer', keys: ['i'] },
  skip: { group: 'answer', keys: ['s'] },
  flag: { group: 'answer', keys: ['m'] },
  submit: { group: 'answer', keys: ['Ctrl+Enter', '. .'], whileTyping: true },
  'next-conflict': { group: 'adjudicate', keys: ['v'], repeats: true },
  'previous-conflict': { group: 'adjudicate', keys: ['V'], repeats: true },
  /** Without a digit: the answer after the one that was taken. */
  'take-answer': { group: 'adjudicate', keys: ['T'], takesDigit: true },
  'merge-answers': { group: 'adjudicate', keys: ['B'] },
  'own-answer': { group: 'adjudicate', keys: ['O'] },
  /** Without a digit: to the list of reasons. */
  'choose-reason': { group: 'adjudicate', keys: ['y'], takesDigit: true },
  'send-back': { group: 'adjudicate', keys: ['R'] },
  'drop-claim': { group: 'adjudicate', keys: ['D'] },
  undo: { group: 'work', keys: ['u', 'Ctrl+z'], repeats: true },
  redo: { group: 'work', keys: ['U', 'Ctrl+y', 'Ctrl+Z'], repeats: true },
  reopen: { group: 'work', keys: ['b'] },
  guidelines: { group: 'work', keys: ['g'] },
  refresh: { group: 'work', keys: ['p'] },
  help: { group: 'work', keys: ['?'] },
} as const satisfies Record<string, Action>;

export type ActionId = keyof typeof table;

/** What keys do, in the groups and the order in which the help shows them. */
export const actions: Readonly<Record<ActionId, Action>> = table;

/** Parts of the help, in order. */
export const actionGroups = ['read', 'evidence', 'answer', 'adjudicate', 'work'] as const;

/** All actions in their order. */
export const actionIds = Object.keys(actions) as readonly ActionId[];
