import { type IrregularVerb, irregularVerbs } from './irregular-verbs.ts';

/** `base` is the infinitive and all of the present but the third person, which `s` is. */
export const verbForms = ['base', 's', 'past', 'participle', 'ing'] as const;

export type VerbForm = (typeof verbForms)[number];

/** Verbs of several syllables whose last is stressed, so that its consonant is doubled: `admitted`. */
const stressedLast = new Set(
  `abet abhor acquit admit allot annul begin commit compel concur confer control defer demur deter dispel embed emit enrol equip
  excel expel forbid forget impel incur infer occur omit outwit patrol permit prefer propel rebel rebut recur refer regret remit repel
  submit transfer transmit`.split(/\s+/),
);

/** They only look as if they were `be-` and `re-` with a verb. */
const regularWithPrefix = new Set(['behave', 'belie', 'relay']);

const irregularPresents = new Map([
  ['are', 'be'],
  ['has', 'have'],
  ['is', 'be'],
]);
const irregularByPast = byForm(({ past }) => past);
const irregularByParticiple = byForm(({ participle }) => participle);

/**
 * A verb in a form. Of a verb of several words the first is changed: `carry out`, `carried out`. Of `be` the forms of the singular.
 *
 * @param verb in its base form, in lower case
 */
export function inflectVerb(verb: string, form: VerbForm): string {
  const [first = '', ...others] = verb.split(' ');
  return [inflected(first, form), ...others].join(' ');
}

function inflected(base: string, form: VerbForm): string {
  const irregular = irregularVerb(base);
  switch (form) {
    case 'base':
      return base;
    case 's':
      if (base === 'be') return 'is';
      if (base === 'have') return 'has';
      if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
      return endsInConsonantAndY(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
    case 'past':
      return irregular?.past ?? regularPast(base);
    case 'participle':
      return irregular?.participle ?? regularPast(base);
    case 'ing':
      if (base === 'be') return 'being';
      if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
      if (/[^aeiouy]e$|ue$/.test(base)) return `${base.slice(0, -1)}ing`;
      return doublesLast(base) ? `${base}${base.slice(-1)}ing` : `${base}ing`;
  }
}

/** What a word may be a form of, with the form: the base form is to be looked up, as many of them are no words. */
export function verbsOfForm(word: string): { readonly base: string; readonly form: VerbForm }[] {
  const found: { base: string; form: VerbForm }[] = [];
  for (const base of irregularByPast.get(word) ?? []) found.push({ base, form: 'past' });
  for (const base of irregularByParticiple.get(word) ?? []) found.push({ base, form: 'participle' });
  const irregular = irregularPresents.get(word);
  if (irregular !== undefined) found.push({ base: irregular, form: word === 'are' ? 'base' : 's' });
  found.push({ base: word, form: 'base' });
  for (const base of stemsOf(word)) {
    for (const form of verbForms) {
      if (form !== 'base' && isWrittenSo(base, form, word)) found.push({ base, form });
    }
  }
  return found.filter(
    ({ base, form }, at) => found.findIndex((other) => other.base === base && other.form === form) === at,
  );
}

/** Also with something before it: `befall`, `reshoot`. */
function irregularVerb(base: string): IrregularVerb | undefined {
  const known = irregularVerbs.get(base);
  const [, prefix = '', rest = ''] =
    /^(be|fore|inter|mis|out|over|re|un|under|with)(\w{3,})$/.exec(base) ?? [];
  const other = regularWithPrefix.has(base) ? undefined : irregularVerbs.get(rest);
  if (known !== undefined || other === undefined) return known;
  return { base, past: `${prefix}${other.past}`, participle: `${prefix}${other.participle}` };
}

/** British English doubles every `l`: `travelled`. */
function isWrittenSo(base: string, form: VerbForm, word: string): boolean {
  const ending = form === 'ing' ? 'ing' : 'ed';
  return (
    inflected(base, form) === word ||
    (form !== 's' && base.endsWith('l') && irregularVerb(base) === undefined && word === `${base}l${ending}`)
  );
}

/** What may be left of a word without the ending of a form. */
function stemsOf(word: string): string[] {
  const stem = /^(.+?)(?:ies|ied|ying)$/.exec(word)?.[1];
  const other = /^(.+?)(?:e?s|e?d|ing)$/.exec(word)?.[1] ?? '';
  const longer = /^(.+)(?:s|d)$/.exec(word)?.[1];
  const stems = [
    ...(stem === undefined ? [] : [`${stem}y`, `${stem}ie`]),
    ...(longer === undefined ? [] : [longer]),
    other,
    `${other}e`,
  ];
  const single = other.length > 2 && other.at(-1) === other.at(-2) ? [other.slice(0, -1)] : [];
  return [...stems, ...single].filter((base) => base.length > 1);
}

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (endsInConsonantAndY(base)) return `${base.slice(0, -1)}ied`;
  return doublesLast(base) ? `${base}${base.slice(-1)}ed` : `${base}ed`;
}

function endsInConsonantAndY(word: string): boolean {
  return /[^aeiou]y$/.test(word);
}

/** Whether the last letter is doubled before a vowel: `stopped`. Of several syllables where the last is stressed. */
function doublesLast(base: string): boolean {
  // The vowel of `quit` is one.
  const plain = base.replace('qu', 'q');
  if (!/(?:^|[^aeiou])[aeiou][bdgklmnprtvz]$/.test(plain)) return false;
  const syllables = plain.match(/[aeiouy]+/g)?.length ?? 0;
  return syllables === 1 || stressedLast.has(base);
}

function byForm(formOf: (verb: IrregularVerb) => string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const verb of irregularVerbs.values()) {
    found.set(formOf(verb), [...(found.get(formOf(verb)) ?? []), verb.base]);
  }
  return found;
}
