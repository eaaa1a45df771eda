import { visibleText } from '../visible-text.ts';

/**
 * Text in which nothing acts in GitHub Flavored Markdown, in a table neither: no HTML, emphasis, links, mentions, references to issues,
 * emoji codes or mathematics. Line breaks become blanks.
 */
export function markdownText(text: string): string {
  return visibleText(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[&<>|@#$]|:(?=\S)|(?<=www)\./gi, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\\`*_[\]~]|^[-+=](?=\s|$)|(?<=^\d+)[.)](?=\s|$)/g, '\\$&');
}
