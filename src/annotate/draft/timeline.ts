/** States of something with a way back and forth. Nothing is ever lost on the way back to the beginning. */
export interface Timeline<State> {
  /** From the first state on. */
  readonly past: readonly State[];
  readonly present: State;
  /** The next one first; gone when something new is done. */
  readonly future: readonly State[];
}

export function startTimeline<State>(present: State): Timeline<State> {
  return { past: [], present, future: [] };
}

/** The timeline with a new present; the same object where the state is the same object. */
export function record<State>(timeline: Timeline<State>, state: State): Timeline<State> {
  if (state === timeline.present) return timeline;
  return { past: [...timeline.past, timeline.present], present: state, future: [] };
}

/** A step back; the same object at the beginning. */
export function undo<State>(timeline: Timeline<State>): Timeline<State> {
  const before = timeline.past.at(-1);
  if (before === undefined) return timeline;
  return {
    past: timeline.past.slice(0, -1),
    present: before,
    future: [timeline.present, ...timeline.future],
  };
}

/** A step forth; the same object at the end. */
export function redo<State>(timeline: Timeline<State>): Timeline<State> {
  const [next, ...future] = timeline.future;
  if (next === undefined) return timeline;
  return { past: [...timeline.past, timeline.present], present: next, future };
}
