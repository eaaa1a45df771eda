import type { Reason } from '../../../claims/reason.ts';
import type { WaitingKind } from '../../../stats/progress/waiting-kinds.ts';
import { plural } from '../../../text/plural.ts';

const letters = new Intl.ListFormat('en', { type: 'conjunction' });

/** Reasons with what each means. The name is what annotators read, too. */
const reasons: Readonly<
  Record<Reason, { readonly name: string; readonly meaning: string; readonly note?: string }>
> = {
  'annotator-error': { name: 'Slip', meaning: 'The guidelines are clear; somebody missed something.' },
  'guideline-gap': {
    name: 'Gap in the guidelines',
    meaning: 'They do not say what to do here.',
    note: 'Goes to Gaps.',
  },
  'ambiguous-claim': { name: 'Ambiguous claim', meaning: 'The claim can be read in more than one way.' },
  'evidence-insufficient': {
    name: 'Evidence falls short',
    meaning: 'What was chosen does not decide the claim alone.',
  },
  'page-defect': {
    name: 'Fault in the article',
    meaning: 'Text or tables are broken, or contradict each other.',
  },
  'both-valid': { name: 'Both are valid', meaning: 'The answers differ, and neither is wrong.' },
};

const kinds: Readonly<Record<WaitingKind, string>> = {
  label: 'labels differ',
  evidence: 'evidence differs',
  skipped: 'skipped',
  flagged: 'flagged',
  dataset: 'unlike the dataset',
  verdict: 'evidence in doubt',
};

/** What the page says in English: adjudicate. */
export const adjudicateWords = {
  title: 'Adjudicate',
  reasons,
  kinds,

  list: {
    label: 'Claims',
    tabs: { waiting: 'To decide', decided: 'Decided', gaps: 'Gaps' },
    filter: 'Show',
    all: (count: number) => `all ${count}`,
    first: (count: number) => `The first ${count}. More come as these are decided.`,
    ofKind: (kind: string, count: number) => `${kind} (${count})`,
    entropy: (bits: string) => `${bits} bits`,
    entropyHint:
      'How far the labels differ: 0 bits where all say the same, 1 where two labels stand against each other.',
    dropped: 'dropped',
    sentBack: 'sent back',
    by: { own: 'by you', other: 'by somebody else' },
    stale: 'No connection: this is what it was when the server last answered.',
  },

  accept: {
    button: (count: number) => `Accept ${count} agreed ${plural('claim', count)}`,
    hint: (count: number) =>
      count === 1
        ? 'Same label, and an evidence set in common. Its label and the evidence of all go into the claims.'
        : 'Same label, and an evidence set in common. Their labels and the evidence of all go into the claims.',
    hintAlone: 'You answered them. Your labels and evidence go into the claims.',
    most: (shown: number, all: number) => `${shown} of ${all} at a time.`,
    show: 'Which ones?',
    done: (count: number) => `Accepted ${count} ${plural('claim', count)}.`,
  },

  empty: {
    nothing: 'Nothing waits to be decided',
    none: 'Claims come here when their annotators differ, skip them or flag them. None was answered yet.',
    begun: (count: number) =>
      `${count} ${plural('claim', count)} ${count === 1 ? 'has' : 'have'} not got all answers yet. Where those differ, the claims come here.`,
    allDone: 'All that came here is decided. Where new answers differ, they come here by themselves.',
    agreed: (count: number) =>
      `The annotators agree on ${count} ${plural('claim', count)}: you can accept ${count === 1 ? 'it' : 'them'}.`,
    noneDecided: 'Nothing was decided yet. What you decide stays here, and can be opened again.',
    noGaps:
      'No decision names a gap in the guidelines. Those that do are collected here, as a list of what to add.',
    lead: 'See the progress',
  },

  claim: {
    id: (id: string) => `Claim ${id}`,
    opened: (id: string, text: string) => `Claim ${id}: ${text}`,
    skips: (count: number) => (count === 1 ? 'Somebody skipped it' : `${count} people skipped it`),
    skip: (letter: string, reason: string) => `${letter}: ${reason}`,
    fix: 'suggested',
    fixHint:
      'Texts are not changed here: the answers were to the text as it is. Correct it in its file, or drop the claim and write a new one.',
    flagged: (count: number) =>
      count === 1 ? 'Flagged for discussion' : `Flagged ${count} times for discussion`,
    noComment: 'no comment',
    verdicts: 'From the evidence alone',
    verdict: (label: string) => `somebody said: ${label}`,
    dataset: 'The dataset says',
    datasetHint: 'All annotators say something else.',
    decided: (label: string) => `Decided: ${label}`,
    dropped: 'Dropped from the dataset',
    sentBack: 'Sent back: it comes here again when it was answered again',
    takeBack: 'Take the decision back',
    takeBackDrop: 'Put the claim back',
    takeBackSend: 'Take it back here',
    notYours: 'Somebody else decided this. You can decide anew; both stay in the journals.',
    notYoursDrop: 'Somebody else dropped it, and can put it back.',
  },

  article: {
    tabs: 'Articles',
    search: 'Find another article',
    closeSearch: 'Close the search',
    none: 'No answer cites an article. Search for one if you want to decide.',
    loading: (title: string) => `Opening ${title} …`,
    failed: (title: string) => `${title} could not be opened.`,
  },

  answers: {
    heading: 'Answers',
    letter: (letter: string) => `Answer ${letter}`,
    hint: 'Letters are drawn anew for each claim.',
    none: 'Nobody answered it.',
    noEvidence: 'no evidence',
    or: 'or',
    more: (count: number) => `${count} more`,
    fewer: 'Fewer',
    despite: 'Given although the checks warned',
    consulted: (count: number) => `looked at ${count} more`,
    take: (letter: string) => `Take ${letter}`,
    taken: (letter: string) => `${letter} is taken`,
    both: (count: number) => (count === 2 ? 'Both together' : 'All together'),
    own: 'Neither: my own',
    ownAlone: 'My own',
  },

  decision: {
    heading: 'Your decision',
    anew: 'Decide anew',
    prefilledOne: 'Filled in with the only answer. Nothing is decided yet.',
    prefilled: 'Filled in with what all answers share. Nothing is decided yet.',
    label: 'Label',
    keepEvidence: 'Keep the evidence with the claim, as what was looked at',
    leftOut: (count: number) => (count === 1 ? 'One set was left out' : `${count} sets were left out`),
    leftOutHint:
      'It contains another set. If the smaller one suffices, nobody needs the larger; if not, delete the smaller one and put this back.',
    putBack: 'Put it back',
    reason: 'Why do the answers differ?',
    reasonOptional: 'Why? (not needed: the answers do not differ)',
    comment: 'Comment',
    commentHint: 'Goes to those who answered, with your decision.',
    submit: 'Decide',
    submitAnew: 'Decide anew',
    lacks: {
      label: 'Choose a label.',
      evidence: 'Supports and Refutes need evidence.',
      reason: 'Say why the answers differ.',
    },
    sendBack: 'Send back',
    drop: 'Drop',
    done: (label: string) => `Decided: ${label}.`,
    undo: 'Undo',
    undone: 'Taken back.',
  },

  sendBack: {
    title: 'Send back',
    text: 'They see the claim again with their own answer and your words. It leaves this list until they have answered.',
    to: 'To whom?',
    who: (letter: string) => `who gave answer ${letter}`,
    whoSkipped: (letter: string) => `who skipped it (${letter})`,
    comment: 'What should they look at?',
    submit: 'Send back',
    lacks: 'Choose at least one.',
    done: (to: readonly string[]) => `Sent back to ${letters.format(to)}.`,
  },

  drop: {
    title: 'Drop the claim',
    text: 'It is taken out of its file in the claims folder and nobody gets it any more. Your journal keeps all of it: you find it under Decided and can put it back, unchanged.',
    reason: 'Why?',
    /** What reasons mean of a claim that is dropped; the others are none. */
    reasons: {
      'ambiguous-claim': 'Nobody can tell what it says, or it is broken.',
      'evidence-insufficient': 'Nothing in this corpus can decide it.',
      'page-defect': 'Its article is broken, or contradicts itself.',
    },
    comment: 'Comment',
    submit: 'Drop the claim',
    lacks: 'Say why.',
    done: 'Dropped.',
  },

  gaps: {
    copy: 'Copy as a list',
    copied: 'Copied.',
    notCopied: 'The browser does not let the page copy.',
    noComment: 'No comment was given.',
    line: (comment: string, claim: string, id: string) => `- [ ] ${comment} (claim ${id}: ${claim})`,
    hint: 'What the guidelines should say. A gap leaves this list when its claim is decided anew with another reason.',
  },

  failure: {
    list: 'The claims to decide could not be loaded',
    claim: 'This claim could not be loaded',
    text: 'What you have done is kept in this browser.',
  },
} as const;
