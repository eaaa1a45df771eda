/** The path without `./` at its beginning, which means nothing and which some readers of reports do not know. */
export function plainPath(path: string): string {
  return path.replace(/^(?:\.\/+)+/, '');
}
