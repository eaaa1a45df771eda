import { toNfc } from '../../text/normalise.ts';
import type { DoneCounts } from '../api/item.ts';
import { answerRoomOf, isOpenFor, isSentBack, type QueueState, wantsVerdict } from './queue-state.ts';

/**
 * How far an annotator is, verdicts from the evidence alone among it. What was sent back is not done; what has enough answers of others, waits for the lead or is decided is no longer
 * there to be done; what others hold now is.
 *
 * @param now milliseconds since 1970
 * @param zone minutes that the annotator's time is ahead of UTC
 */
export function doneCounts(
  state: Pick<QueueState, 'plan' | 'work'>,
  name: string,
  now: number,
  zone: number,
): DoneCounts {
  const annotator = toNfc(name);
  const dayOf = (time: number) => Math.floor((time + zone * 60_000) / 86_400_000);
  const thisDay = dayOf(now);
  // Whatever zones the times are written in: who has a year's work does not wait for all of it to be taken apart.
  const earliest = new Date(now - 2 * 86_400_000).toISOString().slice(0, 10);
  let [done, today, open] = [0, 0, 0];
  for (const [key, { answers, skips, verdicts }] of state.work.claims) {
    const act = answers.get(annotator) ?? skips.get(annotator) ?? verdicts.get(annotator);
    if (isSentBack(state, key, annotator) || wantsVerdict(state, key, annotator)) open += 1;
    else if (act !== undefined) {
      done += 1;
      if (act.at >= earliest && dayOf(Date.parse(act.at)) === thisDay) today += 1;
    }
  }
  for (const key of state.plan.items.get(annotator)?.keys() ?? []) {
    if (!isOpenFor(state, key, annotator) || isSentBack(state, key, annotator)) continue;
    const { answered, cap } = answerRoomOf(state, key);
    if (answered.size < cap) open += 1;
  }
  return { done, total: done + open, today };
}
