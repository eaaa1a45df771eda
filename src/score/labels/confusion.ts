import { labels } from '../../claims/label.ts';
import { cutText } from '../../text/cut-text.ts';
import type { ScoreOptions } from '../scorer.ts';
import type { Confusion } from '../scores.ts';
import { comparedLabel } from './label-equality.ts';

/** Labels of either side that have a row or column of their own. */
const maxLabels = 50;
/** Spellings of which it is remembered what they are compared as. */
const maxSpellings = 200;
const pooled = 'other';
const maxLabelChars = 200;

/** Counts which gold label was given which label, as labels are compared. */
export class ConfusionTally {
  readonly #options: Pick<ScoreOptions, 'lenient'>;
  readonly #compared = new Map<string, string>();
  readonly #gold = new Set<string>();
  readonly #predicted = new Set<string>();
  /** By gold label, then by predicted label; `undefined` for none. */
  readonly #counts = new Map<string, Map<string | undefined, number>>();

  constructor(options: Pick<ScoreOptions, 'lenient'>) {
    this.#options = options;
  }

  /**
   * Labels as the files have them. The first 50 of either side that come are told apart, all others are `other`.
   *
   * @param predicted `undefined` where there is none
   */
  add(gold: string, predicted: string | undefined, claims = 1): void {
    const row = this.#place(this.#gold, gold);
    const column = predicted === undefined ? undefined : this.#place(this.#predicted, predicted);
    let counts = this.#counts.get(row);
    if (counts === undefined) {
      counts = new Map();
      this.#counts.set(row, counts);
    }
    counts.set(column, (counts.get(column) ?? 0) + claims);
  }

  /** A column for each gold label too, so that a label that is never predicted is seen; one for no label only where that happened. */
  result(): Confusion {
    const gold = sorted(this.#gold);
    const predicted: (string | null)[] = sorted(new Set([...gold, ...this.#predicted]));
    if ([...this.#counts.values()].some((counts) => counts.has(undefined))) predicted.push(null);
    const counts = gold.map((row) =>
      predicted.map((column) => this.#counts.get(row)?.get(column ?? undefined) ?? 0),
    );
    return { gold, predicted, counts };
  }

  /** What a label counts as. */
  #place(known: Set<string>, label: string): string {
    let name = this.#compared.get(label);
    if (name === undefined) {
      name = cutText(comparedLabel(label, this.#options), maxLabelChars);
      if (this.#compared.size < maxSpellings) this.#compared.set(label, name);
    }
    if (known.has(name)) return name;
    const kept = known.size < maxLabels ? name : pooled;
    known.add(kept);
    return kept;
  }
}

/** FEVER's labels first, what was pooled last. */
function sorted(known: ReadonlySet<string>): string[] {
  const rank = (name: string): number => {
    const at = (labels as readonly string[]).indexOf(name);
    return at >= 0 ? at : name === pooled ? labels.length + 1 : labels.length;
  };
  return [...known].sort((a, b) => rank(a) - rank(b));
}
