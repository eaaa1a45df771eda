import type { SentEvent } from '../../annotate/api/events.ts';
import { toNfc } from '../../text/normalise.ts';
import { type Before, beforeSchema, type ClaimsChange } from './claims-change.ts';
import { type Deciding, type Decision, refuse } from './decision.ts';
import { originKeys } from './line-origin.ts';

type Withdrawal = Extract<SentEvent, { readonly kind: 'withdraw' }>;

/** Takes back what the annotator said last of a claim, as long as nothing was built on it. */
export function decideWithdrawal(event: Withdrawal, deciding: Deciding): Decision {
  const { work, origin } = deciding;
  const { what, claim } = event;
  if (!stands(what, deciding)) {
    return refuse(
      'NOTHING_TO_WITHDRAW',
      'There is nothing of yours to take back: it was taken back already, or somebody has said something else since. Reload the page.',
    );
  }
  const isDecided = work.adjudication !== undefined || work.dropped !== undefined;
  if (isDecided && (what === 'annotation' || what === 'skip')) {
    return refuse(
      'ADJUDICATED',
      'The claim was decided meanwhile, by your answer among others. Tell the lead what you would change.',
    );
  }
  if (what === 'write' && (isDecided || isUsedByOthers(deciding))) {
    return refuse('IN_USE', 'Others have worked on the claim meanwhile. Ask the lead to drop it.');
  }
  if (what === 'write' && isEdited(deciding)) {
    return refuse(
      'EDITED',
      'The claim was changed in its file since you wrote it. Take it out there, or ask the lead to drop it.',
    );
  }
  const { at, end } = originKeys(origin);
  const change = changeOf(what, deciding);
  if (change !== undefined && !isPossible(change, deciding)) {
    return refuse(
      'WRONG_FILE',
      'The journal says that the claim was in a file that cannot hold it: somebody has changed that line. Put the claim back by hand.',
    );
  }
  return {
    line: { event: 'withdraw', what, claim, annotator: origin.annotator, at, ...end },
    ...(change !== undefined && { change }),
  };
}

function stands(what: Withdrawal['what'], { work, name }: Deciding): boolean {
  const isOwn = (record: { readonly annotator: string } | undefined): boolean =>
    record !== undefined && toNfc(record.annotator) === name;
  switch (what) {
    case 'annotation':
      return work.answers.has(name);
    case 'skip':
      return work.skips.has(name);
    case 'flag':
      return work.flags.has(name);
    case 'verdict':
      return work.verdicts.has(name);
    case 'adjudication':
      return isOwn(work.adjudication);
    case 'drop':
      return isOwn(work.dropped);
    case 'write':
      return isOwn(work.written);
    case 'send-back':
      return [...work.sentBack.values()].some(isOwn);
  }
}

function isUsedByOthers({ work, name }: Deciding): boolean {
  return [work.answers, work.skips, work.verdicts].some((byAnnotator) =>
    [...byAnnotator.keys()].some((other) => other !== name),
  );
}

/** Whether the claim says something else than what was written: what somebody did by hand is not thrown away. */
function isEdited({ work, claim }: Deciding): boolean {
  const essence = ({ claim: text, label, evidence }: Record<string, unknown>): string =>
    JSON.stringify([text, label, evidence]);
  return (
    claim !== undefined &&
    work.written !== undefined &&
    essence(claim.record) !== essence(work.written.record)
  );
}

/** Whether the claim may go to the file that a line of a journal names. */
function isPossible(change: ClaimsChange, { state: { workspace } }: Deciding): boolean {
  if (change.do === 'add') return workspace.claims.mayHold(change.record, change.file);
  return change.do !== 'restore' || workspace.claims.mayHold(change.before, change.before.file);
}

/** What the withdrawal means for the files of claims; nothing where a line by hand does not say what was before. */
function changeOf(what: Withdrawal['what'], { work }: Deciding): ClaimsChange | undefined {
  if (what === 'write') return { do: 'drop', id: work.id };
  if (what === 'drop' && work.dropped !== undefined) {
    const { record, file } = work.dropped;
    return { do: 'add', record, file };
  }
  if (what !== 'adjudication') return undefined;
  const before = beforeSchema.safeParse(work.adjudication?.before);
  return before.success ? { do: 'restore', id: work.id, before: before.data as Before } : undefined;
}
