/** The version of claimset; a test compares it with package.json. */
export const version = '0.7.0';
