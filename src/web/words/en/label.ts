import type { EmptyReason } from '../../../annotate/api/item.ts';
import type { Challenge } from '../../../claims/challenge.ts';
import type { Label } from '../../../claims/label.ts';
import type { SkipReason } from '../../../claims/skip-reason.ts';
import { plural } from '../../../text/plural.ts';
import { nameWords } from './names.ts';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

const labelMeanings: Readonly<Record<Label, string>> = {
  SUPPORTS: 'The evidence shows that the claim is true.',
  REFUTES: 'The evidence shows that the claim is false.',
  'NOT ENOUGH INFO': 'The articles neither show that it is true nor that it is false.',
};

const challenges: Readonly<Record<Challenge, string>> = {
  'Multi-hop Reasoning': 'several pieces of evidence must be put together',
  'Numerical Reasoning': 'something must be counted or computed',
  'Combining Tables and Text': 'cells and sentences are both needed',
  'Entity Disambiguation': 'a name may mean several things',
  'Search terms not in claim': 'the evidence is found by other words than the claim’s',
  Other: 'none of these',
};

const skipMeanings: Readonly<Record<SkipReason, string>> = {
  'not-verifiable': 'An opinion, a prediction, or something that no article could settle.',
  ambiguous: 'It can be read in two ways with different verdicts.',
  'broken-claim': 'It is misspelt, cut off, or no statement.',
  'page-missing': 'An article that is needed is missing or damaged.',
  'outside-knowledge': 'Only somebody with special knowledge could decide it.',
  'prefer-not': 'You do not want to judge this claim.',
  other: 'Say in the note what it is.',
};

const empty: Readonly<Record<EmptyReason, { readonly title: string; readonly text: string }>> = {
  done: { title: 'All done', text: 'You have dealt with every claim there is for you. Thank you.' },
  'all-leased': {
    title: 'Others have the last claims',
    text: 'Everything that is left is being worked on by somebody. What they give back comes to you.',
  },
  'cap-reached': {
    title: 'Nothing left for you',
    text: 'All claims have as many answers as they need.',
  },
  'no-claims': {
    title: 'There are no claims yet',
    text: 'The dataset has no claims to label. Write some, or put them into claims/unlabelled/.',
  },
};

function seconds(total: number): string {
  const whole = Math.floor(total);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/** What the page says in English: label. */
export const labelWords = {
  labelMeanings,
  /** In the middle of the bar. */
  counts: (done: number, total: number, today: number) => `${done} of ${total} · ${today} today`,
  active: (total: number) => `${seconds(total)} active`,

  claimId: (id: string) => `Claim ${id}`,
  training: 'Training',
  flagged: 'Flagged',
  sentBack: 'Sent back to you',
  sentBackWithout: 'Please look at it again.',
  tools: 'Search, pages, steps',
  closeTools: 'Close',

  article: 'Article',
  pages: 'Open articles',
  pageOf: (at: number, count: number) => `${at} of ${count}`,
  previousPage: 'Previous open article',
  nextPage: 'Next open article',
  highlight: 'Words of the claim',
  onlyChosen: 'Only chosen',
  noArticle: 'No article is open',
  noArticleHint: (keys: string) => `Search for one${keys === '' ? '' : ` with ${keys}`}.`,
  openingArticle: (title: string) => `Opening ${title}…`,
  articleFailed: (title: string) => `“${title}” could not be opened`,

  steps: 'Steps so far',
  step: {
    open: (title: string) => `opened ${title}`,
    search: (query: string) => `searched for “${query}”`,
    suggestions: () => 'saw what was suggested',
  },
  stepAt: seconds,

  verdict: 'Verdict',
  answer: 'Your answer',
  showAnswer: 'Evidence, note',
  hideAnswer: 'Less',
  challenge: 'Challenge',
  challenges,
  noChallenge: 'None chosen',
  comment: 'Note',
  commentHint: 'For who checks your answer.',
  flag: 'Flag for discussion',
  unflag: 'Take the flag back',
  skip: 'Skip or report',
  submit: 'Submit',
  undo: 'Undo',
  redo: 'Redo',
  reopen: 'Last claim',

  nei: {
    heading: 'What did you look at?',
    noted: (count: number) =>
      `${count} ${plural('element', count)} you chose ${count === 1 ? 'goes' : 'go'} with the answer as looked at, not as evidence. Another verdict makes ${count === 1 ? 'it' : 'them'} evidence again.`,
    nothing: (keys: string) =>
      `Note what came nearest${keys === '' ? '' : ` with ${keys}`}, so that others see where you looked.`,
    kept: 'What you chose stays evidence in part.',
    keepPartial: 'Keep it as evidence all the same: it decides a part of the claim',
  },
  useConsulted: (set: string) => `Use as evidence in ${set}`,

  invalid: {
    title: (errors: number) =>
      `The checks find ${errors === 1 ? 'an error' : `${errors} errors`} in this answer`,
    text: 'Mend it, or say why it is right all the same.',
    why: 'Why it is right all the same',
    submit: 'Submit all the same',
    back: 'Go on editing',
  },
  noVerdict: 'Choose a verdict first.',

  done: {
    annotate: (label: Label) => `Submitted: ${nameWords.labels[label]}.`,
    verdict: (label: Label) => `Submitted: ${nameWords.labels[label]}.`,
    skip: 'Skipped.',
  },
  nothingToReopen: 'Nothing was submitted in this session.',
  nothingToUndo: 'This is the beginning of your session.',
  nothingToRedo: 'There is nothing to redo.',
  withdrawn: {
    all: 'Taken back. Submit it again when it is right.',
    toEarlier: 'Taken back. What you had submitted before stands again.',
  },
  flaggedNow: 'Flagged for discussion.',
  unflaggedNow: 'Not flagged any more.',

  stands: 'You have submitted this claim. Your answer stands until you submit another one.',
  leave: 'Leave it as it is',
  closed: 'This claim can no longer be changed',
  nextClaim: 'Next claim',

  lease: {
    expiring: (left: number) => `This claim is kept for you for ${seconds(left)} more.`,
    extend: 'Keep it',
    over: 'The time for this claim is over. It may be given to somebody else; your answer is kept in any case.',
    take: 'Take it again',
    lost: 'Somebody else has this claim now. Go on if you like: your answer is kept as an extra one.',
    another: 'Take another claim',
  },
  changed: (titles: readonly string[]) =>
    `${list.format(titles)} ${titles.length === 1 ? 'has' : 'have'} changed since. Check that your evidence still says what it said.`,
  changesSeen: 'I have checked',
  textChanged: 'Somebody has changed this claim',
  textBefore: (before: string) => `It read “${before}” Check that your answer is still right.`,
  textSeen: 'I have read it',
  elsewhere: 'This claim is open in another tab too. What is done last stands.',
  offline: 'The server cannot be reached. Go on: your work is kept in this browser.',

  empty,
  leased: (count: number) =>
    count === 1 ? 'One claim is being worked on.' : `${count} claims are being worked on.`,
  nextAt: (time: string) => `The first comes back at ${time}, unless it is answered.`,
  lookAgain: 'Look again',
  unreachable: {
    title: 'No next claim can be had',
    text: 'The server cannot be reached. The next claim comes as soon as it is back.',
    kept: (count: number) =>
      count === 0
        ? 'All your answers are saved.'
        : `${count} ${plural('answer', count)} of yours ${count === 1 ? 'is' : 'are'} kept in this browser and will be sent by ${count === 1 ? 'itself' : 'themselves'}.`,
  },
  refused: 'This claim cannot be opened',
  loading: 'The next claim is coming…',

  lesson: {
    title: 'Training',
    waiting: 'The comparison comes as soon as the server has your answer.',
    right: 'Your verdict is right.',
    wrong: (label: Label) => `The verdict is: ${nameWords.labels[label]}.`,
    yours: (label: Label) => `You said: ${nameWords.labels[label]}.`,
    precision: (share: number) => `${Math.round(share * 100)} % of what you chose is evidence.`,
    recall: (share: number) => `You found ${Math.round(share * 100)} % of the evidence sets whole.`,
    gold: 'The evidence',
    noGold: 'There is none: the articles do not say.',
    letter: '★',
    marked: 'It is marked with ★ in the article.',
  },
  verdictOnly: {
    heading: 'The evidence',
    hint: 'What does this evidence alone say of the claim? Go by nothing else that you know.',
    set: (position: number, count: number) => `Evidence ${position + 1} of ${count}, enough alone`,
    none: 'No evidence was found.',
    missing: 'not in the corpus any more',
  },

  skipDialog: {
    title: 'Skip or report this claim',
    meanings: skipMeanings,
    pool: 'Goes to somebody else; you will not see it again.',
    lead: 'Goes to who leads the work, and waits there.',
    fix: 'How it should read',
    note: 'Note',
    noteNeeded: 'Say what it is.',
    skip: 'Skip this claim',
    choose: 'Choose a reason.',
  },
} as const;
