import { parseDocument } from 'yaml';
import { ToolError } from '../../errors.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { valueAt } from '../../text/json-pointer.ts';
import { LineIndex } from '../../text/line-index.ts';
import { printable } from '../../text/printable.ts';
import { type Answers, answersName, answersSchema } from './answers.ts';
import { dataStatement } from './data-statement.ts';
import { datasheet } from './datasheet.ts';
import { todo } from './todo.ts';

/** The answers of a text of YAML. @throws ToolError RELEASE_INVALID, with the place of what is wrong. */
export function parseAnswers(text: string): Answers {
  const { json, fail } = readYaml(text);
  const parsed = answersSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    return fail([...(issue?.path ?? []), ...unknown].map(String), issue?.message ?? 'is wrong');
  }
  for (const { id: name, sections } of [datasheet, dataStatement]) {
    const ids = sections.flatMap(({ questions }) => questions.map(({ id }) => id));
    // Of the text itself: the schema drops a key named `__proto__`.
    for (const id of Object.keys(valueAt(json, [name]) ?? {})) {
      if (ids.includes(id)) continue;
      const help = didYouMean(id, ids) ?? `The questions are ${ids.join(', ')}`;
      fail([name, id], `there is no such question. ${help.replace(/\.$/, '')}`);
    }
  }
  return {
    authors: parsed.data.authors,
    datasheet: withoutTodos(parsed.data.datasheet),
    'data-statement': withoutTodos(parsed.data['data-statement']),
  };
}

interface ReadYaml {
  readonly json: unknown;
  /** @throws ToolError with the place of the value at a path. */
  readonly fail: (path: readonly string[], message: string) => never;
}

function readYaml(text: string): ReadYaml {
  const failAt = (offset: number, message: string): never => {
    const { line, column } = new LineIndex(text).pointAt(Math.min(offset, text.length));
    throw new ToolError('RELEASE_INVALID', `${answersName}:${line}:${column} ${printable(message)}.`);
  };
  try {
    const document = parseDocument(text, { version: '1.2', strict: true, uniqueKeys: true });
    const [problem] = document.errors;
    if (problem !== undefined) failAt(problem.pos[0], `is not YAML: ${firstLine(problem.message)}`);
    return {
      // An anchor that stands for many others could fill the memory; nothing here needs one.
      json: document.toJS({ maxAliasCount: 0 }) ?? {},
      fail: (path, message) => {
        const node = document.getIn(path, true) as { readonly range?: readonly number[] } | undefined;
        return failAt(node?.range?.[0] ?? 0, `${path.join('.')}: ${message}`);
      },
    };
  } catch (cause) {
    if (cause instanceof ToolError) throw cause;
    if (cause instanceof RangeError) return failAt(0, 'nests too deep');
    return failAt(0, `cannot be read: ${firstLine(cause instanceof Error ? cause.message : String(cause))}`);
  }
}

/** Without the place, which is told before it. */
function firstLine(message: string): string {
  return (message.split('\n', 1)[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').replace(/\.$/, '');
}

function withoutTodos(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).filter(([, text]) => text.trim() !== '' && text.trim() !== todo),
  );
}
