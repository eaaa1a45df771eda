import type { OpenClaim } from '../../../src/claims/open-claim.ts';
import { createRng } from '../../../src/text/rng.ts';

const names = ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO'];
const cues = ['was', 'never', 'allegedly'];

/** Claims of random words, of which a share has a word that tells the label. Each has its own evidence. */
export function drawClaims(number: number, share: number, seed = 1): OpenClaim[] {
  const rng = createRng(seed);
  return Array.from({ length: number }, (_, at) => {
    const label = Math.floor(rng() * names.length);
    const words = Array.from({ length: 7 }, () => `w${Math.floor(rng() ** 2 * number)}`);
    if (rng() < share) words.splice(Math.floor(rng() * 7), 0, cues[label] as string);
    return {
      id: `c${at}`,
      claim: `${words.join(' ')}.`,
      label: names[label] as string,
      evidence: [[`A_sentence_${at}`]],
    };
  });
}
