// natural types its lists only through an index that loads database drivers.
declare module 'natural/lib/natural/util/stopwords_*.js' {
  export const words: readonly string[];
}
