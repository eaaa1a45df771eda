import type { Rng } from './rng.ts';

/** Items in places that can be written, such as an array or a typed one. */
interface Places<Item> {
  readonly length: number;
  [place: number]: Item;
}

/** Puts items into an order drawn by `rng`, each as likely as any other (Fisher-Yates). */
export function shuffle<Item>(items: Places<Item>, rng: Rng): void {
  for (let left = items.length - 1; left > 0; left--) {
    const other = Math.floor(rng() * (left + 1));
    const item = items[left] as Item;
    items[left] = items[other] as Item;
    items[other] = item;
  }
}
