import type { Language } from '../../../text/languages/language.ts';
import { isCapitalised } from '../../../text/word-spans.ts';
import { closedTag } from '../english/closed-words.ts';
import { indefiniteArticle } from '../english/indefinite-article.ts';
import { singularsOf } from '../english/noun-forms.ts';
import type { Replacement } from '../mutation-candidate.ts';
import type { Substitutes } from '../substitutes.ts';
import type { Thesaurus } from '../thesaurus.ts';
import { type NameUse, nameKind } from './name-kind.ts';
import { type NameInText, namesIn, withoutFirstWord } from './names-in.ts';

/** A name of a claim, and what it is the name of. */
interface KnownName extends NameInText {
  readonly kind: string;
  /** Whether `the` before it would be for something behind it: `the Baku fields`. */
  readonly isWithoutThe: boolean;
}

/**
 * For each name of a claim others of the corpus that are names of the same, those with the same last word first, and then those that the
 * thesaurus knows.
 */
export function otherNames(
  claim: string,
  { names }: Substitutes,
  language: Language,
  thesaurus: Thesaurus | undefined,
): Replacement[][] {
  const kinds = kindsOf(names, thesaurus);
  return knownNames(claim, names, language, thesaurus).map((name) => {
    const { text, kind } = name;
    const alike = names.filter((other) => kinds.get(other) === kind);
    const isSameHead = (other: NameUse): boolean => lastWord(other.text) === lastWord(text);
    const known = [...alike.filter(isSameHead), ...alike.filter((other) => !isSameHead(other))];
    const sense = thesaurus?.senses(text, 'noun').find(({ isName }) => isName);
    const siblings =
      sense === undefined ? [] : (thesaurus?.related(sense, 'sibling') ?? []).filter(isCapitalised);
    return [
      ...known.map((other) =>
        // `the Mi-8`, `the war`, `the Armenian border`: the article is not for the name itself.
        kind === 'designation' || isPeople(kind) || isSameHead(other)
          ? { span: name.span, to: other.text, by: 'name' as const }
          : replacing(claim, name, other, 'name'),
      ),
      ...siblings
        .filter((sibling) => !known.some((other) => other.text === sibling))
        .map((sibling) => ({ span: name.span, to: sibling, by: 'name' as const })),
    ].filter(({ to }) => !shareWords(to, text, claim));
  });
}

/** For each name of a claim the commonest names of the corpus that are names of something else. */
export function unlikeNames(
  claim: string,
  { names }: Substitutes,
  language: Language,
  thesaurus: Thesaurus | undefined,
): Replacement[][] {
  const kinds = kindsOf(names, thesaurus);
  const others = names.filter((other) => !isPeople(kinds.get(other)) && kinds.get(other) !== undefined);
  return knownNames(claim, names, language, thesaurus).map((name) =>
    // `an Armenian plane` stays a sentence only with another people.
    isPeople(name.kind)
      ? []
      : others
          .filter(
            (other) => !areAlike(kinds.get(other), name.kind) && !shareWords(other.text, name.text, claim),
          )
          .map((other) => replacing(claim, name, other, 'other-kind')),
  );
}

/** One name for another, with `the` or without it as the corpus mostly has it. */
function replacing(
  claim: string,
  { span, isWithoutThe }: KnownName,
  { text, count, articles }: NameUse,
  by: 'name' | 'other-kind',
): Replacement {
  const the = /(?<!\p{L})the $/iu.exec(claim.slice(0, span.start));
  if (the !== null && isWithoutThe) return { span, to: text, by };
  const wantsThe = articles * 2 > count;
  const start = the === null || wantsThe ? span.start : the.index;
  return { span: { start, end: span.end }, to: wantsThe && the === null ? `the ${text}` : text, by };
}

/** For each name of a claim that the thesaurus knows what it is one of: `an Asian country`. */
export function namesSaidGenerally(
  claim: string,
  names: readonly NameUse[],
  language: Language,
  thesaurus: Thesaurus,
): Replacement[][] {
  return knownNames(claim, names, language, thesaurus).map(({ text, span }) => {
    const sense = thesaurus.senses(text, 'noun').find(({ isName }) => isName);
    const before = claim.slice(0, span.start);
    // Before `'s` and behind another word of the noun phrase the sentence would break.
    if (sense === undefined || /[\p{Lu}\p{L}-]-$/u.test(before)) return [];
    const the = /(?<!\p{L})the $/iu.exec(before);
    const start = the === null ? span.start : the.index;
    return thesaurus.related(sense, 'hypernym').map((kind) => ({
      span: { start, end: span.end },
      to: `${indefiniteArticle(kind)} ${kind}`,
      by: 'hypernym' as const,
    }));
  });
}

/** The names of a claim that something is known of. A first word that is no part of the name is left out. */
function knownNames(
  claim: string,
  names: readonly NameUse[],
  language: Language,
  thesaurus: Thesaurus | undefined,
): KnownName[] {
  const uses = new Map(names.map((use) => [use.text, use]));
  return namesIn(claim, language).flatMap((found) => {
    const name = found.isFirst ? trimmedStart(found, uses, thesaurus) : found;
    if (name === undefined) return [];
    return partsOf(name, uses, thesaurus).flatMap((part) => {
      // `Resolution 822`: with another name before it the number is of nothing.
      if (/^(?: \p{N}|-)/u.test(claim.slice(part.span.end))) return [];
      const known = uses.get(part.text);
      const use = known ?? { text: part.text, count: 0, places: 0, isLast: false };
      const kind = nameKind(use, thesaurus);
      const isWithoutThe = known !== undefined && known.articles * 2 <= known.count;
      return kind === undefined ? [] : [{ ...part, kind, isWithoutThe }];
    });
  });
}

/** `Armenian Yak-40` are two, unless the corpus knows them as one. */
function partsOf(
  name: NameInText,
  uses: ReadonlyMap<string, NameUse>,
  thesaurus: Thesaurus | undefined,
): NameInText[] {
  const rest = withoutFirstWord(name);
  const [first = ''] = name.text.split(' ');
  const isOfPeople = nameKind({ text: first, count: 0, places: 0, isLast: false }, thesaurus) === 'people';
  if (rest === undefined || !isOfPeople || uses.has(name.text)) return [name];
  const { start } = name.span;
  return [{ text: first, span: { start, end: start + first.length }, isFirst: name.isFirst }, rest];
}

/** The name at the start of a sentence: without `The`, and without a word that is written small elsewhere. */
function trimmedStart(
  found: NameInText,
  uses: ReadonlyMap<string, NameUse>,
  thesaurus: Thesaurus | undefined,
): NameInText | undefined {
  if (uses.has(found.text)) return found;
  const [first = ''] = found.text.split(' ');
  const lower = first.toLowerCase();
  const isCommon =
    closedTag(lower) !== undefined ||
    [lower, ...singularsOf(lower)].some((base) =>
      (['noun', 'verb', 'adjective'] as const).some((wordClass) =>
        thesaurus?.senses(base, wordClass).some(({ word }) => !isCapitalised(word)),
      ),
    );
  if (!isCommon) return found;
  return withoutFirstWord(found);
}

function kindsOf(
  names: readonly NameUse[],
  thesaurus: Thesaurus | undefined,
): ReadonlyMap<NameUse, string | undefined> {
  return new Map(names.map((use) => [use, nameKind(use, thesaurus)]));
}

/** Whether putting one for the other may well make sense: both are where something is. */
function areAlike(kind: string | undefined, other: string): boolean {
  const places = ['country', 'place', 'noun.location'];
  return kind === other || (places.includes(kind ?? '') && places.includes(other));
}

function isPeople(kind: string | undefined): boolean {
  return kind === 'people' || kind === 'peoples';
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

/** Whether a claim names something already, or a name is another form of the one it replaces. */
function shareWords(name: string, replaced: string, claim: string): boolean {
  const bare = name.replace(/^the /, '');
  return claim.includes(bare) || bare.includes(replaced) || replaced.includes(bare);
}
