import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { ToolError } from '../../errors.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import type { DatasetClaims } from '../../io/claims/dataset-claims.ts';
import { labelledFileOf } from '../../io/claims/labelled-file.ts';
import { kindOfPath, readText } from '../../io/files.ts';
import { applyChange, claimsChangeSchema } from './claims-change.ts';

const pendingSchema = z.object({
  annotator: z.string(),
  device: z.string(),
  number: z.int(),
  change: claimsChangeSchema,
});

/** A line that is about to be written to a journal, and what is to be done to the files of claims as soon as it is. */
export type PendingChange = z.infer<typeof pendingSchema>;

/** Tells whether a line is in the journals. */
interface KnownLines {
  has(annotator: string, device: string, number: number): boolean;
}

/**
 * The change of the claims that was begun last, on the disk: where the server dies between the line of a journal and the file of claims, the
 * next one finishes it. There is one at most.
 */
export class PendingChanges {
  readonly #path: string;

  constructor(privateFolder: string) {
    this.#path = join(privateFolder, 'annotate.pending.json');
  }

  /** Before the line is written. @throws ToolError where the disk says no */
  begin(pending: PendingChange): void {
    writeFileAtomic(this.#path, [JSON.stringify(pending)]);
  }

  /** When the change is made, or the line could not be written. */
  end(): void {
    rmSync(this.#path, { force: true });
  }

  /** Finishes what was begun, if its line was written. Gives back what was done. @throws ToolError where the disk says no */
  finish(claims: DatasetClaims, journals: KnownLines): PendingChange | undefined {
    const pending = this.#read();
    if (pending === undefined) return undefined;
    const isWritten = journals.has(pending.annotator, pending.device, pending.number);
    if (isWritten) {
      if ('id' in pending.change) mendHalfMove(claims, pending.change.id);
      applyChange(claims, pending.change);
    }
    this.end();
    return isWritten ? pending : undefined;
  }

  #read(): PendingChange | undefined {
    if (kindOfPath(this.#path) !== 'file') return undefined;
    try {
      return pendingSchema.parse(JSON.parse(readText(this.#path)));
    } catch (cause) {
      throw new ToolError(
        'PENDING_INVALID',
        `"${this.#path}" cannot be read: it says which claim was being changed when the server ended. Look at the last lines of the journals and at claims/, then delete it.`,
        { cause },
      );
    }
  }
}

/** Of a claim that was on its way between `unlabelled/` and the file beside it, and stands in both, one is left: the change is made to that. */
function mendHalfMove(claims: DatasetClaims, id: ClaimId): void {
  claims.refresh();
  const copies = claims.all().filter(({ record }) => claimIdKey(record.id) === claimIdKey(id));
  const unlabelled = copies.find(({ isLabelled }) => !isLabelled);
  const labelled = copies.find(({ isLabelled }) => isLabelled);
  const isMoving =
    copies.length === 2 && unlabelled !== undefined && labelled?.file === labelledFileOf(unlabelled.file);
  if (isMoving) claims.drop(id);
}
