import type { ClaimId } from '../../claims/claim.ts';
import type { Suppression } from '../../claims/suppression.ts';
import type { Diagnostic, Level } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { deleteLine, placeOfSuppression, type SuppressionEntry } from './suppression-entry.ts';
import { suppressionRules } from './suppression-rules.ts';

/** Takes findings that are accepted out of a run, and knows in the end which suppressions took none. */
export class Suppressor {
  /** By rule and claim, or rule and file. */
  readonly #byKey = new Map<string, SuppressionEntry[]>();
  readonly #unused: Set<SuppressionEntry>;
  readonly #pathOf: (file: string) => string;
  #lowestError: Level | undefined;
  #taken = 0;

  /** @param pathOf the path from the dataset folder of a file as findings name it */
  constructor(entries: readonly SuppressionEntry[], pathOf: (file: string) => string) {
    for (const entry of entries) {
      const { suppression } = entry;
      const claim = 'claim' in suppression ? suppression.claim : undefined;
      const key = keyOf(suppression.rule, claim, suppression.file);
      const same = this.#byKey.get(key);
      if (same === undefined) this.#byKey.set(key, [entry]);
      else same.push(entry);
    }
    this.#unused = new Set(entries);
    this.#pathOf = pathOf;
  }

  /** Findings that were accepted so far. */
  get taken(): number {
    return this.#taken;
  }

  /** Whether a finding is accepted. Asked once of every finding, whatever its level. */
  takes({ ruleId, level, severity, place }: Diagnostic): boolean {
    if (severity === 'error' && level < (this.#lowestError ?? 6)) this.#lowestError = level;
    if (level <= 3 || this.#byKey.size === 0) return false;
    let taken = false;
    for (const entry of this.#byKey.get(keyOf(ruleId, place.claimId, this.#pathOf(place.file))) ?? []) {
      const { suppression } = entry;
      if ('claim' in suppression) {
        if (suppression.file !== undefined && suppression.file !== this.#pathOf(place.file)) continue;
        if (suppression.pointer !== undefined && suppression.pointer !== place.pointer) continue;
      }
      this.#unused.delete(entry);
      taken = true;
    }
    if (taken) this.#taken += 1;
    return taken;
  }

  /**
   * The findings about suppressions that took nothing in a run over the whole dataset. A rule does not look at records that have
   * an error on a lower level: while there is one, nothing is said about its suppressions.
   *
   * @param levelOf the level of a rule; `undefined` for one that did not run
   */
  *findUnused(levelOf: (rule: string) => Level | undefined): Generator<Diagnostic> {
    for (const { suppression, line } of this.#unused) {
      const level = levelOf(suppression.rule);
      if (level === undefined || (this.#lowestError ?? 6) < level) continue;
      yield createDiagnostic(suppressionRules.unused, 'unused', {
        data: { rule: suppression.rule, what: subjectOf(suppression) },
        place: placeOfSuppression(line),
        fix: deleteLine(line),
      });
    }
  }
}

function keyOf(rule: string, claim: ClaimId | undefined, path: string | undefined): string {
  return JSON.stringify(claim === undefined ? [rule, null, path] : [rule, claim]);
}

function subjectOf(suppression: Suppression): string {
  if (!('claim' in suppression)) return `\`${suppression.file}\``;
  const { claim, pointer, file } = suppression;
  const where = [
    ...(pointer === undefined ? [] : [`at ${pointer}`]),
    ...(file === undefined ? [] : [`in ${file}`]),
  ];
  return [`claim ${JSON.stringify(claim)}`, ...where].join(' ');
}
