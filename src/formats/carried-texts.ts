import type { Evidence } from '../corpus/evidence.ts';
import { formatEvidenceId, parseEvidenceId } from '../corpus/evidence-id.ts';
import { toNfc } from '../text/normalise.ts';

/** The numbers that the texts of a title have. */
interface Numbering {
  readonly numbers: Map<string, number>;
  /** All numbers below are taken. */
  free: number;
}

/**
 * The texts that a file of claims carries, and the evidence ids they are given: `<title>_sentence_<n>`, counted from 0 for each
 * title in the order in which its texts are met. A text that the corpus has under the title keeps its id there, and no number
 * that the corpus has for another text is given away: several files can be read one after the other. Memory: one entry a text.
 */
export class CarriedTexts {
  readonly #evidence: Evidence;
  readonly #numberings = new Map<string, Numbering>();
  readonly #texts = new Map<string, string>();

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  /** The id of a text; the same one for the same text under the same title. Titles are composed, as in the ids of a corpus. */
  idOf(title: string, text: string): string {
    const composed = toNfc(title);
    const numbering = this.#numberingOf(composed);
    const idAt = (number: number) =>
      formatEvidenceId({ title: composed, kind: 'sentence', numbers: [number] });
    for (;;) {
      const number = numbering.numbers.get(text);
      if (number !== undefined) return idAt(number);
      const id = idAt(numbering.free);
      const known = this.#texts.get(id) ?? this.#evidence.text(id) ?? text;
      if (!numbering.numbers.has(known)) numbering.numbers.set(known, numbering.free);
      numbering.free += 1;
    }
  }

  /** Notes the text of an id; whether the id is new, or its text another than before. */
  add(id: string, text: string): boolean {
    const key = toNfc(id);
    const known = this.#texts.get(key);
    if (known !== undefined) return known !== text;
    this.#texts.set(key, text);
    const parts = parseEvidenceId(key);
    if (parts?.kind === 'sentence') {
      const { numbers } = this.#numberingOf(parts.title);
      const [number = 0] = parts.numbers;
      if (!numbers.has(text)) numbers.set(text, number);
    }
    return true;
  }

  /** Whether the text of an id was noted. */
  has(id: string): boolean {
    return this.#texts.has(toNfc(id));
  }

  #numberingOf(title: string): Numbering {
    const known = this.#numberings.get(title);
    if (known !== undefined) return known;
    const numbering: Numbering = { numbers: new Map(), free: 0 };
    this.#numberings.set(title, numbering);
    return numbering;
  }
}
