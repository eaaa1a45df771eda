import { languageOf } from './html/language-of.ts';
import { html as markup, nothing, trusted } from './html/markup.ts';
import { printBlock } from './html/print-block.ts';
import { printContents } from './html/print-contents.ts';
import { printMissing } from './html/print-missing.ts';
import { style } from './html/style.ts';
import { reportMark } from './report-mark.ts';
import type { ReportPrinter } from './report-printer.ts';

/** Nothing is loaded and nothing runs, whatever the data hold. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** One page that holds all it needs: no script, no network. */
export const html: ReportPrinter = {
  id: 'html',
  print: ({ title, description, language, facts, sections }) => {
    const shown = sections.filter(({ missing }) => missing === null);
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
<h1${languageOf(language)}>${title}</h1>
${
  description === ''
    ? nothing
    : markup`<p${languageOf(language)}>${description}</p>
`
}<dl class="facts">
${facts.map(
  ({ name, value }) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
)}</dl>
${printContents(sections)}</header>
<main id="content" tabindex="-1">
${shown.map(
  ({ id, title, blocks }) => markup`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${blocks.map((block) => printBlock(block, language))}</section>
`,
)}${printMissing(sections)}</main>
<footer>
<p>Made by claimset from the data alone: the same data give the same page. What the figures mean: docs/report.md of claimset.</p>
</footer>
</body>
</html>
`;
    return page.html;
  },
};
