/**
 * What work makes of items, in their order, begun for `ahead` items at most before the first is done. Work that fails does so where its result is asked for.
 *
 * @throws what work throws
 */
export async function* mapAhead<Item, Result>(
  items: Iterable<Item>,
  ahead: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  for (const item of items) {
    const result = work(item);
    // It may fail before it is asked for; it is told then.
    result.catch(() => {});
    begun.push(result);
    if (begun.length >= ahead) yield await (begun.shift() as Promise<Result>);
  }
  for (const result of begun) yield await result;
}
