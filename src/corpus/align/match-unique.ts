/** Pairs of items that have a key which no other item of either list has. Items whose key is `undefined` are in none. */
export function matchUnique<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): [before: Item, after: Item][] {
  const others = groupByKey(after, keyOf);
  const pairs: [Item, Item][] = [];
  for (const [key, [item, ...more]] of groupByKey(before, keyOf)) {
    const [other, ...moreOthers] = others.get(key) ?? [];
    if (item !== undefined && other !== undefined && more.length + moreOthers.length === 0)
      pairs.push([item, other]);
  }
  return pairs;
}

/**
 * Pairs of items with one key and one place that are copies: as many before as after, and the same one of them in order. What says
 * the same as something else has no other sign of being the same one.
 */
export function matchCopies<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
  placeOf: (item: Item) => string,
): [before: Item, after: Item][] {
  const others = groupByKey(after, keyOf);
  const pairs: [Item, Item][] = [];
  for (const [key, items] of groupByKey(before, keyOf)) {
    const copies = others.get(key) ?? [];
    if (copies.length !== items.length) continue;
    for (const [which, item] of items.entries()) {
      const copy = copies[which];
      if (copy !== undefined && placeOf(copy) === placeOf(item)) pairs.push([item, copy]);
    }
  }
  return pairs;
}

function groupByKey<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
