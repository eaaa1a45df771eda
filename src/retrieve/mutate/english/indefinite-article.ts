/** Written with a vowel, spoken with a consonant: `a union`, `a one-way street`, `a European`. */
const consonantSound = /^(?:uni(?![nm])|use|usu|ute|uto|ura|eu|ewe|on(?:e|ce)\b|ou[ij])/i;
/** The other way round: `an hour`, `an 11th attempt`. */
const vowelSound = /^(?:hour|honest|honou?r|heir|8|11(?!\d)|18(?!\d))/i;
/** Letters whose names begin with a vowel: `an FBI agent`. */
const spelledOut = /^[AEFHILMNORSX](?:[A-Z0-9]|-|$)/;
/** Capitals that are spoken as a word, as `NATO`. */
const spoken = /^[FHLMNRSX][AEIOU][A-Z]{2}/;

/** The indefinite article before a word: `a` or `an`. */
export function indefiniteArticle(word: string): 'a' | 'an' {
  if (vowelSound.test(word)) return 'an';
  if (/^[A-Z][A-Z0-9-]/.test(word) && !/[a-z]/.test(word)) {
    return spelledOut.test(word) && !spoken.test(word) ? 'an' : 'a';
  }
  if (consonantSound.test(word)) return 'a';
  return /^[aeiou]/i.test(word) ? 'an' : 'a';
}
