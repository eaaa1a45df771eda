import { parseDocument, type YAMLError } from 'yaml';
import { z } from 'zod';
import { ToolError } from '../../errors.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { LineIndex } from '../../text/line-index.ts';
import { printable } from '../../text/printable.ts';
import { dataStatement } from './data-statement.ts';
import { datasheet } from './datasheet.ts';
import { todo } from './todo.ts';

/** The file in a dataset folder where its author answers what cannot be computed. */
export const answersName = 'release.yaml';

/** A person as CITATION.cff 1.2.0 has one, or an entity by name. */
const authorSchema = z.union(
  [
    z.strictObject({
      'family-names': z.string().min(1),
      'given-names': z.string().min(1).exactOptional(),
      orcid: z
        .string()
        .regex(/^https:\/\/orcid\.org\/\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/)
        .exactOptional(),
      affiliation: z.string().min(1).exactOptional(),
    }),
    z.strictObject({ name: z.string().min(1) }),
  ],
  {
    error:
      'expected `family-names` (with `given-names`, `orcid` as https://orcid.org/…, `affiliation` where wanted), or only `name`',
  },
);

const textsSchema = z.record(z.string(), z.string()).default({});

const answersSchema = z.strictObject({
  authors: z.array(authorSchema).default([]),
  datasheet: textsSchema,
  'data-statement': textsSchema,
});

/** What the author says: whom to cite, and answers by the key of their question. `TODO(author)` and nothing are no answer. */
export type Answers = z.infer<typeof answersSchema>;

export type Author = z.infer<typeof authorSchema>;

/** No answers. */
export const noAnswers: Answers = { authors: [], datasheet: {}, 'data-statement': {} };

/** The answers of a text of YAML. @throws ToolError RELEASE_INVALID, with the place where the YAML parser tells it. */
export function parseAnswers(text: string): Answers {
  const document = parseDocument(text, { version: '1.2', strict: true, uniqueKeys: true });
  const [problem] = document.errors;
  const lines = new LineIndex(text);
  const fail = (offset: number, message: string): never => {
    const { line, column } = lines.pointAt(Math.min(offset, text.length));
    throw new ToolError('RELEASE_INVALID', `${answersName}:${line}:${column} ${printable(message)}`);
  };
  if (problem !== undefined) fail(problem.pos[0], firstLine(problem));
  let json: unknown;
  try {
    // An anchor that stands for many others could fill the memory; nothing here needs one.
    json = document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch (cause) {
    fail(0, `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`);
  }
  const parsed = answersSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = [
      ...(issue?.path ?? []),
      ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []),
    ].map(String);
    const node = document.getIn(path, true) as { range?: readonly number[] } | undefined;
    fail(node?.range?.[0] ?? 0, `${path.join('.')}: ${issue?.message ?? 'is wrong'}.`);
  }
  const answers = parsed.data ?? noAnswers;
  for (const { id: name, sections } of [datasheet, dataStatement]) {
    const ids = sections.flatMap(({ questions }) => questions.map(({ id }) => id));
    for (const id of Object.keys(answers[name])) {
      if (ids.includes(id)) continue;
      const node = document.getIn([name, id], true) as { range?: readonly number[] } | undefined;
      const help = didYouMean(id, ids) ?? `The questions are ${ids.join(', ')}.`;
      fail(node?.range?.[0] ?? 0, `${name}.${id}: there is no such question. ${help}`);
    }
  }
  return {
    authors: answers.authors,
    datasheet: withoutTodos(answers.datasheet),
    'data-statement': withoutTodos(answers['data-statement']),
  };
}

function withoutTodos(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).filter(([, text]) => text.trim() !== '' && text.trim() !== todo),
  );
}

function firstLine({ message }: YAMLError): string {
  return `is not YAML: ${message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? ''}.`;
}
