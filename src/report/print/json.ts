import { printJson } from '../../reporters/print-json.ts';
import { reportMark } from './report-mark.ts';
import type { ReportPrinter } from './report-printer.ts';

/** One object: the facts, and what each section measured by its id. */
export const json: ReportPrinter = {
  id: 'json',
  print: ({ title, description, language, facts, sections }) => {
    const object = {
      report: reportMark,
      version: 1,
      title,
      description,
      language,
      facts: Object.fromEntries(facts.map(({ id, value }) => [id, value])),
      sections: Object.fromEntries(sections.map(({ id, data }) => [id, data])),
    };
    return `${printJson(object)}\n`;
  },
};
