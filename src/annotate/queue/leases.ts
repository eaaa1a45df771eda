/** A claim that is kept for an annotator. Times are in milliseconds since 1970. */
export interface LiveLease {
  /** As `claimIdKey` gives it. */
  readonly claim: string;
  readonly annotator: string;
  readonly device: string;
  /** When the annotator got the claim; heartbeats do not change it. */
  readonly since: number;
  /** At this time it is over. */
  readonly until: number;
  /** Whether it was given although others have all the room: to look at an own extra answer again, or because the claim was sent back. */
  readonly isExtra: boolean;
}

/** Who holds or wants a lease, and when. */
export interface Asking {
  readonly annotator: string;
  readonly device: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** How many annotators a claim has room for. */
export interface Room {
  /** Annotators whose answers stand. */
  readonly answered: { has(annotator: string): boolean; readonly size: number };
  /** Annotators who may answer in all; `Infinity` where there is no limit. */
  readonly cap: number;
}

/** A heartbeat that was sent before the claim was given back may come after that. */
const settlingMs = 10_000;

/** A browser in private mode has another name each time it is opened: its old leases must not pile up. */
const mostDevices = 8;

/**
 * Which claims are kept for whom. Of a claim there are never more annotators with an answer or a live lease than it has room for, but for
 * answers that come without a lease; a device of an annotator has at most one lease. Nothing is kept on the disk: after a restart the
 * next heartbeat takes the lease again where there is room.
 */
export class Leases {
  /** Milliseconds that a lease lasts without activity. */
  readonly duration: number;
  /** By annotator, then by device; a lease that is over stays until the device has another one. */
  readonly #byAnnotator = new Map<string, Map<string, LiveLease>>();
  readonly #byClaim = new Map<string, Set<LiveLease>>();
  /** What each device of an annotator last gave back, and when. */
  readonly #givenBack = new Map<string, Map<string, { readonly claim: string; readonly at: number }>>();
  readonly #lastSeen = new Map<string, number>();

  constructor(duration: number) {
    this.duration = duration;
  }

  /**
   * The lease of a claim, which takes the place of the device's other one. `undefined` where there is no room; the device then keeps what
   * it has.
   *
   * @param isAsked whether the claim was sent back to this annotator: then there is room
   */
  take(claim: string, asking: Asking, room: Room, isAsked = false): LiveLease | undefined {
    this.#see(asking);
    if (!isAsked && !this.hasRoom(claim, asking, room)) return undefined;
    const { annotator, device, now } = asking;
    const isExtra = this.isExtra(claim, asking, room);
    this.#givenBack.get(annotator)?.delete(device);
    return this.#put({ claim, annotator, device, since: now, until: now + this.duration, isExtra });
  }

  /**
   * What a heartbeat says of the lease. Activity extends it, and takes it again after it was over or another claim was opened; without
   * activity it runs on, and is given back as it is when it is over and nobody else has the claim. A lease that is not known, as after a
   * restart, is taken in any case. `lost`: others have all the room now. `undefined`: this device has just given the claim back, or works on
   * another one.
   */
  beat(claim: string, asking: Asking, isActive: boolean, room: Room, isAsked = false) {
    this.#see(asking);
    const { annotator, device, now } = asking;
    const given = this.#givenBack.get(annotator)?.get(device);
    if (given?.claim === claim && now - given.at < settlingMs) return undefined;
    const known = this.#byAnnotator.get(annotator)?.get(device);
    if (known?.claim === claim) {
      if (!isActive && (this.#isLive(known, now) || this.hasRoom(claim, asking, room))) return known;
    } else if (!isActive && known !== undefined && this.#isLive(known, now)) {
      return this.hasRoom(claim, asking, room) ? undefined : ('lost' as const);
    }
    const lease = this.take(claim, asking, room, isAsked) ?? ('lost' as const);
    if (lease === 'lost' || known?.claim !== claim || !this.#isLive(known, now)) return lease;
    return this.#put({ ...lease, since: known.since });
  }

  /** Gives a claim back, as after an answer. A lease of another claim stays. */
  release(claim: string, { annotator, device, now }: Asking): void {
    const given = this.#givenBack.get(annotator) ?? new Map();
    this.#givenBack.set(annotator, given);
    given.delete(device);
    given.set(device, { claim, at: now });
    if (given.size > mostDevices) given.delete(given.keys().next().value);
    const held = this.#byAnnotator.get(annotator)?.get(device);
    if (held?.claim === claim) this.#remove(held);
  }

  /** The live lease of a device. */
  held({ annotator, device, now }: Asking): LiveLease | undefined {
    const lease = this.#byAnnotator.get(annotator)?.get(device);
    return lease !== undefined && this.#isLive(lease, now) ? lease : undefined;
  }

  /** Whether an annotator may have a claim: who has answered it, or has a lease of it, takes no room from anybody. */
  hasRoom(claim: string, asking: Omit<Asking, 'device'>, room: Room): boolean {
    if (room.answered.has(asking.annotator)) return true;
    for (const holder of this.holders(claim, asking.now)) if (holder === asking.annotator) return true;
    return this.#taken(claim, asking, room) < room.cap;
  }

  /** Whether an answer that came now would be one more than there is room for: without a lease that took room, beside others who took all. */
  isExtra(claim: string, asking: Omit<Asking, 'device'>, room: Room): boolean {
    for (const lease of this.live(claim, asking.now)) {
      if (lease.annotator === asking.annotator && !lease.isExtra) return false;
    }
    return this.#taken(claim, asking, room) >= room.cap;
  }

  /** How many others have answered a claim or have a live lease of it. */
  #taken(claim: string, { annotator, now }: Omit<Asking, 'device'>, { answered }: Room): number {
    const holding = new Set<string>();
    for (const holder of this.holders(claim, now)) {
      if (holder !== annotator && !answered.has(holder)) holding.add(holder);
    }
    return answered.size - (answered.has(annotator) ? 1 : 0) + holding.size;
  }

  /** Annotators who have a live lease of a claim; twice who has it on two devices. */
  *holders(claim: string, now: number): Generator<string> {
    for (const lease of this.live(claim, now)) yield lease.annotator;
  }

  /** The live leases of a claim. */
  *live(claim: string, now: number): Generator<LiveLease> {
    for (const lease of this.#byClaim.get(claim) ?? []) if (this.#isLive(lease, now)) yield lease;
  }

  /** Whether an annotator had a lease of a claim that is over, and has taken no other claim on that device since. */
  hasLapsed(claim: string, annotator: string, now: number): boolean {
    for (const lease of this.#byClaim.get(claim) ?? []) {
      if (lease.annotator === annotator && !this.#isLive(lease, now)) return true;
    }
    return false;
  }

  /** When an annotator last asked for something, since the start; `undefined` if never. */
  lastSeen(annotator: string): number | undefined {
    return this.#lastSeen.get(annotator);
  }

  #see({ annotator, now }: Asking): void {
    this.#lastSeen.set(annotator, now);
  }

  #isLive(lease: LiveLease, now: number): boolean {
    return now < lease.until;
  }

  #put(lease: LiveLease): LiveLease {
    const devices = this.#byAnnotator.get(lease.annotator) ?? new Map<string, LiveLease>();
    this.#byAnnotator.set(lease.annotator, devices);
    const before = devices.get(lease.device);
    if (before !== undefined) this.#remove(before);
    devices.set(lease.device, lease);
    const [oldest] = devices.values();
    if (devices.size > mostDevices && oldest !== undefined) this.#remove(oldest);
    const ofClaim = this.#byClaim.get(lease.claim) ?? new Set();
    this.#byClaim.set(lease.claim, ofClaim.add(lease));
    return lease;
  }

  #remove(lease: LiveLease): void {
    this.#byAnnotator.get(lease.annotator)?.delete(lease.device);
    const ofClaim = this.#byClaim.get(lease.claim);
    ofClaim?.delete(lease);
    if (ofClaim?.size === 0) this.#byClaim.delete(lease.claim);
  }
}
