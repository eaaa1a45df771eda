/** What the evidence says of a claim: the three classes of FEVER, as it spells them. */
export const labels = ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO'] as const;

export type Label = (typeof labels)[number];

/** How other datasets of the family spell the three labels, in lower case. Labels with another meaning are not here. */
const spellings: ReadonlyMap<string, Label> = new Map<string, Label>([
  ...['supports', 'support', 'supported', 'true'].map((spelling): [string, Label] => [spelling, 'SUPPORTS']),
  ...['refutes', 'refute', 'refuted', 'contradict', 'contradicts', 'contradicted', 'false'].map(
    (spelling): [string, Label] => [spelling, 'REFUTES'],
  ),
  ...[
    'not enough info',
    'not enough information',
    'not enough evidence',
    'notenoughinfo',
    'notenoughinformation',
    'notenoughevidence',
    'nei',
    'noinfo',
    'neutral',
  ].map((spelling): [string, Label] => [spelling, 'NOT ENOUGH INFO']),
]);

/**
 * The label that a known spelling stands for, whatever its case, underscores and outer blanks: `Supported`, `NOT_ENOUGH_INFO`, `NEI`.
 * HoVer's NOT_SUPPORTED and Climate-FEVER's DISPUTED have no FEVER class and give `undefined`.
 */
export function labelOfSpelling(spelling: string): Label | undefined {
  return spellings.get(fold(spelling));
}

/** Labels of other datasets that have no counterpart among the three, in lower case, with what they mean. */
const foreignLabels: ReadonlyMap<string, string> = new Map([
  [
    'not supported',
    'HoVer calls claims so that are REFUTES or NOT ENOUGH INFO: decide which, claim by claim.',
  ],
  [
    'disputed',
    'Climate-FEVER calls claims so that some evidence supports and some refutes: FEVER has no label for them.',
  ],
  [
    'conflicting evidence/cherrypicking',
    'AVeriTeC calls claims so that some evidence supports and some refutes: FEVER has no label for them.',
  ],
  [
    'mixture',
    'PUBHEALTH calls claims so that are partly true: FEVER has no label for them. Split the claim into parts.',
  ],
  [
    'unproven',
    'PUBHEALTH calls claims so that nobody has proved or disproved: NOT ENOUGH INFO where that is what the evidence says.',
  ],
]);

/** What to do about the label of another dataset that is none of the three; `undefined` for one that is not known. */
export function helpForLabel(spelling: string): string | undefined {
  return foreignLabels.get(fold(spelling));
}

function fold(spelling: string): string {
  return spelling
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}
