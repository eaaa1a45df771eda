import { expect, test } from 'vitest';
import { draftFault } from '../../src/corpus/check-draft.ts';
import type { DraftArticle, DraftElement } from '../../src/corpus/draft-article.ts';

const sentence = (text: string, number = 0): DraftElement => ({ kind: 'sentence', number, text });
const article = (title: string, ...elements: DraftElement[]): DraftArticle => ({ title, elements });
const cell = (text: string): DraftElement => ({
  kind: 'table',
  number: 0,
  type: 'general',
  cells: [{ row: 0, column: 0, isHeader: false, text }],
});

test.each([
  ['plain', article('A', sentence('One.'), sentence('', 1), cell('x\ny'))],
  ['the title at the end of a text', article('A', sentence('This is A'))],
  ['an id of another article', article('A', sentence('See B_sentence_0.'))],
  ['what only looks like an id', article('A', sentence('A_sentence and A_sentence_x.'))],
  ['a title like an id', article('A_sentence_3', sentence('One.'))],
  ['white space around a text', article('A', sentence(' One. '))],
])('%s is said', (_, draft) => {
  expect(draftFault(draft)).toBeUndefined();
});

test.each([
  ['its own id', article('A', sentence('See A_sentence_0.')), { reason: 'id', found: 'A_sentence_0' }],
  ['in a cell', article('A', cell('A_header_cell_0_12_1')), { reason: 'id', found: 'A_header_cell_0_12_1' }],
  [
    'the banner',
    article('A', cell('Other\nFrom Wikipedia for FEVERv2\nx')),
    { reason: 'banner', found: 'From Wikipedia for FEVERv2' },
  ],
  ['no title', article('', sentence('One.')), { reason: 'title', found: '' }],
  ['a title of two lines', article('A\nB', sentence('One.')), { reason: 'title', found: 'A\nB' }],
  [
    'a title that is the foot of another article',
    article('Credits to the contents of this page', sentence('One.')),
    { reason: 'title', found: 'Credits to the contents of this page' },
  ],
  ['half a character', article('A', sentence('One \ud800.')), { reason: 'other', found: 'One \ud800.' }],
])('%s is a fault', (_, draft, fault) => {
  expect(draftFault(draft)).toEqual(fault);
});
