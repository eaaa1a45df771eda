import { describe, expect, test } from 'vitest';
import type { BiasBlock, BiasSection } from '../../../src/stats/artefacts/bias-page.ts';
import { printBiasMarkdown } from '../../../src/stats/artefacts/print-bias-markdown.ts';
import { printBiasText } from '../../../src/stats/artefacts/print-bias-text.ts';
import { displayWidth } from '../../../src/text/display-width.ts';

const table = {
  kind: 'table',
  title: [{ data: 'REFUTES' }],
  columns: [{ head: 'word' }, { head: 'share' }, { head: 'for example', align: 'left', isLong: true }],
  rows: [
    [{ data: 'not' }, '0.9000', { data: `It is not ${'very '.repeat(40)}so.` }],
    [{ data: '不是' }, '0.8000', { data: '这不是一条很长很长的河。'.repeat(9) }],
    [{ data: 'a|b`c\u0007' }, '0.7000', { data: '' }],
  ],
} as const satisfies BiasBlock;
const sections: BiasSection[] = [
  {
    title: 'Words',
    blocks: [table, { kind: 'text', pieces: ['Taken out before: ', { data: '<the>\u001b' }, '.'] }],
  },
];
const print = (width: number, color = false): string =>
  [...printBiasText(sections, { color, width })].join('');

describe('a page of artefacts', () => {
  test('for a terminal', () => {
    expect(print(60)).toMatchInlineSnapshot(`
      "Words

        REFUTES
        word         share  for example
        not         0.9000  It is not very very very very very ve…
        不是        0.8000  这不是一条很长很长的河。这不是一条很…
        a|b\`c\\u{7}  0.7000
        Taken out before: <the>\\u{1b}.
      "
    `);
  });

  test('where there is no room examples are left out', () => {
    const block = {
      ...table,
      rows: [[{ data: 'a run of rather long words' }, '0.9000', { data: 'It is.' }]],
    };
    const narrow = [...printBiasText([{ title: 'Words', blocks: [block] }], { color: false, width: 40 })];
    expect(narrow.join('')).toMatchInlineSnapshot(`
      "Words

        REFUTES
        word                         share
        a run of rather long words  0.9000
      "
    `);
  });

  test.each([40, 50, 73, 100, 200])('no line is wider than %i', (width) => {
    const widest = Math.max(...print(width).split('\n').map(displayWidth));
    expect(widest).toBeLessThanOrEqual(width);
  });

  test('colour is only where it is asked for', () => {
    expect(print(80)).not.toContain('\u001b');
    expect(print(80, true)).toContain('\u001b[1mWords\u001b[22m');
  });

  test('as Markdown', () => {
    expect(
      [...printBiasMarkdown(sections, ['Artefacts of ', { data: 'a`b' }])].join(''),
    ).toMatchInlineSnapshot(`
      "# Artefacts of \`\` a\`b \`\`

      ## Words

      **\`REFUTES\`**

      | word | share | for example |
      |---|---|---|
      | \`not\` | 0.9000 | \`It is not very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very…\` |
      | \`不是\` | 0.8000 | \`这不是一条很长很长的河。这不是一条很长很长的河。这不是一条很长很长的河。这不是一条很长很长的河。这不是一条很长很长的河。这不是一条很长很长的河。这不是一条很长很长的河。这不是一条很长很长的河。这不是一条很长很长的河。\` |
      | <code>a&#124;b&#96;c&#92;u&#123;7&#125;</code> | 0.7000 |  |

      Taken out before: \`<the>\\u{1b}\`.
      "
    `);
  });
});
