import type { MeasuredSection } from '../../section.ts';
import { html, type Markup, nothing } from './markup.ts';

/** Links to the sections, each with what comes out of it: the report in short. */
export function printContents(sections: readonly MeasuredSection[]): Markup {
  const absent = sections.filter(({ missing }) => missing !== null);
  const shown = sections.flatMap(({ id, title, headline }) =>
    headline === null
      ? []
      : html`<li><a href="#${id}">${title}</a> <span>${headline}</span></li>
`,
  );
  return html`<nav aria-label="Sections, and what comes out of each"><ul>
${shown}${
  absent.length === 0
    ? nothing
    : html`<li><a href="#missing">What is not here</a> <span>${absent.map(({ title }) => title).join(', ')}</span></li>
`
}</ul></nav>
`;
}
