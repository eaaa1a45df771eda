import { markdown } from '../../src/report/print/markdown.ts';
import type { ReportInput } from '../../src/report/report-input.ts';
import type { Section } from '../../src/report/section.ts';
import { emptyInput } from './report-input.ts';

/** A section of a report as Markdown, without its heading and without blank lines. */
export function printSection(section: Section, input: Partial<ReportInput> = {}): string {
  const text = markdown.print({
    title: '',
    description: '',
    language: 'en',
    facts: [],
    sections: [section.measure(emptyInput(input))],
  });
  return text
    .slice(text.indexOf('## '))
    .replace(/^.*\n/, '')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
