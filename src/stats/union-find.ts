/** Disjoint sets of the numbers below a size. */
export interface UnionFind {
  /** The number that stands for the set of `item`: the same for all of the set until the next union. */
  find(item: number): number;
  /** Makes one set of the sets of two numbers; whether they were two. */
  union(a: number, b: number): boolean;
}

/** Every number below `size` in a set of its own. A step costs nearly constant time (Tarjan 1975: union by size, halved paths). */
export function createUnionFind(size: number): UnionFind {
  const parents = Int32Array.from({ length: size }, (_, item) => item);
  const sizes = new Int32Array(size).fill(1);
  const find = (item: number): number => {
    let at = item;
    for (let parent = parents[at] as number; parent !== at; parent = parents[at] as number) {
      parents[at] = parents[parent] as number;
      at = parents[at] as number;
    }
    return at;
  };
  return {
    find,
    union(a, b) {
      const [one, other] = [find(a), find(b)];
      if (one === other) return false;
      const [small, large] = (sizes[one] as number) < (sizes[other] as number) ? [one, other] : [other, one];
      parents[small] = large;
      sizes[large] = (sizes[large] as number) + (sizes[small] as number);
      return true;
    },
  };
}
