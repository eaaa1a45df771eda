import { describe, expect, test } from 'vitest';
import { style } from '../../src/report/print/html/style.ts';

type Rgb = readonly number[];

/** The properties of the style sheet: the first block is light, those after change some of it. */
function themeOf(which: 'light' | 'dark' | 'print'): ReadonlyMap<string, Rgb> {
  const blocks = [...style.matchAll(/:root \{([\s\S]*?)\n\s*\}/g)].map((match) => match[1] ?? '');
  const wanted = { light: [0], dark: [0, 1], print: [0, 2] }[which].map((at) => blocks[at] ?? '');
  return new Map(
    wanted.flatMap((block) =>
      [...block.matchAll(/(--[\w-]+): #([0-9a-f]{3,6});/g)].map(([, name = '', hex = '']): [string, Rgb] => {
        const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
        return [name, digits.map((pair) => Number.parseInt(pair, 16))];
      }),
    ),
  );
}

/** @see WCAG 2.2, relative luminance */
function luminance(color: Rgb): number {
  const [r = 0, g = 0, b = 0] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const labelColors = ['--supports', '--refutes', '--nei', '--other-1', '--other-2', '--other-3', '--other-4'];

describe.each(['light', 'dark', 'print'] as const)('%s', (which) => {
  const theme = themeOf(which);
  const colorOf = (name: string): Rgb => theme.get(name) ?? [];
  const page = colorOf('--page');

  test.each(['--text', '--soft', '--accent', '--note'])('text in %s is read on the page', (name) => {
    expect(contrast(colorOf(name), page)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([...labelColors, '--rule'])('a mark in %s is seen on the page', (name) => {
    expect(contrast(colorOf(name), page)).toBeGreaterThanOrEqual(3);
  });

  test.each(labelColors)('a number is read on %s', (name) => {
    expect(contrast(colorOf('--on-mark'), colorOf(name))).toBeGreaterThanOrEqual(4.5);
  });

  test('the weakest step of the heat map is seen on the page', () => {
    const share =
      Number(/\.s1 \{ background: color-mix\(in srgb, var\(--lane\) (\d+)%/.exec(style)?.[1]) / 100;
    const seen = labelColors.slice(0, 3).map((name) =>
      contrast(
        colorOf(name).map((part, at) => part * share + (page[at] ?? 0) * (1 - share)),
        page,
      ),
    );
    for (const ratio of seen) expect(ratio).toBeGreaterThanOrEqual(3);
  });
});
