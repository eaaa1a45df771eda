import { describe, expect, test } from 'vitest';
import { emptyDraft } from '../../../src/annotate/draft/draft.ts';
import { describeUnit } from '../../../src/annotate/evidence/describe-unit.ts';
import { recordFinder } from '../../../src/annotate/evidence/find-record.ts';
import { marksOfAnswers } from '../../../src/annotate/evidence/marks-of-answers.ts';
import { marksOfDraft } from '../../../src/annotate/evidence/marks-of-draft.ts';
import type { UnitMark } from '../../../src/annotate/evidence/unit-mark.ts';
import { letterOf } from '../../../src/text/letter-of.ts';
import { articleOf, smallArticle } from '../article/small-article.ts';

const find = recordFinder((title) => (title === 'The Film' ? smallArticle : undefined));
const film = (name: string) => `The Film_${name}`;

/** Marks as text: letters of sets, `*` behind the active one, `.` context, `~` consulted, `(…)` answers. */
function shown(marks: ReadonlyMap<string, UnitMark>): string {
  return [...marks]
    .map(([id, { sets, activeSet, isContext, isConsulted, letters }]) => {
      const letter = (set: number) => letterOf(set) + (set === activeSet ? '*' : '');
      const answers = letters.length === 0 ? '' : `(${letters.join('')})`;
      return `${id} ${sets.map(letter).join('')}${isContext ? '.' : ''}${isConsulted ? '~' : ''}${answers}`;
    })
    .join('\n');
}

describe('marksOfDraft', () => {
  test('says in which sets an element is, which is active, and what heads it', () => {
    const sets = [[film('sentence_0'), film('cell_1_1_2')], [film('sentence_0')]];
    const draft = { ...emptyDraft, sets, active: 1, consulted: [film('sentence_3'), film('sentence_0')] };
    expect(shown(marksOfDraft(draft, find))).toMatchInlineSnapshot(`
      "The Film_sentence_0 AB*~
      The Film_cell_1_1_2 A
      The Film_title .
      The Film_section_0 .
      The Film_header_cell_1_1_0 .
      The Film_header_cell_1_0_2 .
      The Film_sentence_3 ~"
    `);
  });

  test('an id that stands twice in a set is in it once', () => {
    const draft = { ...emptyDraft, sets: [[film('sentence_0'), film('sentence_0')]] };
    expect(marksOfDraft(draft, find).get(film('sentence_0'))?.sets).toEqual([0]);
  });

  test('an element of an article that is not open is marked, and nothing heads it', () => {
    const draft = { ...emptyDraft, sets: [['Other_sentence_0', 'no id']] };
    expect(shown(marksOfDraft(draft, find))).toBe('Other_sentence_0 A*\nno id A*');
  });

  test('ids count by their letters, not by how they are composed', () => {
    const article = articleOf('Cafe\u0301\n\nIt is. Cafe\u0301_sentence_0\n');
    const draft = { ...emptyDraft, sets: [['Cafe\u0301_sentence_0', 'Caf\u00e9_sentence_0']] };
    const marks = marksOfDraft(
      draft,
      recordFinder((title) => (title === 'Caf\u00e9' ? article : undefined)),
    );
    expect(shown(marks)).toBe('Caf\u00e9_sentence_0 A*\nCaf\u00e9_title .');
  });
});

test('marksOfAnswers has the letters of the answers beside the draft', () => {
  const answers = [
    { letter: 'A', evidence: [[film('sentence_0')], [film('sentence_0'), film('sentence_1')]] },
    { letter: 'B', evidence: [[film('sentence_0')]], consulted: [film('sentence_3')] },
  ];
  const draft = { ...emptyDraft, sets: [[film('sentence_1')]] };
  expect(shown(marksOfAnswers(answers, draft, find))).toMatchInlineSnapshot(`
    "The Film_sentence_1 A*(A)
    The Film_title .
    The Film_sentence_0 (AB)
    The Film_sentence_3 ~"
  `);
});

describe('describeUnit', () => {
  test.each([
    ['cell_1_1_2', { text: 'Won', context: ['Reception', '2005', 'Result'] }],
    ['sentence_0', { text: 'The Film is a film.', context: [] }],
    ['header_cell_1_0_0', { text: 'Year', context: ['Reception'] }],
    ['sentence_99', undefined],
  ])('%s', (name, expected) => {
    expect(describeUnit(film(name), find)).toEqual(expected);
  });
});

test('an empty cell has no text', () => {
  expect(describeUnit(film('cell_1_3_1'), find)?.text).toBe('');
});

describe('recordFinder', () => {
  test('knows an article whose title ends like a header cell', () => {
    const article = articleOf('X_header\n\nX_header_table_general_0\naX_header_cell_0_0_0\n');
    const found = recordFinder((title) => (title === article.title ? article : undefined));
    expect(found('X_header_cell_0_0_0')?.text).toBe('a');
  });

  test.each(['', 'X', '__proto___sentence_0', 'constructor_sentence_0'])('has nothing for %j', (id) => {
    expect(find(id)).toBeUndefined();
  });
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [27, 'AB'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('set %i is called %s', (position, letter) => {
  expect(letterOf(position)).toBe(letter);
});
