import type { ClaimId } from '../../claims/claim.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { disagreementOf } from '../../stats/agreement/disagreement.ts';
import type { Answer, ConflictResponse } from '../api/adjudication.ts';
import type { ClaimWork } from '../work/work.ts';
import type { AdjudicationSettings } from './adjudication-settings.ts';
import { drawLetters } from './letters.ts';
import { kindsOf } from './waiting-of.ts';

/** Work about a claim that nobody has done anything about. */
export function untouchedClaim(id: ClaimId): ClaimWork {
  return {
    id,
    answers: new Map(),
    skips: new Map(),
    flags: new Map(),
    sentBack: new Map(),
    adjudication: undefined,
    dropped: undefined,
    written: undefined,
    verdicts: new Map(),
  };
}

/** All that was said of a claim, without names; `undefined` for a claim that the dataset neither has nor had. */
export function describeConflict(
  work: ClaimWork,
  settings: AdjudicationSettings,
): ConflictResponse | undefined {
  const known = work.dropped?.record ?? settings.find(work.id)?.record;
  if (known === undefined) return undefined;
  const { annotators, drawn } = drawLetters(work, settings.seed);
  const { adjudication, dropped } = work;
  const isOwn = (by: { readonly annotator: string }) => by.annotator === settings.adjudicator;
  const answers = [...annotators].flatMap(([letter, name]) => answerOf(letter, work, name) ?? []);
  const [sent] = work.sentBack.values();
  const dataset = adjudication === undefined && isUnlike(answers, known.label) ? labelledOf(known) : null;
  const cited = [adjudication?.evidence, dataset?.evidence, ...answers.map(({ evidence }) => evidence)];
  return {
    id: known.id,
    claim: known.claim,
    titles: titlesOf([
      ...cited.flatMap((evidence) => evidence?.flat() ?? []),
      ...(known.source === undefined ? [] : [known.source]),
      ...answers.flatMap(({ consulted }) => consulted ?? []),
    ]),
    kinds: dropped === undefined ? kindsOf(work, settings) : [],
    answers,
    skips: [...annotators].flatMap(([letter, name]) => {
      const skip = work.skips.get(name);
      if (skip === undefined) return [];
      const { reason, comment = null, fix = null } = skip;
      return [{ letter, reason, comment, fix }];
    }),
    drawn,
    flags: [...work.flags.values()].map(({ comment = '' }) => comment).sort(),
    verdicts: [...work.verdicts.values()]
      .map(({ label, comment = null }) => ({ label, comment }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    dataset,
    decided:
      adjudication === undefined
        ? null
        : {
            label: adjudication.label,
            evidence: adjudication.evidence,
            ...(adjudication.challenge !== undefined && { challenge: adjudication.challenge }),
            reason: adjudication.reason ?? null,
            comment: adjudication.comment ?? null,
            isOwn: isOwn(adjudication),
          },
    dropped:
      dropped === undefined
        ? null
        : { reason: dropped.reason, comment: dropped.comment ?? null, isOwn: isOwn(dropped) },
    sentBack: sent === undefined ? null : { comment: sent.comment ?? null, isOwn: isOwn(sent) },
  };
}

function answerOf(letter: string, { answers }: ClaimWork, name: string): Answer | undefined {
  const given = answers.get(name);
  if (given === undefined) return undefined;
  const { label, evidence, challenge, comment, consulted, despite } = given;
  return {
    letter,
    label,
    evidence,
    ...(challenge !== undefined && { challenge }),
    ...(comment !== undefined && { comment }),
    ...(consulted !== undefined && { consulted }),
    ...(despite !== undefined && { despite }),
  };
}

/** Whether the annotators agree with one another, and not with a label. */
function isUnlike(answers: readonly Answer[], label: string | undefined): boolean {
  return label !== undefined && answers[0]?.label !== label && disagreementOf(answers) === undefined;
}

function labelledOf({ label, evidence }: Record<string, unknown>): ConflictResponse['dataset'] {
  return label === undefined || evidence === undefined
    ? null
    : ({ label, evidence } as NonNullable<ConflictResponse['dataset']>);
}

/** In the order in which they are cited first. */
function titlesOf(ids: readonly string[]): string[] {
  return [...new Set(ids.flatMap((id) => parseEvidenceId(id)?.title ?? []))];
}
