import type { ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { labels } from '../../claims/label.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { type SkipReason, skipReasons } from '../../claims/skip-reason.ts';
import { toNfc } from '../../text/normalise.ts';
import { measureWeeks } from '../agreement/agreement-by-week.ts';
import type { MeasuredCoefficient } from '../agreement/coefficient.ts';
import { countLabels } from '../agreement/count-labels.ts';
import { measureLabelFigures } from '../agreement/label-figures.ts';
import { defaultResampling, type Resampling } from '../resampling/resampling.ts';
import { AnnotatorTally } from './annotator-tally.ts';
import { answersNeeded } from './answers-needed.ts';
import { countTimes } from './count-times.ts';
import { type DoneWork, isHeldByLead } from './done-work.ts';
import { medianOf } from './median-of.ts';
import type { ClaimProgress, Progress, ProgressFigure, WorkDay } from './progress.ts';
import type { LabelledEvidence } from './score-against-gold.ts';
import { findTellingCues } from './telling-cues.ts';
import { type WaitingKind, waitingKinds } from './waiting-kinds.ts';
import { waitingKindsOf } from './waiting-kinds-of.ts';

/** A claim of the dataset, labelled or not. */
export type ProgressClaim = Pick<OpenClaim, 'id' | 'claim' | 'label'> & Partial<Pick<OpenClaim, 'evidence'>>;

export interface ProgressSettings {
  /** Annotators who are to answer each claim, where there are as many. */
  readonly overlap: number;
  /** Ids of claims whose label and evidence are sure. */
  readonly gold: readonly ClaimId[];
  /** Of the claims, BCP 47. */
  readonly language: string;
  /** Who annotates, besides those of whom there are answers or skips. */
  readonly annotators?: readonly string[];
  /** How intervals are drawn; as `claimset agree` does where it is not there. */
  readonly resampling?: Resampling;
}

export interface ProgressInput {
  /** Of the dataset, without those that were dropped; of two with one id the first counts. */
  readonly claims: Iterable<ProgressClaim>;
  /** What stands of the journals, by the claim's id as text in Unicode normal form C. */
  readonly work: ReadonlyMap<string, DoneWork>;
  readonly settings: ProgressSettings;
}

/** How far the annotation of a dataset is. Linear in answers and claims. */
export function measureProgress({ claims: found, work, settings }: ProgressInput): Progress {
  const claims = new Map<string, ProgressClaim>();
  for (const claim of found) {
    const key = claimIdKey(claim.id);
    if (!claims.has(key)) claims.set(key, claim);
  }
  const tally = new Tally(settings);
  for (const [key, done] of work) tally.addWork(key, done, claims.get(key));
  const overlap = answersNeeded(settings.overlap, tally.annotators, undefined);
  for (const [key, claim] of claims) {
    const done = work.get(key);
    tally.addClaim(key, claim, done, answersNeeded(settings.overlap, tally.annotators, done?.written));
  }

  const compared = [...work.values()].flatMap(({ id, answers, adjudication, dropped }) =>
    answers.size > 1 && dropped === undefined ? [{ id, annotations: answers, adjudication }] : [],
  );
  const resampling = settings.resampling ?? defaultResampling;
  const units = compared.map(({ annotations }) => countLabels(annotations));
  const medianSeconds = medianOf(tally.seconds);
  return {
    claims: tally.claims,
    waiting: tally.waiting,
    overlap,
    annotators: [...tally.annotators]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, own]) => own.figures(tally.open, medianSeconds)),
    answers: tally.answers,
    agreement: figureOf(measureLabelFigures(units, resampling).coefficients.alpha),
    compared: compared.length,
    agreementByWeek: measureWeeks(compared, resampling).map(({ id, from, claims: size, alpha }) => ({
      week: id,
      from,
      claims: size,
      ...figureOf(alpha),
    })),
    confusion: confusionOf(units),
    labels: tally.labels,
    skips: tally.skips,
    flags: tally.flags,
    cues: findTellingCues(tally.decidedClaims, settings.language),
    days: daysOf([...tally.annotators.values()].flatMap((own) => own.days())),
    times: countTimes(tally.seconds),
    medianSeconds,
    guidelineGaps: guidelineGapsOf(work.values()),
  };
}

/** What is summed up over claims. */
class Tally {
  readonly annotators = new Map<string, AnnotatorTally>();
  readonly claims: { -readonly [Key in keyof ClaimProgress]: number } = {
    all: 0,
    untouched: 0,
    begun: 0,
    answered: 0,
    decided: 0,
    conflicts: 0,
    gold: 0,
    dropped: 0,
  };
  readonly waiting = Object.fromEntries(waitingKinds.map((kind) => [kind, 0])) as Record<WaitingKind, number>;
  readonly labels = { SUPPORTS: 0, REFUTES: 0, 'NOT ENOUGH INFO': 0 };
  readonly skips = Object.fromEntries(skipReasons.map((reason) => [reason, 0])) as Record<SkipReason, number>;
  /** Of answers, as they come. */
  readonly seconds: number[] = [];
  /** Claims with the label that they have by now. */
  readonly decidedClaims: { readonly id: ClaimId; readonly claim: string; readonly label: string }[] = [];
  answers = 0;
  flags = 0;
  /** Claims that want answers from whoever has not answered yet. */
  open = 0;
  readonly #gold: ReadonlySet<string>;

  constructor({ gold, annotators = [] }: ProgressSettings) {
    this.#gold = new Set(gold.map(claimIdKey));
    for (const name of annotators) this.#annotator(toNfc(name));
  }

  /** What was done about a claim, whether or not it still is in the dataset. */
  addWork(key: string, work: DoneWork, claim: ProgressClaim | undefined): void {
    this.flags += work.flags.size;
    if (work.dropped !== undefined) this.claims.dropped += 1;
    const gold = this.#gold.has(key) ? sureGold(claim) : undefined;
    for (const [name, answer] of work.answers) {
      this.answers += 1;
      this.labels[answer.label] += 1;
      if (answer.seconds !== undefined) this.seconds.push(answer.seconds);
      const { adjudication } = work;
      this.#annotator(name).addAnswer(answer, {
        gold,
        adjudication:
          adjudication === undefined || toNfc(adjudication.annotator) === name ? undefined : adjudication,
      });
    }
    for (const [name, skip] of work.skips) {
      this.skips[skip.reason] += 1;
      this.#annotator(name).addSkip(skip);
    }
    for (const name of work.sentBack.keys()) this.#annotator(name).addSentBack();
  }

  /** A claim of the dataset, after all that was done. */
  addClaim(key: string, claim: ProgressClaim, work: DoneWork | undefined, overlap: number): void {
    if (work?.dropped !== undefined) return;
    const isSure = this.#gold.has(key) && sureGold(claim) !== undefined;
    const size = work?.answers.size ?? 0;
    const isDecided = work?.adjudication !== undefined;
    if (work !== undefined) {
      const label = labelSoFar(work);
      if (label !== undefined) this.decidedClaims.push({ id: claim.id, claim: claim.claim, label });
      const dataset = labels.find((known) => known === claim.label);
      const kinds = waitingKindsOf(work, { overlap, isSure: this.#gold.has(key), dataset });
      for (const kind of kinds) this.waiting[kind] += 1;
      if (kinds.length > 0) this.claims.conflicts += 1;
    }
    if (isSure) {
      this.claims.gold += 1;
      return;
    }
    this.claims.all += 1;
    if (isDecided) this.claims.decided += 1;
    if (isDecided || size >= overlap) this.claims.answered += 1;
    else this.claims[size > 0 ? 'begun' : 'untouched'] += 1;
    if (isDecided || size >= overlap || (work !== undefined && isHeldByLead(work))) return;
    this.open += 1;
    if (work === undefined) return;
    const { answers, skips, written } = work;
    const done = new Set([...answers.keys(), ...skips.keys()]);
    if (written !== undefined) done.add(toNfc(written.annotator));
    for (const name of done) this.annotators.get(name)?.addDoneOfOpen();
  }

  #annotator(name: string): AnnotatorTally {
    const own = this.annotators.get(name) ?? new AnnotatorTally(name);
    this.annotators.set(name, own);
    return own;
  }
}

function sureGold(claim: ProgressClaim | undefined): LabelledEvidence | undefined {
  const label = labels.find((known) => known === claim?.label);
  return label === undefined ? undefined : { label, evidence: claim?.evidence ?? [] };
}

/** What was decided, or what more annotators say than anything else. */
function labelSoFar({ answers, adjudication }: DoneWork): string | undefined {
  if (adjudication !== undefined) return adjudication.label;
  const counts = countLabels(answers);
  const most = Math.max(...counts);
  return most > 0 && counts.indexOf(most) === counts.lastIndexOf(most)
    ? labels[counts.indexOf(most)]
    : undefined;
}

function figureOf(figure: MeasuredCoefficient): ProgressFigure {
  return {
    value: figure.value,
    interval: figure.interval,
    reason: figure.value === null ? figure.reason : null,
  };
}

function confusionOf(units: readonly (readonly number[])[]): number[][] {
  const cells = labels.map(() => labels.map(() => 0));
  for (const counts of units) {
    for (const [a, row] of cells.entries()) {
      const times = counts[a] ?? 0;
      if (times === 0) continue;
      for (const b of row.keys()) {
        const pairs = a === b ? (times * (times - 1)) / 2 : times * (counts[b] ?? 0);
        row[b] = (row[b] ?? 0) + pairs;
      }
    }
  }
  return cells;
}

function daysOf(all: readonly WorkDay[]): WorkDay[] {
  const days = new Map<string, { answers: number; seconds: number }>();
  for (const { day, answers, seconds } of all) {
    const own = days.get(day) ?? { answers: 0, seconds: 0 };
    days.set(day, own);
    own.answers += answers;
    own.seconds += seconds;
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, own]) => ({ day, ...own }));
}

function guidelineGapsOf(all: Iterable<DoneWork>): Progress['guidelineGaps'] {
  const found: { readonly claim: ClaimId; readonly comment: string; readonly at: number }[] = [];
  for (const { id, adjudication, dropped } of all) {
    const decision = dropped ?? adjudication;
    if (decision?.reason !== 'guideline-gap') continue;
    found.push({ claim: id, comment: decision.comment ?? '', at: Date.parse(decision.at) });
  }
  return found.sort((a, b) => b.at - a.at).map(({ claim, comment }) => ({ claim, comment }));
}
