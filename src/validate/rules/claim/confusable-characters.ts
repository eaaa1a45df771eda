import { mixedWords } from '../../../text/confusables.ts';
import { invisibleCharacters } from '../../../text/invisible-characters.ts';
import { claimFacts } from '../../claim/claim-facts.ts';
import { placeInClaim } from '../../claim/claim-place.ts';
import { quotedWord } from '../../excerpt.ts';
import { defineClaimRule } from '../../rule.ts';

/** A claim is written with the characters that it seems to be written with. */
export const confusableCharacters = defineClaimRule({
  id: 'claim/confusable-characters',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  title: 'A claim is written with the characters that it seems to be written with.',
  why: 'People do not see the difference, but no search finds the word, and a tokenizer cuts it to pieces.',
  help: 'Type the word anew.',
  source: 'Unicode Technical Standard #39 (Security Mechanisms): confusable and invisible characters.',
  messages: {
    letter: 'In "{word}", "{letter}" is the {script} letter {code}, not "{twin}".',
    mixed: 'The word "{word}" mixes letters of two scripts that look alike.',
    invisible: 'The claim has a character that cannot be seen: {name}.',
  },
  examples: [
    {
      name: 'letters of other scripts for themselves',
      lines: [
        { id: 1, claim: 'Élodie was born in Москва.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 2, claim: 'The cytokine TNFα binds to DNA.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
    },
    {
      name: 'Cyrillic letters in a Latin word',
      lines: [
        { id: 1, claim: 'Élodie was born in \u041c\u043escow.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
      expect: ['1:37-1:38 letter', '1:38-1:39 letter'],
    },
    {
      name: 'a word that may be of either script',
      lines: [{ id: 1, claim: 'The number is \u0430ce.', label: 'NOT ENOUGH INFO', evidence: [] }],
      expect: ['1:32-1:35 mixed'],
    },
    {
      name: 'a soft hyphen',
      lines: [{ id: 1, claim: 'Élo\u00addie was born here.', label: 'NOT ENOUGH INFO', evidence: [] }],
      expect: ['1:21-1:22 invisible'],
    },
    {
      name: 'an escaped zero-width space that may stand for a blank',
      lines: ['{"id":1,"claim":"She was in New\\u200bYork.","label":"NOT ENOUGH INFO","evidence":[]}'],
      expect: ['1:32-1:38 invisible'],
    },
  ],
  exampleCorpus: `A

From Wikipedia for FEVERv2
Jump to navigation Jump to search

Москва is a city, and TNFα a cytokine. A_sentence_0
`,
  skip: ({ claim }, { language }) => claimFacts(claim, language).isPlain,
  *check(entry, { report }) {
    const { claim } = entry.claim;
    for (const { word, span, foreign } of mixedWords(claim)) {
      if (foreign.length === 0)
        yield report('mixed', { data: { word: quotedWord(word) }, place: placeInClaim(entry, span) });
      for (const { letter, twin, script, span: part } of foreign) {
        const place = placeInClaim(entry, part);
        const code = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
        const data = { word: quotedWord(word), letter, script, code, twin };
        yield report('letter', { data, place, fix: [{ span: place.span, text: twin }] });
      }
    }
    const outer = claim.trim();
    const before = claim.indexOf(outer);
    for (const { name, isRemovable, span } of invisibleCharacters(outer)) {
      const place = placeInClaim(entry, { start: before + span.start, end: before + span.end });
      const edits = [{ span: place.span, text: '' }];
      yield report('invisible', {
        data: { name },
        place,
        help: isRemovable ? 'Remove the character.' : 'Remove the character, or write a blank.',
        ...(isRemovable
          ? { fix: edits }
          : {
              suggestions: [
                { message: 'Remove the character.', edits },
                { message: 'Write a blank.', edits: [{ span: place.span, text: ' ' }] },
              ],
            }),
      });
    }
  },
});
