/**
 * The style sheet of the page: the fonts of the system, light and dark, screens from 320 pixels on, paper.
 *
 * The colours of labels differ in hue and in lightness; each has a contrast of 3:1 or more with the page (marks), that of text 4.5:1
 * or more; `test/report/colors.test.ts` computes them.
 */
export const style = `
:root {
  color-scheme: light dark;
  --page: #fffefb; --text: #1d1f21; --soft: #5a5f66; --rule: #8b9097; --faint: #dddcd6; --slot: #e6e4dc; --shade: #d3d1c8; --accent: #33527f;
  --note: #8a5a00; --on-mark: #ffffff;
  --supports: #1d5a96; --refutes: #b8500f; --nei: #6b7078;
  --other-1: #6d4a9c; --other-2: #1f7a5c; --other-3: #a13d63; --other-4: #7a6a10;
  --prose: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #15181b; --text: #e6e4df; --soft: #a6abb2; --rule: #7d838b; --faint: #34383d; --slot: #2b3035; --shade: #3d4349; --accent: #94b4e3;
    --note: #e0b25a; --on-mark: #101214;
    --supports: #74b1ec; --refutes: #f0945a; --nei: #9aa0a8;
    --other-1: #bb9bea; --other-2: #6fcaa6; --other-3: #ea8fb0; --other-4: #cdb94a;
  }
}
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; text-align: left; background: var(--page); color: var(--text); font: 1.0625rem/1.6 var(--prose); overflow-wrap: break-word; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--page); color: var(--text); z-index: 1; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
header, main, footer { max-width: 48rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 3.5rem; }
.kind { margin: 0; font: 600 .8125rem/1.4 var(--sans); letter-spacing: .06em; color: var(--soft); }
h1 { font-size: clamp(1.7rem, 5vw, 2.4rem); line-height: 1.2; font-weight: 600; margin: .4rem 0 1rem; text-wrap: balance; }
h2 { font-size: 1.5rem; line-height: 1.3; font-weight: 600; margin: 0 0 1rem; }
h3 { font-size: 1.125rem; line-height: 1.4; font-weight: 600; margin: 2.25rem 0 .75rem; }
p { margin: 0 0 1rem; max-width: 42rem; }
/* Texts of any script in their own direction, at the left of a page that is read from there. */
h1, h3, header p, th, td, figcaption, .strip-name, nav span, .remark { unicode-bidi: plaintext; }
.soft { color: var(--soft); }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: 1.5rem 0 0; padding: 1rem 0; border-block: 1px solid var(--faint); font: .875rem/1.5 var(--sans); }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; font-variant-numeric: tabular-nums; }
nav { font: .9375rem/1.5 var(--sans); margin: 1.25rem 0 0; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { display: grid; grid-template-columns: 14.5rem minmax(0, 1fr); gap: 0 1rem; padding: .3rem 0; }
nav a { justify-self: start; text-decoration: none; }
nav a:hover { text-decoration: underline; }
section { margin: 4rem 0 0; }
footer { margin-top: 5rem; padding-bottom: 3rem; font: .875rem/1.5 var(--sans); color: var(--soft); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 100%), 1fr)); gap: 0 2rem; margin: 1.5rem 0 .5rem; font-family: var(--sans); }
.figures > div { display: grid; grid-template-rows: subgrid; grid-row: span 3; row-gap: 0; align-content: start; margin-bottom: 1.75rem; }
.figures dt { font-size: .875rem; line-height: 1.4; color: var(--soft); align-self: end; }
.figures dd { margin: 0; }
.figures .value { font: 600 1.9rem/1.25 var(--prose); font-variant-numeric: lining-nums; }
.figures .interval { display: block; font-size: .875rem; line-height: 1.45; color: var(--soft); }
.figures .meaning { font-size: .875rem; line-height: 1.45; margin-top: .15rem; }
.note { border-left: 3px solid var(--note); padding: .1rem 0 .1rem 1rem; }
.note strong { color: var(--note); font-weight: 600; }
figure { margin: 2rem 0; }
figcaption { font: 600 .9375rem/1.5 var(--sans); margin: 0 0 .75rem; max-width: 42rem; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 0 .75rem; padding: 0; font: .875rem/1.5 var(--sans); }
.legend li { display: flex; align-items: center; gap: .45rem; }
.swatch { flex: none; width: .85rem; height: .85rem; background: var(--lane); }
.sign { flex: none; color: var(--lane); font-size: 1.1em; line-height: 1; }
.scroll {
  overflow-x: auto; margin: 0 0 1.75rem;
  /* A shadow at the side where there is more; what covers it is scrolled with the content. */
  background:
    linear-gradient(to right, var(--page) 40%, transparent) left / 2.5rem 100% no-repeat local,
    linear-gradient(to left, var(--page) 40%, transparent) right / 2.5rem 100% no-repeat local,
    linear-gradient(to right, var(--shade), transparent) left / .9rem 100% no-repeat,
    linear-gradient(to left, var(--shade), transparent) right / .9rem 100% no-repeat;
}
.chart { margin: 0 0 .5rem; }
.chart svg { display: block; max-width: 100%; height: auto; }
.narrow { display: none; }
.plot { font-family: var(--sans); overflow: visible; }
.plot text { white-space: pre; }
table { border-collapse: collapse; font: .9375rem/1.45 var(--sans); font-variant-numeric: tabular-nums lining-nums; min-width: 50%; }
caption { text-align: left; font-weight: 600; padding: 0 0 .6rem; }
/* No wider than the page, however wide the table is. */
caption > span { display: block; max-width: min(42rem, calc(100vw - 2.5rem)); }
th, td { padding: .4rem 1.25rem .4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--faint); }
th:last-child, td:last-child { padding-right: .25rem; }
thead th { font-weight: 500; color: var(--soft); vertical-align: bottom; border-bottom-color: var(--rule); }
tbody th { font-weight: 400; max-width: 22rem; }
td { max-width: 30rem; }
.t { min-width: min(17rem, 60vw); }
.m { min-width: min(9rem, 40vw); }
.n { text-align: right; white-space: nowrap; }
thead .n { white-space: normal; }
.w { white-space: nowrap; }
code { font: .9em/1.4 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
details { margin: 0 0 .35rem; }
details + p, details + .scroll { margin-top: 1.25rem; }
.note + .scroll, p + .scroll, .figures + .note { margin-top: 1.5rem; }
details + details { margin-top: -.1rem; }
summary { font: .875rem/1.5 var(--sans); color: var(--accent); cursor: pointer; padding: .2rem 0; width: fit-content; }
details[open] > summary { margin-bottom: .75rem; }
.missing { margin: 0; max-width: 42rem; }
.missing div { padding: .5rem 0; border-top: 1px solid var(--faint); }
.missing dt { font: 600 .9375rem/1.5 var(--sans); }
.missing dd { margin: 0; }
.claims ul { list-style: none; margin: 0; padding: 0; }
.claims li { padding: .5rem 0; border-bottom: 1px solid var(--faint); max-width: 42rem; }
.claims .soft, .remark { font: .875rem/1.5 var(--sans); }
.claims .soft { display: block; }
.remark { display: block; }
.strip { margin: 0; border-top: 1px solid var(--faint); }
.strip summary { width: auto; display: grid; grid-template-columns: 13rem 5rem minmax(0, 1fr); gap: .25rem 1rem; align-items: center; padding: .45rem 0; }
.strip .strip-name { overflow-wrap: anywhere; text-decoration: underline; text-decoration-color: var(--faint); text-underline-offset: .2em; }
.strip .soft { text-align: right; font-variant-numeric: tabular-nums; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.marks { display: flex; flex-wrap: wrap; gap: 3px; }
.mark { display: inline-flex; flex-direction: column; gap: 1px; width: 9px; height: 20px; print-color-adjust: exact; -webkit-print-color-adjust: exact; forced-color-adjust: none; }
.mark b { flex: 1; background: var(--slot); }
.legend .mark { width: 14px; height: 14px; }
.mark .s1 { background: color-mix(in srgb, var(--lane) 78%, var(--page)); }
.mark .s2 { background: color-mix(in srgb, var(--lane) 94%, var(--page)); }
.mark .s3 { background: color-mix(in srgb, var(--lane) 85%, var(--text)); }
.mark .s4 { background: color-mix(in srgb, var(--lane) 62%, var(--text)); }
.mark .s5 { background: color-mix(in srgb, var(--lane) 35%, var(--text)); }
.l0 { --lane: var(--lane-0); } .l1 { --lane: var(--lane-1); } .l2 { --lane: var(--lane-2); } .l3 { --lane: var(--lane-3); } .l4 { --lane: var(--lane-4); }
@media screen and (max-width: 36rem) {
  .wide { display: none; }
  .narrow { display: block; }
  body { font-size: 1rem; }
  header { padding-top: 2rem; }
  section { margin-top: 3rem; }
  .strip summary { grid-template-columns: minmax(0, 1fr) auto; }
  nav li { grid-template-columns: minmax(0, 1fr); padding: .4rem 0; }
  nav span { font-size: .875rem; color: var(--soft); }
  .strip .marks { grid-column: 1 / -1; }
}
@media print {
  :root {
    color-scheme: light;
    --page: #fff; --text: #000; --soft: #444; --rule: #777; --faint: #ccc; --slot: #e2e2e2; --accent: #33527f; --note: #6b4600; --on-mark: #fff;
    --supports: #1d5a96; --refutes: #b8500f; --nei: #6b7078;
    --other-1: #6d4a9c; --other-2: #1f7a5c; --other-3: #a13d63; --other-4: #7a6a10;
  }
  @page { margin: 18mm 16mm; }
  body { font-size: 10.5pt; }
  .skip, details:not(.strip):not([open]) { display: none; }
  nav a { color: inherit; font-weight: 600; }
  header { padding-top: 0; }
  header, main, footer { max-width: none; padding: 0; }
  section { margin-top: 2.5rem; }
  h2, h3, figcaption, caption { break-after: avoid; }
  figure, tr, .figures > div, .strip, .note, .claims li, .missing div { break-inside: avoid; }
  figure.claims, figure.heatmap { break-inside: auto; }
  .scroll { overflow: visible; background: none; }
  caption > span { max-width: none; }
  table { font-size: 8.5pt; }
  th, td { padding-right: .75rem; }
  td:not(.n), th[scope="row"] { overflow-wrap: anywhere; }
  .t { min-width: 8rem; }
  .m { min-width: 5rem; }
  thead { display: table-header-group; }
  a[href^="http"]::after { content: " (" attr(href) ")"; }
  .swatch, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`.trimStart();
