import type { Claim, ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import type { Config } from '../../claims/config.ts';
import type { UnlabelledClaim } from '../../claims/unlabelled-claim.ts';
import { toNfc } from '../../text/normalise.ts';
import { assignAnnotators, inIdOrder } from './assign-annotators.ts';
import { drawOf } from './draw-of.ts';

/** A claim of the dataset, as it stands in its file. */
export interface QueueClaim {
  readonly record: Claim | UnlabelledClaim;
  readonly isLabelled: boolean;
}

/** Why an annotator gets a claim. `gold` is not to be told from `own` by who answers it. */
export type ItemKind = 'sent-back' | 'training' | 'own' | 'gold' | 'verdict' | 'others';

/** What an annotator has to do: claims by key, in order. */
export type PlannedItems = ReadonlyMap<string, 'training' | 'own' | 'gold'>;

/** Who is to answer what in which order, before anybody has answered anything. */
export interface QueuePlan {
  readonly settings: Config['annotate'];
  /** Whether several work, blind to one another. */
  readonly isShared: boolean;
  /** By key, in order of the ids; of claims with one id the first. */
  readonly claims: ReadonlyMap<string, QueueClaim>;
  /** Claims that every annotator may answer, because they are measured by them. Only labelled ones; empty for one person alone. */
  readonly gold: ReadonlySet<string>;
  /** Who is to answer a claim; empty for one person alone. */
  readonly assigned: ReadonlyMap<string, readonly string[]>;
  /** What each annotator has to do; an annotator's name is in Unicode normal form C. */
  readonly items: ReadonlyMap<string, PlannedItems>;
}

/**
 * The plan for claims and annotators, always the same for the same arguments, whatever the order of claims and annotators among several.
 *
 * Several annotators: each first gets `gold.training` of the claims with sure gold, in an order of the annotator's own; then the claims that
 * `assignAnnotators` gives, those without label before the others and otherwise in an order of the annotator's own, between which the other claims with sure
 * gold are mixed: by lot at each place, until one of the two is used up. One person alone: the training, then all claims as they stand in
 * their files, those without label first.
 *
 * @param claims all of the dataset, in the order of files and lines
 * @param names annotators; of one person alone that one
 * @param dropped ids of claims that were in the dataset: the others stay with whom they were given to
 */
export function planQueue(
  claims: Iterable<QueueClaim>,
  names: readonly string[],
  isShared: boolean,
  settings: Config['annotate'],
  dropped: Iterable<ClaimId> = [],
): QueuePlan {
  const given = new Map<string, QueueClaim>();
  for (const claim of claims) {
    const key = claimIdKey(claim.record.id);
    if (!given.has(key)) given.set(key, claim);
  }
  const annotators = [...new Set(names.map(toNfc))];
  const goldKeys = [...new Set(settings.gold.claims.map(claimIdKey))].filter(
    (key) => given.get(key)?.isLabelled,
  );
  const gold = new Set(isShared ? goldKeys : []);
  const ordered = inIdOrder([...given.keys()]);
  const free = ordered.filter((key) => !gold.has(key));
  const assigned = isShared
    ? assignAnnotators(
        [...new Set([...free, ...[...dropped].map(claimIdKey)])].filter((key) => !gold.has(key)),
        annotators,
        settings.overlap,
        settings.seed,
      )
    : new Map<string, readonly string[]>();
  const isLabelled = (key: string) => given.get(key)?.isLabelled === true;
  const items = new Map<string, PlannedItems>();
  for (const annotator of annotators) {
    const golds = shuffled(goldKeys, settings.seed, annotator);
    const training = golds.splice(0, settings.gold.training);
    const all = isShared
      ? shuffled(
          free.filter((key) => assigned.get(key)?.includes(annotator)),
          settings.seed,
          annotator,
        )
      : [...given.keys()].filter((key) => !training.includes(key));
    const own = [...all.filter((key) => !isLabelled(key)), ...all.filter(isLabelled)];
    const share = isShared ? settings.gold.share : 0;
    const draw = (place: number) => drawOf(settings.seed, 'gold', annotator, place);
    items.set(
      annotator,
      new Map([...training.map((key) => [key, 'training'] as const), ...mixed(own, golds, share, draw)]),
    );
  }
  return {
    settings,
    isShared,
    claims: new Map(ordered.flatMap((key) => entryOf(given, key))),
    gold,
    assigned,
    items,
  };
}

function entryOf(claims: ReadonlyMap<string, QueueClaim>, key: string): [string, QueueClaim][] {
  const claim = claims.get(key);
  return claim === undefined ? [] : [[key, claim]];
}

/** In an order that is an annotator's own. What comes to them leaves the order of the others as it is. */
function shuffled(keys: readonly string[], seed: number, annotator: string): string[] {
  return keys
    .map((key) => ({ key, draw: drawOf(seed, 'order', annotator, key) }))
    .sort((a, b) => a.draw - b.draw || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key);
}

/** `own`, and between them of `golds` as many as come up by lot. */
function* mixed(
  own: readonly string[],
  golds: readonly string[],
  share: number,
  draw: (place: number) => number,
): Generator<readonly [key: string, kind: 'own' | 'gold']> {
  let [place, used] = [0, 0];
  for (const key of own) {
    for (; used < golds.length && draw(place) < share; place++, used++) {
      yield [golds[used] ?? '', 'gold'];
    }
    place += 1;
    yield [key, 'own'];
  }
}
