import { plural } from '../../../text/plural.ts';

const groups = {
  read: 'Reading',
  evidence: 'Evidence',
  answer: 'Answer',
  adjudicate: 'Adjudicating',
  work: 'Work',
} as const;

const actions = {
  'next-unit': 'Next element',
  'previous-unit': 'Previous element',
  'next-section': 'Next section',
  'previous-section': 'Previous section',
  'enter-table': 'Into the table',
  leave: 'Leave the table or the field',
  'next-page': 'Next open article',
  'previous-page': 'Previous open article',
  'highlight-words': 'Mark the words of the claim',
  'only-selected': 'Show only what is chosen',
  search: 'Search the corpus',
  open: 'Open the article in focus',
  'toggle-unit': 'Choose the element, or take it back',
  'extend-down': 'Choose the next element too',
  'extend-up': 'Choose the previous element too',
  'choose-row': 'Choose the row',
  'choose-column': 'Choose the column',
  'new-set': 'New evidence set',
  'activate-set': 'Go to an evidence set',
  'move-to-set': 'Move the element to a set',
  'remove-unit': 'Take the element out of its set',
  consult: 'Note the element as looked at',
  supports: 'Supports',
  refutes: 'Refutes',
  'not-enough': 'Not enough info',
  challenge: 'Challenge',
  comment: 'Comment',
  'claim-text': 'Write the text of the claim',
  skip: 'Skip or report',
  flag: 'Flag for discussion',
  submit: 'Submit',
  'next-conflict': 'Next claim of the list',
  'previous-conflict': 'Previous claim of the list',
  'take-answer': 'Take an answer',
  'merge-answers': 'Take all answers together',
  'own-answer': 'Begin an answer of your own',
  'choose-reason': 'Why the answers differ',
  'send-back': 'Send the claim back',
  'drop-claim': 'Drop the claim',
  undo: 'Undo',
  redo: 'Redo',
  reopen: 'Open the last claim again',
  guidelines: 'Guidelines',
  refresh: 'Load the figures anew',
  help: 'This help',
} as const;

/** What the page says in English: shell. */
export const shellWords = {
  skipLink: 'Go to the content',
  pages: 'Parts of the page',
  page: {
    label: 'Label',
    write: 'Write',
    adjudicate: 'Adjudicate',
    lead: 'Progress',
    history: 'My work',
  },
  signedIn: (name: string) => `Signed in as ${name}`,

  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  loading: 'Loading…',
  reload: 'Load the page anew',

  saveState: {
    title: 'Your work',
    refused: (count: number) => `${count} not accepted`,
    link: (unsent: number) => `${unsent} unsent · your link no longer works`,
    disk: (unsent: number) => `${unsent} unsent · the server’s disk is full`,
    server: (unsent: number) => `${unsent} unsent · the server failed`,
    offline: (unsent: number) => (unsent === 0 ? 'no connection' : `${unsent} unsent · no connection`),
    sending: 'saving…',
    saved: (time: string) => `saved ${time}`,
    ready: 'ready',
    /** Said to screen readers, without the time, so that it is said once. */
    savedAloud: 'Saved',
    pageOnly: 'not safe if you close this page',
  },
  saveHelp: {
    refused:
      'The server will not take what is listed below. Nothing of it is lost: read why, copy what you need, then send it again or put it away.',
    link: 'The server does not accept your link any more. Your work is kept in this browser. Ask who leads the work for your new link and open it here, in this browser: what is unsent is then sent.',
    disk: 'The disk of the server is full, so it cannot save. Your work is kept in this browser and is sent as soon as there is room. Tell who runs the server.',
    server:
      'The server answered with a failure. Your work is kept in this browser, and the page goes on trying. If this lasts, load the page anew, and tell who runs the server.',
    offline:
      'The server cannot be reached. Go on working: everything is kept in this browser and is sent as soon as the server is back, also if you close the page meanwhile. New claims come when it is back.',
    sending: 'Being sent. It is already kept in this browser.',
    saved: 'Everything is on the disk of the server.',
    ready: 'Nothing waits to be saved.',
    pageOnly:
      'This browser keeps nothing on its disk (a private window, or no room left). Your work is safe only once it says “saved”: do not close the page before.',
    counts: (unsent: number) =>
      `${unsent} ${plural('step', unsent)} kept in this browser, not yet on the server.`,
    now: 'Send now',
  },
  refusals: {
    item: (kind: string, claim: string) => `${kind} · claim ${claim}`,
    content: 'What you sent',
    copy: 'Copy',
    copied: 'Copied.',
    again: 'Send again',
    dismiss: 'Put away',
  },
  late: (claim: string) =>
    `Claim ${claim} had been given to somebody else in the meantime. Your answer is kept as an extra one.`,

  appearance: {
    open: 'Appearance',
    theme: 'Colours',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    size: 'Size of the text',
    sizes: { normal: 'Normal', large: 'Large', larger: 'Larger' },
  },

  keys: {
    open: 'keys',
    title: 'Keys',
    groups,
    actions,
    thenDigit: 'then 1–9, or the same key again',
    single: 'Letters, digits and signs alone do something',
    singleNote:
      'Switch this off if you speak to your computer or hit keys by accident. Keys with Ctrl go on working.',
    singleNoteMac:
      'Switch this off if you speak to your computer or hit keys by accident. Keys with ⌘ go on working.',
    here: 'These work on this page. “Change keys” shows those of the others too.',
    change: 'Change keys',
    doneChanging: 'Done',
    reset: 'Usual keys for all',
    resetOne: (action: string) => `Usual keys for: ${action}`,
    usual: 'usual',
    none: 'no key',
    remove: (keys: string, action: string) => `Take the key ${keys} away from: ${action}`,
    add: (action: string) => `Add a key for: ${action}`,
    press: 'Press the new keys. Esc leaves it as it is.',
    pressed: (keys: string) => `${keys} …`,
    taken: (keys: string, others: string) => `${keys} already means: ${others}.`,
    takeOver: 'Use it here instead',
    pending: (keys: string) => `${keys} …`,
    pendingDigit: (keys: string) => `${keys} then 1–9, or ${keys} again`,
  },

  failure: {
    unreachableTitle: 'The server does not answer',
    unreachable: 'It may have been stopped. The page tries again every few seconds.',
    linkTitle: 'This link does not work',
    linkMissing:
      'This page is for several people, and each has a link of their own. Ask who leads the work for yours: it ends in # and your name.',
    linkWrong:
      'It may have been replaced by a new one, or not copied to its end. Ask who leads the work for your link, and open it in this browser.',
    kept: (count: number) =>
      `${count} ${plural('step', count)} of your work ${count === 1 ? 'is' : 'are'} kept in this browser and will be sent when you open your link here.`,
    failedTitle: 'The server failed',
    roleTitle: (page: string) => `“${page}” is not among your tasks`,
    role: 'Ask who leads the work if you should have it.',
    goTo: (page: string) => `Go to ${page}`,
    crashTitle: 'The page broke',
    crash:
      'Your work is kept: answers are in this browser until the server has them, and so is what you were doing. Load the page anew to go on.',
    unexpected: (message: string) => `Something went wrong: ${message}`,
  },
} as const;
