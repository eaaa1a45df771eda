import { visibleText } from './visible-text.ts';

/** A text in one line, cut where it has more characters than that: `…` then stands for the rest. */
export function shortened(text: string, maxChars: number): string {
  const characters = [...visibleText(text).replace(/\s+/g, ' ')];
  return characters.length > maxChars
    ? `${characters.slice(0, maxChars - 1).join('')}…`
    : characters.join('');
}
