/**
 * How often a costly property is tried: a tenth of the full number, so that `npm test` stays quick; all of it with
 * `FC_SHARE=1 npm test`, as CI does once.
 */
export function runs(full: number): number {
  return Math.ceil(full * Number(process.env.FC_SHARE ?? 0.1));
}

/** Whether everything is tried in full. Tests of large files that small ones of the same kind stand beside wait for that, and say so. */
const isFull = runs(10) >= 10;

/** Why a test of so many records is skipped; `undefined` where it is not. For its name. */
export function whyTooLarge(records: number): string | undefined {
  return isFull || records <= 1000 ? undefined : 'skipped: only with FC_SHARE=1, as CI does';
}
