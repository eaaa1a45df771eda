import type { Diagnostic, Place } from '../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../diagnostic/rule-meta.ts';
import type { JsonPath } from '../text/json-text.ts';
import { printable } from '../text/printable.ts';
import { formatRules } from './format-rules.ts';

/** Something that a record says and that a claim has no place for. */
export interface LeftOut {
  /** In words, such as "the key `note` of a rationale". */
  readonly what: string;
  readonly path: JsonPath;
}

/** Kinds of things that are told one by one; of the rest only that there are more. */
const maxKinds = 10;

/** Counts what the records of a file say that no claim can say: it is told once a kind, not once a record. */
export class LeftOutParts {
  readonly #kinds = new Map<string, { count: number; readonly place: Place }>();

  /** @param place asked for the first of each kind only */
  add(what: string, place: () => Place): void {
    const known = this.#kinds.get(what);
    if (known !== undefined) known.count += 1;
    else if (this.#kinds.size < maxKinds) this.#kinds.set(what, { count: 1, place: place() });
    else {
      const more = this.#kinds.get(others);
      if (more === undefined) this.#kinds.set(others, { count: 1, place: place() });
      else more.count += 1;
    }
  }

  *findings(): Generator<Diagnostic> {
    for (const [what, { count, place }] of this.#kinds) {
      const data = { what: printable(what), count };
      yield createDiagnostic(formatRules.leftOut, count === 1 ? 'only' : 'some', { data, place });
    }
  }
}

const others = 'more of this sort';

/** The keys of an object that are none of `known`, as parts that are left out. */
export function* otherKeys(
  json: object,
  known: readonly string[],
  of: string,
  path: JsonPath,
): Generator<LeftOut> {
  for (const key of Object.keys(json)) {
    if (!known.includes(key)) yield { what: `the key \`${key}\` of ${of}`, path: [...path, key] };
  }
}
