import { html as markup, nothing, trusted } from './html/markup.ts';
import { printBlock } from './html/print-block.ts';
import { style } from './html/style.ts';
import { reportMark } from './report-mark.ts';
import type { ReportPrinter } from './report-printer.ts';

/** Nothing is loaded and nothing runs, whatever the data hold. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** One page that holds all it needs: no script, no network. */
export const html: ReportPrinter = {
  id: 'html',
  print: ({ title, description, facts, sections }) => {
    const page = markup`<!doctype html>
<!-- ${reportMark} -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}: dataset report</title>
<style>
${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<p class="kind">Dataset report</p>
<h1>${title}</h1>
${
  description === ''
    ? nothing
    : markup`<p>${description}</p>
`
}<dl class="facts">
${facts.map(
  ({ name, value }) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
)}</dl>
<nav aria-label="Sections"><ul>
${sections.map(
  ({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>
`,
)}</ul></nav>
</header>
<main id="content" tabindex="-1">
${sections.map(
  ({ id, title, blocks }) => markup`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${blocks.map(printBlock)}</section>
`,
)}</main>
<footer>
<p>Made by claimset from the data alone: the same data give the same page. What the figures mean: docs/report.md of claimset.</p>
</footer>
</body>
</html>
`;
    return page.html;
  },
};
