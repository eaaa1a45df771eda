import { createRng } from '../../src/text/rng.ts';

/** Draws at random: the same seed, the same draws. */
export interface Random {
  /** From 0 to below the limit. */
  int(limit: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  list<Item>(length: number, draw: () => Item): Item[];
}

export function createRandom(seed: number): Random {
  const rng = createRng(seed);
  const int = (limit: number) => Math.floor(rng() * limit);
  return {
    int,
    chance: (probability) => rng() < probability,
    pick: (items) => items[int(items.length)] as (typeof items)[number],
    list: (length, draw) => Array.from({ length }, draw),
  };
}
