import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/diagnostic/apply-edits.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { rules } from '../../src/validate/rules/index.ts';
import { growthLimit, measureGrowth } from '../growth.ts';
import { evidenceOfText, validateText } from './run-example.ts';

const record = (claim: string, more: object = {}) =>
  JSON.stringify({ id: 1, claim, label: 'NOT ENOUGH INFO', evidence: [], ...more });

interface Given {
  readonly language?: string;
  readonly corpus?: string;
  readonly more?: object;
}

/** What one rule finds about a claim. */
function findingsOf(
  ruleId: string,
  claim: string,
  { language = 'en', corpus = 'A', more = {} }: Given = {},
): Diagnostic[] {
  const only = rules.filter(({ id }) => id === ruleId);
  expect(only).toHaveLength(1);
  return validateText(record(claim, more), { rules: only, language, evidence: evidenceOfText(corpus) });
}

/** The parts of the claim that a rule finds, as they are written in JSON. */
function partsOf(ruleId: string, claim: string, given: Given = {}): string[] {
  const line = record(claim, given.more);
  return findingsOf(ruleId, claim, given).map(({ place: { span } }) => line.slice(span.start, span.end));
}

describe('what makes a claim uncertain', () => {
  test.each([
    ['The sea may rise.', ['may']],
    ['It is said that the king is said to live.', ['It is said', 'is said to']],
    ['The king, it is reported that, is dead.', ['it is reported that']],
    ['Probably the king died.', ['Probably']],
    ['The king is likely to die.', ['is likely']],
    ['Men are more likely to die than women.', []],
    ['The king was said to be a fool.', []],
    ['She was born in May 1990.', []],
    ['May is a month.', []],
    ['May West was an actress.', []],
    ['Maybe Baby is a song.', []],
    ['The album is called “maybe”.', []],
    ['The might of the king ended.', ['might']],
    ['Might Guy is a ninja.', []],
    ['There is a zero percent chance that Tom could be involved.', []],
    ['He may see that there is no chance that he might win.', ['may']],
  ])('%j', (claim, expected) => {
    expect(partsOf('claim/hedge', claim)).toEqual(expected);
  });
});

describe('what nobody can count', () => {
  test.each([
    ['Many people came, and several left.', ['Many', 'several']],
    ['A number of people came.', ['A number of']],
    ['The number of people grew.', []],
    ['There were as many men as women.', []],
    ['How many came is known.', []],
    ['It is the most often played song.', []],
    ['She has multiple sclerosis and multiple cats.', ['multiple']],
    ['A many-sided man and a few-body system.', []],
    ['A Few Good Men came.', []],
    ['Many Moons is a book.', []],
    ['The film is "Several People".', []],
    ['He was often quoted as saying "many men".', ['often']],
  ])('%j', (claim, expected) => {
    expect(partsOf('claim/vague-quantifier', claim)).toEqual(expected);
  });
});

describe('vague and cautious words that the evidence says too', () => {
  const corpus =
    'A\n\nFrom Wikipedia for FEVERv2\n\nThe drug often helps, and may harm in May. A_sentence_0\n\nThe Many Moons is a “perhaps”. A_sentence_1\n';
  const ids = ['A_sentence_0', 'A_sentence_1'];
  test.each([
    ['claim/vague-quantifier', 'The drug helps often.', ids, []],
    ['claim/vague-quantifier', 'Often the drug helps many men.', ids, ['many']],
    ['claim/vague-quantifier', 'The drug helps often.', ['A_sentence_1'], ['often']],
    ['claim/vague-quantifier', 'The drug helps often.', ['A_sentence_9'], ['often']],
    ['claim/hedge', 'The drug may harm.', ids, []],
    ['claim/hedge', 'The drug might harm, perhaps.', ids, ['might', 'perhaps']],
  ])('%s: %j with %j', (ruleId, claim, cited, expected) => {
    const more = { label: 'SUPPORTS', evidence: [cited] };
    expect(partsOf(ruleId, claim, { corpus, more })).toEqual(expected);
  });
});

describe('a subject that is not named', () => {
  test.each([
    ['He died.', ['He']],
    ["She's a singer from Spain.", ['She']],
    ['It was released in 1990.', ['It']],
    ['Its first album came out in 1990.', ['Its']],
    ['This is a band.', ['This']],
    ['In May 1990, she died.', ['she']],
    ['At the age of four, he moved.', ['he']],
    ['In 1990, they moved.', ['they']],
    ['It is known that the war ended.', []],
    ['It was Ada who won.', []],
    ['It rained.', ['It']],
    ['He who laughs last wins.', []],
    ['They Live is a film.', []],
    ["It's a Mad World is a film.", []],
    ['This Side of Paradise is a book.', []],
    ['Her is a film.', []],
    ['His Girl Friday is a film.', []],
    ['In London, he died.', []],
    ['In the film, it rains.', []],
    ['After he left, Ada Lovelace died.', []],
    ['Itself is a word.', []],
  ])('%j', (claim, expected) => {
    expect(partsOf('claim/pronoun-subject', claim)).toEqual(expected);
  });

  test('a title that begins with the pronoun is a name', () => {
    const corpus = 'It (film)\n\nFrom Wikipedia for FEVERv2\n\nOne is a film. It (film)_sentence_0\n';
    const more = { label: 'SUPPORTS', evidence: [['It (film)_sentence_0']] };
    expect(partsOf('claim/pronoun-subject', 'It is a horror film.', { corpus, more })).toEqual([]);
    expect(partsOf('claim/pronoun-subject', 'He is an actor.', { corpus, more })).toEqual(['He']);
  });
});

describe('what is no statement', () => {
  test.each([
    ['Is it late?', ['?']],
    ['It is late!', ['!']],
    ['Is it really late?!', ['?!']],
    ['He asked (who?)', ['?)']],
    ['He said "Who?"', []],
    ['Did the king die.', ['Did the']],
    ['Where was the king.', ['Where was the']],
    ['List all kings of France.', ['List all']],
    ['Name the man who was king.', ['Name the']],
    ['What the king lost was France.', []],
    ['What was left of the army fled.', []],
    ['Who Framed Roger Rabbit is a film.', []],
    ['Do Not Go Gentle is a poem.', []],
    ['How to Train Your Dragon is a film.', []],
    ['Will Smith is an actor.', []],
    ['Name the tune was a quiz show.', []],
    ['Find Me Guilty is a film.', []],
    ['Yahoo! bought Jeopardy!', []],
    ['The man bought a company (Yahoo!)', []],
    ['Did the king see Jeopardy!', ['Did the']],
    ['Help!', ['!']],
    ['THE KING IS DEAD!', ['!']],
    ['The king saw Jeopardy!!', ['!!']],
    ['The king saw Jeopardy?', ['?']],
    ['The king had an iMac!', ['!']],
  ])('%j', (claim, expected) => {
    expect(partsOf('claim/not-statement', claim)).toEqual(expected);
  });
});

describe('a small first letter', () => {
  test.each([
    ['the king died.', ['the']],
    ['it’s late.', ['it’s']],
    ['co-writers met.', ['co-writers']],
    ['in 2015, a king died.', ['in']],
    ['de Gaulle died.', []],
    ["d'Artagnan died.", []],
    ['eBay was sold.', []],
    ['will.i.am sang.', []],
    ['p53 binds.', []],
    ['mcm 5 binds.', []],
    ['x-rays help.', []],
    ['β-blockers help.', []],
    ['მეფე მოკვდა.', []],
    ['"the king" died.', []],
    ['élodie died.', ['élodie']],
  ])('%j', (claim, expected) => {
    expect(partsOf('claim/lower-case-start', claim)).toEqual(expected);
  });
});

describe('names of no article', () => {
  const corpus =
    'Ada Lovelace\n\nFrom Wikipedia for FEVERv2\n\nShe met Babbage in Turin, Italy, in the north-west. Ada Lovelace_sentence_0\n';
  const supported = { label: 'SUPPORTS', evidence: [['Ada Lovelace_sentence_0']] };
  test.each([
    ['Ada Lovelace met Charles Babbage.', ['Charles Babbage']],
    ['Ada Lovelace met Babbage in Paris.', ['Paris']],
    ["Babbage's friends were Italians from Turín.", []],
    ['The Queen of Spain met Ada in May.', ['Queen', 'Spain']],
    ['Speech is silver.', []],
    ['North-West Italy is large.', []],
    ["She met Rock'n'Roll O'Turin.", ["Rock'n'Roll O'Turin"]],
    ['Spain Is Large And So Is France.', []],
    ['The UN has 5 members.', []],
    ['Ada met Babbage. Maybe!', []],
    ['Ada met Babbage. “Maybe.”', []],
    ['Ada met Babbage. Perhaps Charles came.', ['Perhaps Charles']],
    ['Ada met Dr. Watson.', ['Watson']],
    ['Ada met J. Watson.', ['Watson']],
  ])('%j', (claim, expected) => {
    expect(partsOf('claim/unknown-entity', claim, { corpus, more: supported })).toEqual(expected);
  });

  test.each(['REFUTES', 'NOT ENOUGH INFO'])('%s: names are changed on purpose', (label) => {
    const more = label === 'REFUTES' ? { ...supported, label } : {};
    expect(partsOf('claim/unknown-entity', 'Ada met Charles Watson.', { corpus, more })).toEqual([]);
  });

  test('titles of articles that are not at hand are known', () => {
    const only = rules.filter(({ id }) => id === 'claim/unknown-entity');
    const titles = { has: (title: string) => title === 'Charles Watson' };
    const words = (claim: string) =>
      validateText(record(claim, supported), {
        rules: only,
        titles,
        evidence: evidenceOfText(corpus),
      }).map(({ message }) => message);
    expect(words("Ada met Charles Watson and Charles Watson's wife.")).toEqual([]);
    expect(words('Ada met Charles Wattson.')).toEqual([
      'No article of the corpus mentions "Charles Wattson".',
    ]);
  });
});

describe('numbers that no evidence has', () => {
  const corpus = `Tower

From Wikipedia for FEVERv2

Life Tower_section_0

It was built in the 1890s by 5,123 men for 1.5 million francs and rebuilt in 1921. Tower_sentence_0

Half of its twenty-five rooms, 40.4 %, were lit by Louis XIV until 17 May 1940. Tower_sentence_1

Height in 1950Tower_header_cell_0_0_0
330Tower_cell_0_1_0
`;
  const of = (claim: string, more: object = {}) =>
    partsOf('claim/unsupported-number', claim, {
      corpus,
      more: {
        label: 'SUPPORTS',
        evidence: [['Tower_sentence_0'], ['Tower_sentence_1', 'Tower_cell_0_1_0']],
        ...more,
      },
    });

  test.each([
    ['It was rebuilt in 1921.', []],
    ['It was rebuilt in 1922.', ['1922']],
    ['It was rebuilt in the 1920s and built in the 1890s.', []],
    ['It was rebuilt in the 1930s.', ['1930s']],
    ['It was built in the 19th century.', []],
    ['It was built in the 18th century.', ['18th']],
    ['It was built with 5,000 men.', []],
    ['It was built with 7,000 men.', ['7,000']],
    ['It was built with more than 7,000 men.', []],
    ['It was built for 1,500,000 francs.', []],
    ['It was built for 2.5 million francs.', ['2.5 million']],
    ['It has 25 rooms and 14 kings.', []],
    ['It has thirty-five rooms.', ['thirty-five']],
    ['It has 3 doors and seven floors.', []],
    ['40% of its rooms are lit.', []],
    ['41% of its rooms are lit.', []],
    ['It was dark 19 years after it was rebuilt.', []],
    ['The Su-27 flew over it.', []],
    ['Its 27th Prime Minister came.', []],
    ['It was 330 metres high in 1950.', []],
    ['It was 331 metres high.', ['331']],
    ['It is twice as high as 27 men.', []],
    ['A few thousand men came.', []],
  ])('%j', (claim, expected) => {
    expect(of(claim)).toEqual(expected);
  });

  test.each([
    ['refuted claims', { label: 'REFUTES' }],
    ['claims that compute', { challenge: 'Numerical Reasoning' }],
  ])('%s may have any', (_, more) => {
    expect(of('It was rebuilt in 1922.', more)).toEqual([]);
    expect(of('It was rebuilt in 1922.', { challenge: 'Other' })).toEqual(['1922']);
  });
});

describe('numbers computed from the evidence', () => {
  const corpus = `First Eruption of 1700

From Wikipedia for FEVERv2

It erupted in 1992, for the second time, and 300 men of 45 farms fled. First Eruption of 1700_sentence_0

Height in 600First Eruption of 1700_header_cell_0_0_0
20First Eruption of 1700_cell_0_1_0
`;
  test.each([
    ['It erupted in 1992.', []],
    ['It erupted in 1991.', ['1991']],
    ['It erupted in 1993.', ['1993']],
    // The second time counts as two: years that something took are computed like this.
    ['It erupted in 1994.', []],
    ['It erupted in 1700.', []],
    ['It erupted in 1699.', ['1699']],
    ['292 men died.', ['292']],
    ['298 men died.', []],
    ['345 men and farms were there.', []],
    ['255 men had none.', []],
    ['It is 620 metres high.', ['620']],
    ['It is 320 metres high.', []],
  ])('%j', (claim, expected) => {
    const evidence = [['First Eruption of 1700_sentence_0', 'First Eruption of 1700_cell_0_1_0']];
    const more = { label: 'SUPPORTS', evidence };
    expect(partsOf('claim/unsupported-number', claim, { corpus, more })).toEqual(expected);
  });
});

describe('copies of the evidence', () => {
  const corpus = `Tower

From Wikipedia for FEVERv2

The tower was built by ten masons in the year 1890. Tower_sentence_0

It burned. Tower_sentence_1

The tower was built by ten masons in the year 1890Tower_cell_0_0_0
`;
  const idsOf = (claim: string, more: object = {}) =>
    findingsOf('claim/copied-evidence', claim, {
      corpus,
      more: { label: 'SUPPORTS', evidence: [['Tower_sentence_0', 'Tower_sentence_1']], ...more },
    }).map(({ messageId }) => messageId);

  test.each([
    ['The tower was built by ten masons in the year 1890.', ['same']],
    ['the TOWER was built by ten masons, in the year 1890', ['same']],
    ['The tower was built by ten masons in the year of 1890.', ['nearly']],
    ['The tower was built by ten masons in the year.', ['part']],
    ['The tower was built by ten masons.', []],
    ['In the year 1890, ten masons built the tower.', []],
    ['It burned.', []],
  ])('%j', (claim, expected) => {
    expect(idsOf(claim)).toEqual(expected);
  });

  test('a refuted claim is a copy only where nothing was changed', () => {
    expect(idsOf('The tower was built by two masons in the year 1890.', { label: 'REFUTES' })).toEqual([]);
    expect(idsOf('The tower was built by ten masons in the year 1890.', { label: 'REFUTES' })).toEqual([
      'same',
    ]);
  });

  test('cells are short anyway, and a sentence cited twice is told once', () => {
    const claim = 'The tower was built by ten masons in the year 1890.';
    expect(idsOf(claim, { evidence: [['Tower_cell_0_0_0']] })).toEqual([]);
    expect(
      idsOf(claim, { evidence: [['Tower_sentence_0'], ['Tower_sentence_0', 'Tower_sentence_1']] }),
    ).toEqual(['same']);
  });
});

describe('fixes', () => {
  test.each([
    ['claim/doubled-blanks', 'One  two \t three\nfour.', 'One two three four.'],
    ['claim/doubled-blanks', '一\u3000\u3000二。', '一\u3000二。'],
    ['claim/doubled-blanks', 'One\u00a0 two.', 'One two.'],
    ['claim/confusable-characters', '\u041coscow so\u00adft.', 'Moscow soft.'],
    ['claim/confusable-characters', 'Mосква.', 'Москва.'],
    ['claim/confusable-characters', 'One \u200btwo\u202e.', 'One two.'],
  ])('%s of %j', (ruleId, claim, expected) => {
    const text = record(claim);
    const fixes = findingsOf(ruleId, claim).flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
    expect(applyEdits(text, fixes).text).toBe(record(expected));
    expect(findingsOf(ruleId, expected)).toEqual([]);
  });
});

test.each([
  ['claim/lower-case-start', `the${'e'.repeat(200)} king died.`],
  ['claim/confusable-characters', `The king saw M${'\u043e'.repeat(200)}n.`],
  ['claim/unknown-entity', `The king saw Q${'u'.repeat(200)}.`],
  ['claim/unsupported-number', `The king saw 2${'3'.repeat(200)} men.`],
  ['claim/empty', '.'.repeat(200)],
])('%s quotes no more than the beginning of a long word', (ruleId, claim) => {
  const corpus = 'A\n\nFrom Wikipedia for FEVERv2\n\nIt is one of 12. A_sentence_0\n';
  const more = { label: 'SUPPORTS', evidence: [['A_sentence_0']] };
  const [found] = findingsOf(ruleId, claim, { corpus, more });
  expect(found?.message).toMatch(/[^ ]{59}…/u);
  expect(found?.message.length).toBeLessThan(140);
});

test('claims of a language without word lists are only checked for their form', () => {
  const claim = 'he may rain. The king saw many men?';
  const found = (language: string) =>
    validateText(record(claim), { language, rules: rules.filter(({ id }) => id.startsWith('claim/')) }).map(
      ({ ruleId }) => ruleId,
    );
  expect(found('da')).toEqual(['claim/lower-case-start', 'claim/not-statement']);
  expect(found('en-GB')).toEqual([
    'claim/hedge',
    'claim/lower-case-start',
    'claim/not-statement',
    'claim/pronoun-subject',
    'claim/several-sentences',
    'claim/vague-quantifier',
  ]);
});

test.each([
  ['words', 'many may ', 40_000],
  ['sentences', 'One cat ran. ', 16_000],
  ['numbers', '1,234 ', 40_000],
  ['quotation marks', '"“ ', 60_000],
  ['brackets', '([{', 60_000],
  ['names', 'Ada of ', 30_000],
  ['blanks', 'a  b', 40_000],
  ['invisible characters', 'a\u200b\u0430', 40_000],
  ['exceptions', 'as many as ', 20_000],
])('much of %s is checked at once', { retry: 1 }, (_, piece, count) => {
  const ofClaims = rules.filter(({ id }) => id.startsWith('claim/'));
  const growth = measureGrowth(
    count,
    (times) => record(`Ad${piece.repeat(times)}.`, { label: 'SUPPORTS', evidence: [['A_sentence_0']] }),
    (text) => validateText(text, { rules: ofClaims }),
  );
  expect(growth).toBeLessThan(growthLimit);
});
