import { hash64 } from '../text/hash64.ts';
import { plainPath } from '../text/plain-path.ts';
import type { Diagnostic } from './diagnostic.ts';

/**
 * What a finding is known by from one run to the next: 16 hexadecimal digits, made from its rule, message, file, claim and place
 * inside the record. Lines that move keep their findings; where there is no claim id, the text of the line stands for it.
 *
 * `ordinal` tells findings apart that have all of that in common (see {@link fingerprintsOf}).
 */
export function fingerprint({ ruleId, messageId, place }: Diagnostic, ordinal = 0): string {
  const { file, claimId, pointer, lineText } = place;
  const where = claimId === undefined ? ['line', lineText.replace(/^\uFEFF/, '')] : ['claim', claimId];
  const parts = [ruleId, messageId, plainPath(file), ...where, pointer ?? null];
  return hash64(JSON.stringify(ordinal === 0 ? parts : [...parts, ordinal]))
    .map((half) => half.toString(16).padStart(8, '0'))
    .join('');
}

/** The fingerprints of findings in their order, no two the same: a repeated one counts how often it was there before. */
export function fingerprintsOf(diagnostics: Iterable<Diagnostic>): string[] {
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  const unique: string[] = [];
  for (const diagnostic of diagnostics) {
    const plain = fingerprint(diagnostic);
    let ordinal = counts.get(plain) ?? 0;
    let print = ordinal === 0 ? plain : fingerprint(diagnostic, ordinal);
    while (taken.has(print)) {
      ordinal += 1;
      print = fingerprint(diagnostic, ordinal);
    }
    counts.set(plain, ordinal + 1);
    taken.add(print);
    unique.push(print);
  }
  return unique;
}
