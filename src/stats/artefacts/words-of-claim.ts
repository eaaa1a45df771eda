/**
 * The words of a claim as the measures of n-grams take them: runs of letters, digits, marks and underscores, in lower case. An
 * apostrophe parts words, as it does for `\w+`: `don't` is `don` and `t`.
 */
export function wordsOfClaim(claim: string): string[] {
  return claim.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
}
