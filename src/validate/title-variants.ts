const escapes: readonly (readonly [plain: string, escaped: string])[] = [
  ['(', '-LRB-'],
  [')', '-RRB-'],
  ['[', '-LSB-'],
  [']', '-RSB-'],
  [':', '-COLON-'],
];
const escapeOf = new Map(escapes);
const unescapeOf = new Map(escapes.map(([plain, escaped]) => [escaped, plain]));

/** Titles that a title may be another spelling of: as FEVER spells them, as addresses of Wikipedia do, and as they are. */
export function titleVariants(title: string): readonly string[] {
  const plain = title.replace(
    /-(?:LRB|RRB|LSB|RSB|COLON)-/g,
    (escaped) => unescapeOf.get(escaped) ?? escaped,
  );
  const escaped = title.replace(/[()[\]:]/g, (bracket) => escapeOf.get(bracket) ?? bracket);
  const spellings = [title, plain, escaped].flatMap((spelling) => [
    spelling.replaceAll('_', ' '),
    spelling,
    spelling.replaceAll(' ', '_'),
  ]);
  return [...new Set(spellings)].filter((spelling) => spelling !== title);
}
