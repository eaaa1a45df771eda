import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { baseline, rival, comparison, options } from './example-scores.ts';
import { findScorePrinter } from '../../src/score/print/index.ts';
import { fever } from '../../src/score/scorers/fever.ts';
test('x', () => {
  let all = '';
  for (const [id, width, two] of [['text', 80, 0], ['text', 120, 1], ['text', 80, 1], ['markdown', 80, 0], ['latex', 80, 1]] as const) {
    const out = [...findScorePrinter(id)!.print(two ? [baseline, rival] : [baseline], two ? comparison : undefined, fever, { ...options, width })].join('');
    all += `######## ${id} ${width} ${two} max ${Math.max(...out.split('\n').map((l) => l.length))}\n${out}`;
  }
  writeFileSync('/tmp/w/show.txt', all);
});
