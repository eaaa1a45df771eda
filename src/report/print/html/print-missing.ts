import type { MeasuredSection } from '../../section.ts';
import { html, type Markup, nothing } from './markup.ts';
import { printProse } from './print-prose.ts';

/** The sections that have nothing to show, each with the reason: they take no more room than that. */
export function printMissing(sections: readonly MeasuredSection[]): Markup {
  const absent = sections.flatMap(({ id, title, missing }) =>
    missing === null
      ? []
      : html`<div id="${id}"><dt>${title}</dt><dd>${printProse(missing)}</dd></div>
`,
  );
  return absent.length === 0
    ? nothing
    : html`<section id="missing" aria-labelledby="missing-title">
<h2 id="missing-title">What is not here</h2>
<dl class="missing">
${absent}</dl>
</section>
`;
}
