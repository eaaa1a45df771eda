/** Name of the file in a dataset folder that says which split each claim is in. */
export const lockName = 'splits.lock.json';
