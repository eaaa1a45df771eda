import type { FindRecord } from './find-record.ts';

/** What an id says, and under what. */
export interface UnitDescription {
  /** On one line; empty for an empty cell. */
  readonly text: string;
  /** The heading, then the header cells of the row and of the column, each nearest first, on one line each. Those that are empty are left out. */
  readonly context: readonly string[];
}

/** The text of an id, with what heads it besides the title; `undefined` while no open article has it. */
export function describeUnit(id: string, find: FindRecord): UnitDescription | undefined {
  const record = find(id);
  if (record === undefined) return undefined;
  const heads = [
    ...(record.section === undefined ? [] : [record.section]),
    ...(record.cell?.rowHeaders ?? []),
    ...(record.cell?.columnHeaders ?? []),
  ];
  return {
    text: foldBlanks(record.text),
    context: heads.flatMap((head) => foldBlanks(find(head)?.text ?? '') || []),
  };
}

function foldBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
