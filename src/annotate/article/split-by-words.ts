/** A piece of a text. */
export interface TextPiece {
  readonly text: string;
  readonly isWord: boolean;
}

/**
 * A text cut where the words stand in it, whatever their case; together the pieces are the text. Only whole words are found: `war` is
 * not in `warned`.
 */
export function wordSplitter(words: readonly string[]): (text: string) => TextPiece[] {
  const escaped = words
    .filter((word) => word.trim() !== '')
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  if (escaped.length === 0) return (text) => [{ text, isWord: false }];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => {
    const pieces: TextPiece[] = [];
    let end = 0;
    for (const { 0: found, index } of text.matchAll(pattern)) {
      if (index > end) pieces.push({ text: text.slice(end, index), isWord: false });
      pieces.push({ text: found, isWord: true });
      end = index + found.length;
    }
    if (end < text.length || text === '') pieces.push({ text: text.slice(end), isWord: false });
    return pieces;
  };
}
