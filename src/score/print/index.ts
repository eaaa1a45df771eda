import type { ScorePrinter } from './score-printer.ts';

/** An entry of the registry: a printer is loaded when it is used. */
export interface ScorePrinterEntry {
  /** Name on the command line, which is also the name of its file. */
  readonly id: string;
  readonly load: () => Promise<ScorePrinter>;
}

/** All ways to print scores, sorted by id. */
export const scorePrinters: readonly ScorePrinterEntry[] = [
  { id: 'json', load: async () => (await import('./json.ts')).json },
  { id: 'latex', load: async () => (await import('./latex.ts')).latex },
  { id: 'markdown', load: async () => (await import('./markdown.ts')).markdown },
  { id: 'text', load: async () => (await import('./text.ts')).text },
];

export function findScorePrinter(id: string): ScorePrinterEntry | undefined {
  return scorePrinters.find((printer) => printer.id === id);
}
