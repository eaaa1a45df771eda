/**
 * How often a costly property is tried: a tenth of the full number, so that `npm test` stays quick; all of it with
 * `FC_SHARE=1 npm test`, as CI does once.
 */
export function runs(full: number): number {
  return Math.ceil(full * Number(process.env.FC_SHARE ?? 0.1));
}
