import { fewRules, smallDataset } from './small-dataset.ts';

/** The evidence id of one of ten sentences, of which the last five are in a section. */
export const sentence = (number: number) => `A town_sentence_${number}`;

/** A dataset folder with twenty claims, of which two in a row share a sentence and a label; with settings of `split`, and changes of claims. */
export function townDataset(split: object = {}, change: (at: number) => object = () => ({})): string {
  const lines = Array.from({ length: 20 }, (_, at) =>
    JSON.stringify({
      id: `c${at}`,
      claim: `Town number${at} has word${at} and bridge${at} and river${at}.`,
      label: at % 4 < 2 ? 'SUPPORTS' : 'REFUTES',
      evidence: [[sentence(Math.floor(at / 2))]],
      ...change(at),
    }),
  );
  const article = Array.from(
    { length: 10 },
    (_, at) =>
      `${at === 0 ? 'A town\n\nFrom Wikipedia for FEVERv2\nJump to navigation Jump to search\n\n' : ''}${at === 5 ? 'History A town_section_0\n\n' : ''}It has the number ${at}. ${sentence(at)}\n`,
  ).join('\n');
  return smallDataset({
    'claimset.config.json': JSON.stringify({
      validate: { rules: fewRules },
      split: { ratios: { train: 0.8, dev: 0.2 }, ...split },
    }),
    'corpus/a-town.txt': article,
    'claims/a.jsonl': `${lines.join('\n')}\n`,
  });
}
