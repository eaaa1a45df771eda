// Deep imports on purpose: natural's main entry writes to stdout and loads database drivers, its index of stemmers megabytes of other languages.
import en from 'natural/lib/natural/stemmers/porter_stemmer.js';
import de from 'natural/lib/natural/stemmers/porter_stemmer_de.js';
import es from 'natural/lib/natural/stemmers/porter_stemmer_es.js';
import fr from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import it from 'natural/lib/natural/stemmers/porter_stemmer_it.js';
import nl from 'natural/lib/natural/stemmers/porter_stemmer_nl.js';
import no from 'natural/lib/natural/stemmers/porter_stemmer_no.js';
import pt from 'natural/lib/natural/stemmers/porter_stemmer_pt.js';
import ru from 'natural/lib/natural/stemmers/porter_stemmer_ru.js';
import sv from 'natural/lib/natural/stemmers/porter_stemmer_sv.js';
import { porterStem } from './porter-stem.ts';

/** The stemmers by language: Porter's for English, those made after its pattern for others. */
const stemmers: Readonly<Record<string, { readonly stem: (word: string) => string }>> = {
  de,
  en: { stem: (word) => (/^[a-z]+$/.test(word) ? porterStem(word) : en.stem(word)) },
  es,
  fr,
  it,
  nl,
  no,
  pt,
  ru,
  sv,
};

/** What cuts words in lower case of the language of a BCP 47 tag to their stems; `undefined` where there is none. */
export function stemmerOf(language: string): ((word: string) => string) | undefined {
  const [primary = ''] = language.toLowerCase().split('-');
  const stemmer = Object.hasOwn(stemmers, primary) ? stemmers[primary] : undefined;
  return stemmer === undefined ? undefined : (word) => stemmer.stem(word);
}
