import type { Block } from './block.ts';
import type { ReportInput } from './report-input.ts';

/** What a section has nothing to say without: a whole sentence that also tells how to get it. */
export interface Missing {
  readonly missing: string;
}

/** A section of the report: one file in `sections/`, one line in `sections/index.ts`. */
export interface Section {
  /** In kebab-case; also its file, its anchor on the page and its key in the JSON. */
  readonly id: string;
  readonly title: string;
  readonly measure: (input: ReportInput) => MeasuredSection;
}

/** A section with what was measured: the printers print nothing else. */
export interface MeasuredSection {
  readonly id: string;
  readonly title: string;
  /** Plain data, as it goes into JSON. */
  readonly data: object | Missing;
  /** What comes out of it, one line without a full stop, for the list at the top; `null` where there is nothing to show. */
  readonly headline: string | null;
  /** Why there is nothing to show, in whole sentences; `null` where there is something. */
  readonly missing: string | null;
  /** What is shown of it; empty where it is missing. */
  readonly blocks: readonly Block[];
}

/** A section whose headline and blocks are made of exactly what it measured. `measure` gives plain data: no Map, Set, function or `undefined`. */
export function defineSection<Data extends object>(definition: {
  readonly id: string;
  readonly title: string;
  readonly measure: (input: ReportInput) => Data | Missing;
  readonly headline: (data: Data) => string;
  readonly blocks: (data: Data) => Iterable<Block>;
}): Section {
  const { id, title } = definition;
  return {
    id,
    title,
    measure: (input) => {
      const data = definition.measure(input);
      return isMissing(data)
        ? { id, title, data, headline: null, missing: data.missing, blocks: [] }
        : {
            id,
            title,
            data,
            headline: definition.headline(data),
            missing: null,
            blocks: [...definition.blocks(data)],
          };
    },
  };
}

function isMissing<Data extends object>(data: Data | Missing): data is Missing {
  return 'missing' in data && typeof data.missing === 'string';
}
