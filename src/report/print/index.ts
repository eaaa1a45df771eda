import type { ReportPrinter } from './report-printer.ts';

/** An entry of the registry: a printer is loaded when it is used. */
export interface ReportPrinterEntry {
  /** Name on the command line, which is also the name of its file. */
  readonly id: string;
  readonly load: () => Promise<ReportPrinter>;
}

/** All ways to print a report, sorted by id. */
export const reportPrinters: readonly ReportPrinterEntry[] = [
  { id: 'html', load: async () => (await import('./html.ts')).html },
  { id: 'json', load: async () => (await import('./json.ts')).json },
  { id: 'markdown', load: async () => (await import('./markdown.ts')).markdown },
];
