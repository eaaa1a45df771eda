import { OfficialFailure } from '../official-failure.ts';
import type { JsonObject } from '../scorer.ts';
import { pythonElement, pythonElements, pythonMember, pythonTypeOf } from './python-value.ts';

/**
 * Fails where the two evaluations of hover-nlp/hover fail on a prediction: that of the sentences, then that of the label. Each
 * runs through a file of its own, so that of several failures another may be its first.
 *
 * @throws OfficialFailure
 */
export function failAsHover(_gold: JsonObject, prediction: JsonObject): void {
  for (const fact of pythonElements(pythonMember(prediction, 'predicted_sp'))) {
    const title = pythonElement(fact, 0);
    if (typeof title !== 'string') {
      throw new OfficialFailure(
        'TypeError',
        `normalize() argument 2 must be str, not ${title === null ? 'None' : pythonTypeOf(title)}`,
      );
    }
    pythonElement(fact, 1);
  }
  pythonMember(prediction, 'predicted_label');
}

/** Fails where the evaluations fail on a file without claims. @throws OfficialFailure */
export function failAsHoverAtEnd([claims = 0]: readonly number[]): void {
  if (claims === 0) throw new OfficialFailure('ZeroDivisionError', 'float division by zero');
}
