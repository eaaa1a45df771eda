import { markdown } from '../../src/report/print/markdown.ts';
import type { ReportInput } from '../../src/report/report-input.ts';
import type { Section } from '../../src/report/section.ts';
import { emptyInput } from './report-input.ts';

/** A section of a report as Markdown, without its heading and without blank lines; of one that has nothing to show, why. */
export function printSection(section: Section, input: Partial<ReportInput> = {}): string {
  const measured = section.measure(emptyInput(input));
  const text = markdown.print({
    title: '',
    description: '',
    language: 'en',
    facts: [],
    sections: [measured],
  });
  return text
    .slice(text.lastIndexOf('\n## ') + 1)
    .replace(/^.*\n/, '')
    .replace(measured.missing === null ? '' : `- **${section.title}**: `, '')
    .replace(/\n{2,}/g, '\n')
    .replaceAll('\u00a0', ' ')
    .trim();
}
