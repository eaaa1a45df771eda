import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, test } from 'vitest';
import { measureReport, type Report } from '../../src/report/measure-report.ts';
import { html } from '../../src/report/print/html.ts';
import { sections } from '../../src/report/sections/index.ts';
import { emptyInput, exampleInput } from './report-input.ts';

/** An element as the tests ask for it. */
interface Found {
  readonly textContent: string;
  readonly tagName: string;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => Found | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
}

let page = '';
let find: (selector: string) => Found[] = () => [];

let known: Report | undefined;

/** A small dataset without harm, measured once. */
function plainReport(): Report {
  known ??= measureReport(exampleInput({ claims: 24 }));
  return known;
}

beforeAll(() => {
  page = html.print(measureReport(exampleInput({ isHostile: true, claims: 60 })));
  const { document } = parseHTML(page);
  find = (selector) => [...document.querySelectorAll(selector)];
});

describe('the page of a hostile dataset', () => {
  test('has no element that the data brought, and nothing that runs or loads', () => {
    expect(find('script, img, iframe, object, embed, link, base, form, foreignObject, use, image')).toEqual(
      [],
    );
    const handlers = find('*').flatMap(({ attributes }) =>
      [...attributes].filter(({ name, value }) => name.startsWith('on') || /javascript:|url\(/i.test(value)),
    );
    expect(handlers).toEqual([]);
    expect(find('a').map((link) => link.getAttribute('href')?.slice(0, 1))).toEqual(find('a').map(() => '#'));
    expect(find('style').map(({ textContent }) => /@import|url\(/.test(textContent))).toEqual([false]);
    expect(find('title').map(({ textContent }) => textContent)[0]).toContain('</title></style></svg>');
  });

  test('forbids the browser the same', () => {
    expect(find('meta[http-equiv]').map((meta) => meta.getAttribute('content'))).toEqual([
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'",
    ]);
  });

  test('shows characters that act on what stands around them', () => {
    for (const acting of ['\u202e', '\u001b']) expect(page.includes(acting)).toBe(false);
    expect(page).toContain('\\u{202e}right to left');
  });

  test('has each id once, and every link leads to one', () => {
    const ids = find('[id]').map((element) => element.getAttribute('id'));
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of find('a')) expect(ids).toContain(link.getAttribute('href')?.slice(1));
  });

  test('has one heading of the page, and none that skips a level', () => {
    const levels = find('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level) => level === 2)).toHaveLength(sections.length);
    for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
  });

  test('names every chart, and has its numbers as a table', () => {
    expect(find('svg').length).toBeGreaterThan(10);
    for (const svg of find('svg')) {
      expect(svg.getAttribute('role')).toBe('img');
      expect(svg.getAttribute('aria-label')).not.toBe('');
      expect(svg.querySelector('style, [id]')).toBeNull();
    }
    const charts = find('figure').filter((figure) => figure.querySelector('svg') !== null);
    expect(charts.filter((figure) => figure.querySelector('details table') === null)).toEqual([]);
  });

  test('has tables with captions and headers, in regions that a keyboard reaches', () => {
    expect(find('table').length).toBeGreaterThan(10);
    expect(find('table').filter((table) => table.querySelector('caption') === null)).toEqual([]);
    expect(find('th:not([scope])')).toEqual([]);
    expect(find('.scroll').filter((region) => region.getAttribute('tabindex') !== '0')).toEqual([]);
    expect(find('.scroll').filter((region) => !region.getAttribute('aria-label'))).toEqual([]);
  });
});

test('the same data give the same page', () => {
  const again = measureReport(exampleInput({ claims: 24 }));
  expect(html.print(again) === html.print(plainReport())).toBe(true);
});

test('a dataset of nothing has a page that says what is missing', () => {
  const { document } = parseHTML(html.print(measureReport(emptyInput())));
  const said = [...document.querySelectorAll('#missing > dl > div')].map((entry) => {
    const { id, textContent } = entry as unknown as { id: string; textContent: string };
    return [id, textContent.replace(/\s+/g, ' ').trim().length > 20];
  });
  expect(said).toEqual(sections.map(({ id }) => [id, true]));
  expect([...document.querySelectorAll('section')]).toHaveLength(1);
});

test('the list at the top links to each section and says what comes out of it', () => {
  const { document } = parseHTML(html.print(plainReport()));
  const entries = [...document.querySelectorAll('nav li')].map((entry) => {
    const found = entry as unknown as Found;
    return [
      found.querySelector('a')?.getAttribute('href'),
      found
        .querySelector('span')
        ?.textContent.replace(/\d+(\.\d+)?/g, '0')
        .replaceAll('\u00a0', ' '),
    ];
  });
  expect(entries).toMatchInlineSnapshot(`
    [
      [
        "#overview",
        "0 claims, 0 cited elements of 0 articles",
      ],
      [
        "#labels",
        "0 SUPPORTS, 0 REFUTES, 0 NOT ENOUGH INFO",
      ],
      [
        "#lengths",
        "0 to 0 words, the median is 0",
      ],
      [
        "#evidence",
        "0 of 0 claims with evidence need two or more elements together",
      ],
      [
        "#splits",
        "0 train, 0 dev, 0 test; 0 leak",
      ],
      [
        "#agreement",
        "α of the labels 0 (0 to 0); 0 claims of two or more annotators",
      ],
      [
        "#annotators",
        "0 annotators; the labels of none are far from those of the others",
      ],
      [
        "#artefacts",
        "Without evidence 0 % of the labels are guessed, by always saying the commonest only 0 %: claims give labels away",
      ],
      [
        "#label-errors",
        "0 of 0 claims",
      ],
      [
        "#coverage",
        "0 of 0 elements are cited, in 0 of 0 sections",
      ],
      [
        "#missing",
        "Scores of systems",
      ],
    ]
  `);
});

test.each([
  ['en', []],
  ['da', ['BDI', 'H1', 'H3', 'P', 'SPAN', 'TD', 'TH']],
])('texts of the dataset in %j are told to be in it', (language, names) => {
  const { document } = parseHTML(html.print({ ...plainReport(), language }));
  const told = [...document.querySelectorAll(`body [lang="${language}"]`)] as unknown as Found[];
  expect([...new Set(told.map(({ tagName }) => tagName))].sort()).toEqual(names);
});

test('a very long claim does not make the page long, and the JSON has it whole', () => {
  const long = 'word '.repeat(20_000);
  const claims = ['SUPPORTS', 'REFUTES'].map((label, id) => ({
    claim: { id, claim: long, label, evidence: [['A_sentence_0']] },
    split: id === 0 ? 'train' : 'dev',
  }));
  const report = measureReport(emptyInput({ claims }));
  expect(html.print(report).length).toBeLessThan(80_000);
  expect(JSON.stringify(report.sections.map(({ data }) => data)).includes(long)).toBe(true);
});

test('a label that nobody knows, and no label, have a place', () => {
  const claim = { id: 1, claim: 'A is B.', evidence: [] };
  const input = emptyInput({
    claims: [
      { claim: { ...claim, label: 'mixture' }, split: undefined },
      { claim: { ...claim, id: 2 }, split: undefined },
    ],
  });
  const text = html.print(measureReport(input));
  expect(text).toContain('var(--other-1)"></span>mixture');
  expect(text).toContain('var(--rule)"></span>no label');
});
