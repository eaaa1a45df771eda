import { expect, test } from 'vitest';
import { unknownLabel } from '../../../../src/validate/rules/schema/unknown-label.ts';
import { validateText } from '../../run-example.ts';

const findingOf = (label: string) =>
  validateText(JSON.stringify({ id: 1, claim: 'One.', label, evidence: [] }), { rules: [unknownLabel] })[0];

test.each([
  ['SUPPORTS', 'SUPPORT SUPPORTED Supported Supports supports true TRUE'],
  ['REFUTES', 'REFUTE REFUTED Refuted Refutes refutes CONTRADICT Contradicts false'],
  [
    'NOT ENOUGH INFO',
    'NEI nei NOT_ENOUGH_INFO not-enough-info NotEnoughInfo NOTENOUGHINFO NotEnoughInformation Not_enough_Information Not_Enough_Evidence NotEnoughEvidence Neutral NOINFO',
  ],
])('%s in the spellings of other datasets', (label, spellings) => {
  const all = spellings.split(' ').flatMap((spelling) => [spelling, ` ${spelling.replaceAll('_', ' ')}`]);
  for (const spelling of all) {
    const finding = findingOf(spelling);
    expect([spelling, finding?.message, finding?.fix?.[0]?.text]).toEqual([
      spelling,
      `The label ${JSON.stringify(spelling)} must be written \`${label}\`.`,
      JSON.stringify(label),
    ]);
  }
});

test.each([
  ['NOT_SUPPORTED', 'HoVer'],
  ['Not Supported', 'HoVer'],
  ['DISPUTED', 'Climate-FEVER'],
  ['Conflicting Evidence/Cherrypicking', 'AVeriTeC'],
  ['mixture', 'PUBHEALTH'],
  ['SUPORTS', 'Did you mean `SUPPORTS`?'],
  ['maybe', 'Use `SUPPORTS`, `REFUTES` or `NOT ENOUGH INFO`.'],
])('%s is not changed without asking', (spelling, help) => {
  const finding = findingOf(spelling);
  expect(finding?.fix).toBeUndefined();
  expect(finding?.help).toContain(help);
});
