/** Stands where only the author can say something. A release with one of them is not ready. */
export const todo = 'TODO(author)';

/** Something that is left for the author in a file of a release. */
export interface OpenQuestion {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** The line without Markdown around it. */
  readonly text: string;
}

/** What is left for the author in a text, line by line. */
export function openQuestionsOf(file: string, text: string): OpenQuestion[] {
  return text
    .split('\n')
    .flatMap((line, at) =>
      line.includes(todo) ? [{ file, line: at + 1, text: line.replace(/^[-*> ]+/, '').trim() }] : [],
    );
}
