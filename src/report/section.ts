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
  /** What is shown of it. */
  readonly blocks: readonly Block[];
}

/** A section whose blocks are made of exactly what it measured. `measure` gives plain data: no Map, Set, function or `undefined`. */
export function defineSection<Data extends object>(definition: {
  readonly id: string;
  readonly title: string;
  readonly measure: (input: ReportInput) => Data | Missing;
  readonly blocks: (data: Data) => Iterable<Block>;
}): Section {
  const { id, title } = definition;
  return {
    id,
    title,
    measure: (input) => {
      const data = definition.measure(input);
      const blocks: readonly Block[] = isMissing(data)
        ? [{ kind: 'paragraph', text: data.missing }]
        : [...definition.blocks(data)];
      return { id, title, data, blocks };
    },
  };
}

function isMissing(data: object): data is Missing {
  return 'missing' in data && typeof data.missing === 'string';
}
