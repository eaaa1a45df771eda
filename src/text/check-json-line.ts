import { type CheckedJson, type CheckedJsonProblem, checkJson } from './check-json.ts';
import { foundOf } from './found-of.ts';
import { isObject } from './is-object.ts';
import { byteOrderMarkLength, type TextLine } from './source-line.ts';
import type { Span } from './span.ts';

/**
 * The JSON of a line of a JSON Lines file, and all that keeps it from being one object that every program reads the same. Spans
 * count from the line's beginning; a byte order mark at the file's beginning is skipped, and a blank line is nothing at all.
 */
export function checkJsonLine(line: Pick<TextLine, 'offset' | 'text'>): CheckedJson {
  if (!line.text.startsWith('{') && line.text.trim() === '') return { json: undefined, problems: [] };
  const mark = byteOrderMarkLength(line);
  const { json, problems } = checkJson(mark === 0 ? line.text : line.text.slice(mark));
  if (json !== undefined && !isObject(json)) return { json, problems: [notObject(line.text, mark, json)] };
  if (mark === 0 || problems.length === 0) return { json, problems };
  const moved = ({ start, end }: Span): Span => ({ start: start + mark, end: end + mark });
  return {
    json,
    problems: problems.map((problem) => ({
      ...problem,
      span: moved(problem.span),
      ...(problem.first && { first: moved(problem.first) }),
    })),
  };
}

function notObject(text: string, mark: number, json: unknown): CheckedJsonProblem {
  const start = mark + text.slice(mark).search(/[^ \t\r]/);
  return {
    kind: 'notObject',
    span: { start, end: text.trimEnd().length },
    data: { found: foundOf(json) },
    ...(Array.isArray(json) && {
      help: 'Write each record on a line of its own, without brackets around them.',
    }),
  };
}
