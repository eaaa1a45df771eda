/**
 * Words of a language that rules and statistics look for, in lower case. A language is data: one file in this folder, one line
 * in the registry; what it does not list, no rule can find in its claims.
 */
export interface Language {
  /** BCP 47 primary language subtag, such as `en`, which is also the name of its file. */
  readonly tag: string;
  readonly name: string;
}
