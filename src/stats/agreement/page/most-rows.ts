/** Rows of a table that has more of them, which `--json` prints all. */
export const mostRows = 20;
