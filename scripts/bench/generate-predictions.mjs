import { closeSync, openSync, writeSync } from 'node:fs';
import { createRandom, nameOf } from './generate-claims.mjs';

const labels = ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO'];
const cells = 0.5;
const rightLabels = 0.7;
const foundPieces = 0.35;

/**
 * Writes claims with what a system said of them, in the form that `fever_score` or FEVEROUS's evaluate.py read: a third of each label,
 * FEVER with two evidence sets and five predicted sentences on average, FEVEROUS with larger sets, cells and up to 30 predicted pieces.
 * The same `count` gives the same bytes.
 */
export function generatePredictions(file, count, form) {
  const random = createRandom(count);
  const below = (end) => Math.floor(random() * end);
  const page = () => `${nameOf(below(60_000))}${form === 'fever' ? '_' : ' '}${nameOf(below(60_000))}`;
  const out = openSync(file, 'w');
  if (form === 'feverous') writeSync(out, '{"id":"","claim":"","label":"","evidence":""}\n');
  let block = '';
  for (let id = 1; id <= count; id++) {
    const label = labels[below(3)];
    const pages = [page(), page(), page()];
    const piece = () => {
      const title = pages[below(3)];
      if (form === 'fever') return [title, below(10)];
      return random() < cells
        ? `${title}_cell_${below(3)}_${below(12)}_${below(4)}`
        : `${title}_sentence_${below(30)}`;
    };
    const sets = list(1 + Math.floor(-Math.log(1 - random()) * (form === 'fever' ? 1.6 : 0.4)), () =>
      list(form === 'feverous' ? 1 + below(6) : random() < 0.83 ? 1 : 2 + below(2), piece),
    );
    const gold = sets.flat();
    const predicted = list(form === 'fever' ? 5 : 5 + below(25), () =>
      random() < foundPieces ? gold[below(gold.length)] : piece(),
    );
    const evidence =
      form === 'feverous'
        ? sets.map((content) => ({ content, context: {} }))
        : label === 'NOT ENOUGH INFO'
          ? [[[id, null, null, null]]]
          : sets.map((set) => set.map(([title, line]) => [id, id, title, line]));
    block += `${JSON.stringify({
      id,
      label,
      claim: `${pages[0]} is known for ${nameOf(below(60_000))}.`,
      evidence,
      predicted_label: random() < rightLabels ? label : labels[below(3)],
      predicted_evidence: predicted,
    })}\n`;
    if (block.length > 1 << 20) {
      writeSync(out, block);
      block = '';
    }
  }
  writeSync(out, block);
  closeSync(out);
}

function list(length, make) {
  return Array.from({ length }, make);
}
