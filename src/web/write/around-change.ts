/** A text in parts: what is cut off at its start, what stands before and behind a change, what is cut off at its end. */
export interface AroundChange {
  readonly cutBefore: string;
  readonly before: string;
  readonly behind: string;
  readonly cutBehind: string;
}

/** Characters that are kept before a change and behind it. */
const [mostBefore, mostBehind] = [40, 60];
/** Less is not worth an ellipsis. */
const leastCut = 20;

/** The words about a change of a text, cut between words where the text is long. */
export function aroundChange(text: string, start: number, end: number): AroundChange {
  const cutTo = start > mostBefore + leastCut ? text.indexOf(' ', start - mostBefore) + 1 : 0;
  const from = cutTo > start ? start : cutTo;
  const cutFrom =
    text.length - end > mostBehind + leastCut ? text.lastIndexOf(' ', end + mostBehind) : text.length;
  const to = cutFrom < end ? end : cutFrom;
  return {
    cutBefore: text.slice(0, from),
    before: text.slice(from, start),
    behind: text.slice(end, to),
    cutBehind: text.slice(to),
  };
}
