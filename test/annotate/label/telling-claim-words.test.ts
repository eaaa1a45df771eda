import { expect, test } from 'vitest';
import { tellingClaimWords } from '../../../src/annotate/label/telling-claim-words.ts';

test.each([
  {
    claim: 'The war was over in less than five years.',
    language: 'en',
    words: ['war', 'less', 'five', 'years'],
  },
  { claim: 'Baku is not Baku.', language: 'en', words: ['Baku'] },
  { claim: 'La guerra es la guerra.', language: 'xx', words: ['La', 'guerra', 'es'] },
])('$claim', ({ claim, language, words }) => {
  expect(tellingClaimWords(claim, language)).toEqual(words);
});
