// natural types its files only through indexes that load what is not wanted.
declare module 'natural/lib/natural/util/stopwords_*.js' {
  export const words: readonly string[];
}

declare module 'natural/lib/natural/stemmers/porter_stemmer*.js' {
  const stemmer: { readonly stem: (word: string) => string };
  export = stemmer;
}
