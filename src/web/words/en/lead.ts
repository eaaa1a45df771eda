import type { Label } from '../../../claims/label.ts';
import { formatNumber } from '../../../reporters/count-words.ts';
import { durationWords } from '../../../stats/progress/duration-words.ts';
import type { WaitingKind } from '../../../stats/progress/waiting-kinds.ts';
import { plural } from '../../../text/plural.ts';
import { nameWords } from './names.ts';

const waiting: Readonly<Record<WaitingKind, string>> = {
  label: 'Different labels',
  evidence: 'The same label, no evidence set in common',
  skipped: 'Skipped, for you to decide',
  flagged: 'Flagged',
  dataset: 'All agree on another label than the dataset has',
  verdict: 'Another label from the evidence alone',
};

const count = (number: number, noun: string): string => `${formatNumber(number)} ${plural(noun, number)}`;

/** What the page says in English: lead. */
export const leadWords = {
  title: 'Progress',
  ownTitle: 'Your progress',
  number: formatNumber,
  duration: durationWords,
  none: '–',
  refresh: 'Refresh',
  updated: (time: string) => `Figures of ${time}`,
  stale: (time: string) => `No connection. Figures of ${time}`,
  failed: 'The figures could not be loaded',

  answeredOf: (answered: number, all: number) =>
    `${formatNumber(answered)} of ${count(all, 'claim')} answered`,
  byEach: (overlap: number) =>
    overlap === 1 ? 'One annotator answers each claim.' : `${overlap} annotators answer each claim.`,
  barLabel: (parts: readonly string[]) => `Claims: ${parts.join(', ')}`,
  part: (name: string, number: number) => `${name} ${formatNumber(number)}`,
  decided: 'Decided',
  answered: 'Answered, not yet decided',
  begun: 'Begun',
  untouched: 'Untouched',
  alsoGold: (number: number) =>
    `${count(number, 'claim')} with sure gold measure annotators and do not count here.`,
  alsoDropped: (number: number) => `${count(number, 'claim')} ${number === 1 ? 'was' : 'were'} dropped.`,
  noClaims: 'There are no claims yet.',
  nobody: 'Nobody has answered yet',
  nobodyHelp: 'Figures come with the first answers. Send the annotators their links, and look again later.',
  nobodySolo: 'Figures come with your first answers.',

  waitingTitle: 'To decide',
  waitingNone: 'Nothing waits for a decision.',
  waitingCount: (number: number) =>
    `${count(number, 'claim')} ${number === 1 ? 'waits' : 'wait'} for a decision`,
  waitingAll: 'A claim may wait for several reasons.',
  waiting,
  adjudicate: 'Adjudicate',

  agreementTitle: 'Agreement',
  alpha: 'Krippendorff’s alpha of the labels',
  notDefined: 'Not defined yet.',
  interval: (low: string, high: string) => `95 % interval ${low} to ${high}`,
  compared: (number: number) => `of ${count(number, 'claim')} with two answers or more`,
  thresholds:
    '1 is full agreement, 0 is chance. From 0.8 labels can be relied on; below 0.667 they cannot (Krippendorff).',
  chart: (weeks: number, first: string, last: string) =>
    `Agreement over ${count(weeks, 'week')}, from ${first} to ${last}, with intervals. The same as a table below.`,
  byWeek: 'By week',
  week: 'Week from',
  claims: 'Claims',
  alphaShort: 'Alpha',
  intervalShort: 'Interval',

  confusionTitle: 'What is said beside what',
  confusionHelp: 'Pairs of answers to one claim. Off the diagonal, two annotators gave different labels.',
  confusionCorner: 'Label',
  confusionNone: 'No claim has two answers yet.',

  labelsTitle: 'Labels given',
  label: 'Label',
  answers: 'Answers',
  share: 'Share',

  cuesTitle: 'Words that give labels away',
  cuesHelp:
    'Where claims with a word mostly have one label, a system can guess it without reading any evidence.',
  cuesNone: 'None so far.',
  word: 'Word',
  cueShare: (share: string, label: Label) => `${share} ${nameWords.labels[label]}`,

  daysTitle: 'Days',
  day: 'Day',
  work: 'Work',
  daysBefore: (number: number) => `and ${count(number, 'day')} before`,

  timesTitle: 'Time an answer takes',
  timesNone: 'No answer says how long it took.',
  median: (duration: string) => `Half of the answers took ${duration} or less, without pauses.`,
  time: 'Time',
  under: (to: number) => `under ${durationWords(to)}`,
  between: (from: number, to: number) => `${durationWords(from)} to ${durationWords(to)}`,
  over: (from: number) => `${durationWords(from)} and more`,

  skipsTitle: 'Skips and flags',
  skipsNone: 'Nothing was skipped or flagged.',
  reason: 'Reason',
  flagged: 'Flagged for discussion',

  gapsTitle: 'Gaps of the guidelines',
  gapsHelp: 'Decisions that said: the guidelines do not tell. Write down what holds from now on.',
  gapsNone: 'No decision has named one.',
  gapWithout: 'without a comment',
  claim: (id: string) => `Claim ${id}`,

  peopleTitle: 'Annotators',
  private: 'Private: only who leads sees this table.',
  hastyHelp:
    'Hasty: answers in less than a quarter of the median time of all. To be looked at, no proof of anything: some claims are easy.',
  goldHelp: 'Gold: answers to claims whose label and evidence are sure.',
  annotator: 'Annotator',
  answeredHead: 'Answered',
  waitingHead: 'Open to them',
  skippedHead: 'Skipped',
  medianHead: 'Median time',
  activeHead: 'Active',
  idleHead: 'Idle',
  hiddenHead: 'Page hidden',
  hastyHead: 'Hasty',
  correctedHead: 'Decided otherwise',
  goldHead: 'Gold: right labels',
  goldF1Head: 'Gold: evidence F1',
  lastHead: 'Last day',
  goldOf: (share: string, number: number) => `${share} of ${formatNumber(number)}`,

  ownNothing: 'You have not answered anything yet.',
  ownAnswered: 'Claims answered',
  ownSkipped: 'Skipped',
  ownWaiting: 'Open to you',
  ownMedian: 'Median time of an answer',
  ownActive: 'Time at work',
  ownIdle: 'Idle, not counted as work',
  ownHidden: 'Page hidden, not counted as work',
  ownCorrected: 'Decided otherwise',
  ownCorrectedHelp: 'shows how, and why.',
  ownPrivate: 'You see your own figures only; who leads sees those of all.',
  all: 'All annotators together',
} as const;
