import { durationWords } from '../../../stats/progress/duration-words.ts';

/** What the page says in English: history. */
export const historyWords = {
  title: 'My work',
  heading: 'What you did, the latest first',
  did: {
    annotation: 'answered',
    skip: 'skipped',
    write: 'wrote',
    verdict: 'judged by the evidence alone',
    adjudication: 'decided',
    drop: 'dropped',
  },
  filter: {
    title: 'Show',
    all: 'everything',
    corrected: 'decided otherwise',
    back: 'sent back to you',
  },
  count: (shown: number, most: number) => (shown === most ? `the last ${most}` : `${shown}`),
  open: 'Open again',
  openSentBack: 'Answer again',
  sentBack: 'Sent back to you',
  isDropped: 'The claim was dropped from the dataset.',
  confirmed: 'Decided as you said',
  sameLabel: 'Same label, other evidence',
  corrected: (yours: string, decided: string) => `You said ${yours}; decided was ${decided}`,
  decidedSkip: (decided: string) => `Decided: ${decided}`,
  evidence: 'Evidence',
  difference: {
    both: 'yours, and decided',
    own: 'yours, not decided',
    other: 'decided, not yours',
  },
  reason: 'Why the answers differed',
  comment: 'Comment',
  duration: durationWords,
  textGone: '(its text is no longer in the dataset)',
  empty: {
    title: 'You have not done anything here yet',
    text: 'Each claim that you answer or skip appears here, with what was decided in the end.',
    action: 'Label claims',
    filtered: 'Nothing of this kind.',
    offline: 'Your last answers may not be listed: they wait in this browser for the server.',
  },
  failure: 'Your work could not be loaded',
} as const;
