/**
 * What work makes of items, in their order, begun for `ahead` items at most before the first is done. Whoever leaves early waits for what was begun.
 *
 * @throws what work throws
 */
export async function* mapAhead<Item, Result>(
  items: Iterable<Item>,
  ahead: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  try {
    for (const item of items) {
      const result = work(item);
      // It may fail before it is its turn; it is told then.
      result.catch(() => {});
      begun.push(result);
      if (begun.length >= ahead) yield await (begun.shift() as Promise<Result>);
    }
    for (let next = begun.shift(); next !== undefined; next = begun.shift()) yield await next;
  } finally {
    // Where one has failed, or nobody wants more, what fails in the others is the same.
    await Promise.allSettled(begun);
  }
}
