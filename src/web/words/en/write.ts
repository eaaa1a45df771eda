import type { MissingPart } from '../../../annotate/write/missing-of.ts';
import type { Label } from '../../../claims/label.ts';
import type { Mutation } from '../../../claims/mutation.ts';
import { nameWords } from './names.ts';

interface MutationWords {
  readonly name: string;
  readonly meaning: string;
  /** Of "Marie Curie won two Nobel Prizes." */
  readonly example: string;
}

const mutations: Readonly<Record<Mutation, MutationWords>> = {
  rephrase: {
    name: 'Rephrase',
    meaning: 'The same fact in other words.',
    example: 'Marie Curie was awarded the Nobel Prize twice.',
  },
  negate: {
    name: 'Negate',
    meaning: 'The opposite, best said without “not”.',
    example: 'Marie Curie went through life without a Nobel Prize.',
  },
  substitute_similar: {
    name: 'Substitute, similar',
    meaning: 'One thing replaced by another of its kind.',
    example: 'Marie Curie won three Nobel Prizes.',
  },
  substitute_dissimilar: {
    name: 'Substitute, dissimilar',
    meaning: 'One thing replaced by another of a different kind.',
    example: 'Marie Curie won two Olympic medals.',
  },
  specific: {
    name: 'More specific',
    meaning: 'A fact that says more than the source.',
    example: 'Marie Curie won Nobel Prizes in physics and in chemistry.',
  },
  general: {
    name: 'More general',
    meaning: 'A fact that says less than the source.',
    example: 'Marie Curie won a Nobel Prize.',
  },
};

const missing: Readonly<Record<MissingPart, string>> = {
  source: 'a source',
  text: 'the claim',
  label: 'a label',
  evidence: 'evidence',
};

const and = new Intl.ListFormat('en', { type: 'conjunction' });
const or = new Intl.ListFormat('en', { type: 'disjunction' });
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** What the page says in English: write. */
export const writeWords = {
  title: 'Write claims',
  form: 'The claim',
  article: 'The article',

  source: 'Source',
  sourceHint: 'Choose what the claim is about: a sentence, or cells of a table.',
  sourceKeys: (move: string, choose: string) => `${move} to move, ${choose} to choose, or click.`,
  otherSource: 'Other source',
  keepSource: 'Keep this source',
  keptSource: 'The next claim is from here too. To write from elsewhere, choose it in the article.',
  fromClaim: (id: string) => `Claim ${id}`,
  showSource: 'Show the source in its article',
  choosingSource: 'Choosing the source',
  choosingEvidence: (letter: string) => `Choosing evidence for set ${letter}`,
  noEvidence: 'Not enough info has no evidence',
  moreIds: (count: number) => `and ${count} more`,

  claim: 'Claim',
  claimPlaceholder: 'One sentence that stands on its own.',
  wordCount: (count: number) => (count === 1 ? '1 word' : `${count} words`),
  editing: (id: string) => `You are changing claim ${id}.`,
  stopEditing: 'Leave it as it was',

  checks: 'Checked as soon as there is a claim.',
  dataset: 'Other claims',
  cue: (share: number, claims: number, word: string, label: Label) =>
    `${percent(share)} of the ${claims} claims with “${word}” are ${nameWords.labels[label]}: the word gives the label away.`,
  near: (id: string, share: number) => `${percent(share)} the same words as claim ${id}:`,
  sameAs: (id: string) => `Claim ${id} has the same words:`,
  noTelling: 'No word gives the label away, no claim says nearly the same.',
  notChecked: 'Not compared with other claims: the server cannot be reached.',
  notCheckedFailed: 'Not compared with other claims: the server had no answer.',

  mutation: 'How it was made',
  noMutation: 'Freely',
  noMutationMeaning: 'Not made by changing the source.',
  mutations,
  exampleOf: (example: string) => `Marie Curie won two Nobel Prizes. → ${example}`,
  offers: 'Rewrites to choose from',
  offerOfClaim: (id: string) => `Offer rewrites of claim ${id}`,
  offerOfText: 'Offer rewrites of the text above',
  offering: 'Looking for rewrites…',
  offered: (count: number, leftOut: number) => {
    const out = leftOut === 0 ? '' : ` ${leftOut} left out, with an error or a claim already.`;
    if (count === 0) return `Nothing to offer: write it yourself.${out}`;
    const made = `${count === 1 ? '1 rewrite' : `${count} rewrites`}, made by machine`;
    return `${made}: read before you take one, then change it as you like.${out}`;
  },
  insteadOf: (from: string) => `Instead of “${from}”.`,
  notOffered: 'No rewrites: the server cannot be reached.',
  notOfferedFailed: 'No rewrites: the server had no answer.',
  label: 'Label',
  likely: 'likely',
  likelyLabels: (mutation: Mutation, labels: readonly Label[]) =>
    `${mutations[mutation].name} mostly gives ${or.format(labels.map((label) => nameWords.labels[label]))}. You decide.`,
  unlikely: (mutation: Mutation, labels: readonly Label[]) =>
    `${mutations[mutation].name} mostly gives ${or.format(labels.map((label) => nameWords.labels[label]))}. Look twice.`,
  evidenceOfNei:
    'A claim without enough information has no evidence. What you chose stays here until you submit.',
  challenge: 'Challenge',
  noChallenge: 'Not said',

  submit: 'Submit',
  submitChange: 'Submit the change',
  missing: (parts: readonly MissingPart[]) =>
    `Still missing: ${and.format(parts.map((part) => missing[part]))}.`,
  errors: 'The checks found an error. Mend it first.',
  saved: (id: string) => `Claim ${id} is written.`,
  changed: (id: string) => `Claim ${id} is changed.`,
  waits:
    'The server cannot be reached. The claim is kept in this browser and gets its number when the server is back.',
  undo: 'Undo',
  undone: (id: string, isChange: boolean) =>
    isChange
      ? `Claim ${id} is as it was. The change is in the form again.`
      : `Claim ${id} is taken back. Its text is in the form again.`,
  undoneElsewhere: (id: string, isChange: boolean) =>
    isChange ? `Claim ${id} is as it was.` : `Claim ${id} is taken back.`,
  nothingToUndo: 'There is nothing to undo.',

  written: 'Written here',
  writtenNone: 'Claims that you submit are listed here.',
  writtenCount: (count: number) => (count === 1 ? '1 claim' : `${count} claims`),
  waiting: 'waits for the server',
  edit: 'Change',
  editOf: (id: string) => `Change claim ${id}`,
  undoOf: (id: string) => `Undo claim ${id}`,
  mutate: 'Write from it',
  mutateOf: (id: string) => `Write from it: claim ${id}`,
  forget: 'Throw away',
  replaceTitle: 'A claim is being written',
  replaceText: 'The form holds a claim that is not submitted. If you go on, its text is gone.',
  replaceYes: 'Go on',

  noArticle: 'No article is open',
  noArticleHint: 'Search the articles for what you want to write about, or open one of the list.',
  openArticles: 'Open articles',
  closeArticle: (title: string) => `Close ${title}`,
  articleFailed: (title: string) => `“${title}” could not be opened.`,
  articleMissing: (title: string) => `There is no article “${title}” any more.`,
  openedElsewhere: 'This page is open in another tab too. Work in one of them: both keep the same draft.',
} as const;
