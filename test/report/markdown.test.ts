import { parseHTML } from 'linkedom';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { measureReport } from '../../src/report/measure-report.ts';
import { markdown } from '../../src/report/print/markdown.ts';
import { markdownText } from '../../src/report/print/markdown-text.ts';
import { exampleInput } from './report-input.ts';

describe('text in Markdown', () => {
  test.each([
    ['plain, with a comma.', 'plain, with a comma.'],
    ['<b> & @somebody #12 | $x$', '&#60;b&#62; &#38; &#64;somebody &#35;12 &#124; &#36;x&#36;'],
    ['*a* _b_ [c](d) `e` ~f~', '\\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\~f\\~'],
    ['https://a.example www.b.example :tada:', 'https&#58;//a.example www&#46;b.example &#58;tada:'],
    ['1. first', '1\\. first'],
    ['0.75', '0.75'],
    ['- item', '\\- item'],
    ['two\nlines', 'two lines'],
  ])('%j becomes %j', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });
});

test('a hostile dataset brings nothing into the page that Markdown becomes', async () => {
  const text = markdown.print(measureReport(exampleInput({ isHostile: true, claims: 60 })));
  const { document } = parseHTML(`<body>${await marked.parse(text)}</body>`);
  const names = new Set([...document.querySelectorAll('body *')].map(({ tagName }) => tagName.toLowerCase()));
  expect([...names].sort()).toEqual(
    [
      'blockquote',
      'code',
      'h1',
      'h2',
      'h3',
      'li',
      'p',
      'strong',
      'table',
      'tbody',
      'td',
      'th',
      'thead',
      'tr',
      'ul',
    ].filter((name) => names.has(name) || name === 'table'),
  );
  expect(document.querySelectorAll('table').length).toBeGreaterThan(10);
  expect(text.startsWith('<!-- claimset dataset report -->\n')).toBe(true);
});
