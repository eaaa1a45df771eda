import { expect, test } from 'vitest';
import { CarriedEvidence } from '../../src/corpus/carried-evidence.ts';
import { EvidenceIndex } from '../../src/corpus/evidence-index.ts';
import { CarriedTexts } from '../../src/formats/carried-texts.ts';
import { context } from './example-claims.ts';

const noCorpus = new EvidenceIndex([]);

test('texts are numbered by title in the order in which they are met, the same text once', () => {
  const texts = new CarriedTexts(noCorpus);
  const ids = [
    ['A', 'one'],
    ['A', 'two'],
    ['B', 'two'],
    ['A', 'one'],
    ['A_sentence_3', 'one'],
    ['__proto__', 'constructor'],
    ['Cafe\u0301', 'one'],
    ['Caf\u00e9', 'two'],
  ].map(([title = '', text = '']) => {
    const id = texts.idOf(title, text);
    return [id, texts.add(id, text)];
  });
  expect(ids).toEqual([
    ['A_sentence_0', true],
    ['A_sentence_1', true],
    ['B_sentence_0', true],
    ['A_sentence_0', false],
    ['A_sentence_3_sentence_0', true],
    ['__proto___sentence_0', true],
    ['Caf\u00e9_sentence_0', true],
    ['Caf\u00e9_sentence_1', true],
  ]);
});

test('a text with an id of its own keeps its number, and the number is not given away', () => {
  const texts = new CarriedTexts(noCorpus);
  expect(texts.add('A_sentence_0', 'zero')).toBe(true);
  expect(texts.add('A_sentence_2', 'two')).toBe(true);
  expect(['one', 'two', 'three', 'zero'].map((text) => texts.idOf('A', text))).toEqual([
    'A_sentence_1',
    'A_sentence_2',
    'A_sentence_3',
    'A_sentence_0',
  ]);
});

test('an id with another text than before is told', () => {
  const texts = new CarriedTexts(noCorpus);
  expect(['x', 'x', 'y', 'x'].map((text) => texts.add('A_sentence_0', text))).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test('what the corpus has under the title keeps its id, and other texts get other numbers', () => {
  const texts = new CarriedTexts(context.evidence);
  expect(texts.idOf('Café (bar)', 'It opened in 1988.')).toBe('Café (bar)_sentence_1');
  expect(texts.idOf('Café (bar)', 'Something else.')).toBe('Café (bar)_sentence_3');
  expect(texts.idOf('Café (bar)', 'The Café is a bar.')).toBe('Café (bar)_sentence_0');
});

test('several files that are read one after the other do not take ids from one another', () => {
  const evidence = new CarriedEvidence(noCorpus);
  const readFile = (...file: string[]) => {
    const texts = new CarriedTexts(evidence);
    return file.map((text) => {
      const id = texts.idOf('A', text);
      evidence.add(id, text);
      return id;
    });
  };
  expect(readFile('one', 'two')).toEqual(['A_sentence_0', 'A_sentence_1']);
  expect(readFile('three', 'two', 'one')).toEqual(['A_sentence_2', 'A_sentence_1', 'A_sentence_0']);
});
