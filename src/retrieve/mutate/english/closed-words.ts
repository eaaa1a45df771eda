/** What words are whose classes have no new members. */
export type ClosedTag =
  | 'determiner'
  | 'preposition'
  | 'auxiliary'
  | 'pronoun'
  | 'relative'
  | 'conjunction'
  | 'negation'
  | 'particle'
  | 'number';

const table: Readonly<Record<ClosedTag, string>> = {
  determiner: `a an the this these those each every some any all both either another its his her their our my your such many much few several other more most less fewer
    least own`,
  preposition: `of in on at by for from with without to into onto over under above below between among during before after
    since until against about around near through throughout across along toward towards within outside inside beyond behind
    beside besides despite except like than as per via upon off amid amidst following including according due`,
  auxiliary: `is are was were am be been being has have had having do does did will would shall should can could may might must`,
  pronoun: `he she it they him them himself herself itself themselves one anyone everyone nobody nothing something there`,
  relative: `that who which whose whom where when while because although though if whether unless whereas`,
  conjunction: `and or but nor yet so`,
  negation: `not never no neither none cannot`,
  particle: `up down out away back together apart forth also only just even still already then later again once almost nearly
    exactly roughly very too now here ago ever born`,
  number: `zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half`,
};

const tags = new Map<string, ClosedTag>();
for (const [tag, words] of Object.entries(table) as [ClosedTag, string][]) {
  for (const word of words.split(/\s+/)) if (!tags.has(word)) tags.set(word, tag);
}

/** The class of a word of a closed class, in lower case; `undefined` for any other. */
export function closedTag(word: string): ClosedTag | undefined {
  return tags.get(word);
}

const modals = new Set('will would shall should can could may might must'.split(' '));
const formsOfBe = new Set('is are was were am be been being'.split(' '));
const formsOfHave = new Set('has have had having'.split(' '));
const formsOfDo = new Set('do does did'.split(' '));

/** Which verb an auxiliary is; `undefined` for a word that is none. */
export function auxiliaryOf(word: string): 'be' | 'have' | 'do' | 'modal' | undefined {
  if (formsOfBe.has(word)) return 'be';
  if (formsOfHave.has(word)) return 'have';
  if (formsOfDo.has(word)) return 'do';
  return modals.has(word) ? 'modal' : undefined;
}
