import { hiddenOf, PRESENCE_TIMEOUT_MS } from '../../../shared/model/protocol.ts';
import { type Incoming, PRESENCE_LENGTH, readFrame } from '../frames/incoming.ts';
import { type PresenceEntry, presenceFrame } from '../frames/outgoing.ts';
import type { Member } from './member.ts';
import { type Appointment, flushInTime } from './presence-agenda.ts';

/** Whoever speaks for a client: a connection here, or another node for a connection there. */
export interface Speaker {
  /** Whether the client still answers; who speaks for a silent one is cut off. */
  challenge(): Promise<boolean>;
}

/** Another node, speaking for one client. */
interface Elsewhere extends Speaker {
  readonly node: string;
}

interface Present {
  readonly clock: number;
  readonly json: string;
  readonly renewedAt: number;
}

/** Where presence goes, and how to ask after a client on another node. */
export interface PresencePaths {
  /** Sends a frame to every member of the room. */
  readonly pass: (frame: Uint8Array) => void;
  /** Sends what changed of the clients here to the other nodes. */
  readonly share: (frame: Uint8Array) => void;
  readonly challengeElsewhere: (clientId: number) => Promise<boolean>;
  /** Whether the cloth is closed for writing now. */
  readonly isClosed: () => boolean;
}

/** Presence goes along with an edit at most this often, ms: with very many edits it is cheaper by itself. */
const LEAST_INTERVAL_MS = 8;
/** How long the clock of a client that left is remembered, so that a late echo by another does not bring it back, ms. */
const ECHO_MS = 60_000;

/**
 * Who is at the table: the newest presence of each client, passed on in batches. A connection speaks for one client id,
 * the first it announces; what it says of others (the stock client echoes all it hears) is ignored.
 */
export class Presence {
  readonly #present = new Map<number, Present>();
  readonly #owners = new Map<number, Member | Elsewhere>();
  readonly #claims = new Map<Member, number>();
  readonly #departed = new Map<number, { clock: number; at: number }>();
  /** What changed since the last batch, and whether it did so here. */
  #changed = new Map<number, PresenceEntry & { readonly here: boolean }>();
  #appointment: Appointment | null = null;
  #flushedAt = Number.NEGATIVE_INFINITY;
  readonly #paths: PresencePaths;

  constructor(paths: PresencePaths) {
    this.#paths = paths;
  }

  /** The connection, here or on another node, that speaks for a client id. */
  ownerOf(clientId: number): Speaker | undefined {
    return this.#owners.get(clientId);
  }

  /** The connection here that speaks for a client id, if there is one. */
  memberOf(clientId: number): Member | null {
    for (const [member, claim] of this.#claims) if (claim === clientId) return member;
    return null;
  }

  /**
   * Takes what a member says of its own client. Returns whoever already speaks for that client id, if another does: then nothing was taken, and the caller finds out which of the two is alive.
   */
  receive(member: Member, entries: readonly PresenceEntry[], now: number): Speaker | null {
    let claim = this.#claims.get(member);
    if (claim === undefined) {
      const [first] = entries;
      if (!first || entries.length > 1 || first.json === null || this.#isEcho(first)) return null;
      const owner = this.#owners.get(first.clientId);
      if (owner) return owner;
      claim = first.clientId;
      this.#claims.set(member, claim);
      this.#owners.set(claim, member);
    }
    for (const entry of entries) if (entry.clientId === claim) this.#renew(member, entry, now);
    return null;
  }

  /** Forgets a member, and its client's presence at once. */
  leave(member: Member, now: number): void {
    const clientId = this.#claims.get(member);
    if (clientId === undefined) return;
    this.#claims.delete(member);
    if (this.#owners.get(clientId) !== member) return;
    this.#owners.delete(clientId);
    this.#remove(clientId, now, true);
  }

  /** Takes a frame of another node, about the clients there. What is here counts for more. */
  hear(node: string, frame: Uint8Array, now: number): void {
    let incoming: Incoming;
    try {
      incoming = readFrame(frame);
    } catch {
      return;
    }
    if (incoming.kind !== 'presence') return;
    for (const { clientId, clock, json } of incoming.entries) {
      const owner = this.#owners.get(clientId);
      if (owner && !('node' in owner)) continue;
      if (json === null) {
        if (owner?.node === node) this.#forgetElsewhere(clientId, now);
        continue;
      }
      if (owner?.node !== node) this.#owners.set(clientId, this.#elsewhere(node, clientId));
      else if (clock <= (this.#present.get(clientId)?.clock ?? -1)) continue;
      this.#present.set(clientId, { clock, json, renewedAt: now });
      this.#change({ clientId, clock, json, here: false });
    }
  }

  /** Drops everyone who is at another node. */
  forgetNode(node: string, now: number): void {
    for (const [clientId, owner] of this.#owners) {
      if ('node' in owner && owner.node === node) this.#forgetElsewhere(clientId, now);
    }
  }

  /** Everyone at this node, for another; null when nobody is. */
  everyoneHere(): Uint8Array | null {
    return this.#frameOf((clientId) => {
      const owner = this.#owners.get(clientId);
      return owner !== undefined && !('node' in owner);
    });
  }

  /** Whether the connection here that speaks for a client answers; false when there is none. */
  async challengeHere(clientId: number): Promise<boolean> {
    const owner = this.#owners.get(clientId);
    return owner !== undefined && !('node' in owner) && owner.challenge();
  }

  /** Drops ghosts: presence that was not renewed in time. */
  sweep(now: number): void {
    for (const [clientId, { renewedAt }] of this.#present) {
      if (now - renewedAt <= PRESENCE_TIMEOUT_MS) continue;
      const owner = this.#owners.get(clientId);
      if (owner && 'node' in owner) this.#forgetElsewhere(clientId, now);
      else this.#remove(clientId, now, true);
    }
    for (const [clientId, { at }] of this.#departed) if (now - at > ECHO_MS) this.#departed.delete(clientId);
  }

  /** Everyone present, for a newcomer; null when nobody is. */
  everyone(): Uint8Array | null {
    return this.#frameOf(() => true);
  }

  /** Lets presence that waits go along with an edit: one write to each reader then does for both. */
  goAlong(): void {
    if (this.#changed.size > 0 && performance.now() - this.#flushedAt >= LEAST_INTERVAL_MS) this.flush();
  }

  stop(): void {
    this.#cancel();
    this.#changed.clear();
  }

  #frameOf(isMeant: (clientId: number) => boolean): Uint8Array | null {
    const entries = [...this.#present]
      .filter(([clientId]) => isMeant(clientId))
      .map(([clientId, { clock, json }]) => ({ clientId, clock, json }));
    return entries.length > 0 ? presenceFrame(entries) : null;
  }

  #elsewhere(node: string, clientId: number): Elsewhere {
    return {
      node,
      challenge: async () => {
        const alive = await this.#paths.challengeElsewhere(clientId);
        const owner = this.#owners.get(clientId);
        if (!alive && owner && 'node' in owner) this.#forgetElsewhere(clientId, performance.now());
        return alive;
      },
    };
  }

  #forgetElsewhere(clientId: number, now: number): void {
    this.#owners.delete(clientId);
    this.#remove(clientId, now, false);
  }

  #isEcho({ clientId, clock }: PresenceEntry): boolean {
    const departed = this.#departed.get(clientId);
    return departed !== undefined && clock <= departed.clock;
  }

  #renew(owner: Member, { clientId, clock, json }: PresenceEntry, now: number): void {
    const known = this.#present.get(clientId);
    if (json === null) {
      this.#remove(clientId, now, true, clock);
      return;
    }
    if (known && clock <= known.clock) return;
    const honest = honestPresence(json, owner, this.#paths.isClosed());
    if (honest === null) return;
    this.#present.set(clientId, { clock, json: honest, renewedAt: now });
    this.#change({ clientId, clock, json: honest, here: true });
  }

  #remove(clientId: number, now: number, here: boolean, clock = 0): void {
    const known = this.#present.get(clientId);
    if (!known) return;
    this.#present.delete(clientId);
    const last = Math.max(known.clock, clock);
    this.#departed.set(clientId, { clock: known.clock, at: now });
    this.#change({ clientId, clock: last, json: null, here });
  }

  #change(entry: PresenceEntry & { readonly here: boolean }): void {
    this.#appointment ??= flushInTime(this);
    this.#changed.set(entry.clientId, entry);
  }

  #cancel(): void {
    if (this.#appointment) this.#appointment.who = null;
    this.#appointment = null;
  }

  /** Passes on what changed since the last time. */
  flush(): void {
    this.#cancel();
    if (this.#changed.size === 0) return;
    this.#flushedAt = performance.now();
    const entries = [...this.#changed.values()];
    this.#changed = new Map();
    const frame = presenceFrame(entries);
    this.#paths.pass(frame);
    const fromHere = entries.filter(({ here }) => here);
    if (fromHere.length > 0) this.#paths.share(fromHere.length === entries.length ? frame : presenceFrame(fromHere));
  }
}

/**
 * A presence as it may be passed on: JSON of an object, not too long, never with a role the connection does not have, and
 * with nothing that its role may not show. Null when it is not even that; other clients would choke on it.
 */
function honestPresence(json: string, owner: Member, closed: boolean): string | null {
  if (json.length > PRESENCE_LENGTH) return null;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const hidden = hiddenOf(owner.role, closed).filter((key) => key in value);
  const user = 'user' in value && typeof value.user === 'object' ? value.user : null;
  const isForged = user !== null && 'role' in user && user.role !== owner.role;
  if (hidden.length === 0 && !isForged) return json;
  const shown = Object.entries(value).filter(([key]) => !hidden.some((other) => other === key));
  return JSON.stringify({ ...Object.fromEntries(shown), ...(isForged && { user: { ...user, role: owner.role } }) });
}
