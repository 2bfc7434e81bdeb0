import { PRESENCE_INTERVAL_MS, PRESENCE_TIMEOUT_MS } from '../../shared/protocol.ts';
import { type PresenceEntry, presenceFrame } from './frames.ts';
import { PRESENCE_LENGTH } from './incoming.ts';
import type { Member } from './member.ts';

interface Present {
  readonly clock: number;
  readonly json: string;
  readonly owner: Member;
  readonly renewedAt: number;
}

/** How long the clock of a client that left is remembered, so that a late echo by another does not bring it back, ms. */
const ECHO_MS = 60_000;

/**
 * Who is at the table: the newest presence of each client, passed on in batches. A connection speaks for one client id,
 * the first it announces; what it says of others (the stock client echoes all it hears) is ignored.
 */
export class Presence {
  readonly #present = new Map<number, Present>();
  readonly #owners = new Map<number, Member>();
  readonly #claims = new Map<Member, number>();
  readonly #departed = new Map<number, { clock: number; at: number }>();
  #changed = new Map<number, PresenceEntry>();
  #timer: NodeJS.Timeout | null = null;
  #flushedAt = 0;
  readonly #pass: (frame: Uint8Array) => void;

  /** `pass` sends a frame to every member of the room. */
  constructor(pass: (frame: Uint8Array) => void) {
    this.#pass = pass;
  }

  /** The connection that speaks for a client id. */
  ownerOf(clientId: number): Member | undefined {
    return this.#owners.get(clientId);
  }

  /**
   * Takes what a member says of its own client. Returns the member that already speaks for that client id, if another
   * does: then nothing was taken, and the caller finds out which of the two is alive.
   */
  receive(member: Member, entries: readonly PresenceEntry[], now: number): Member | null {
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
    if (this.#owners.get(clientId) === member) this.#owners.delete(clientId);
    this.#remove(clientId, now);
  }

  /** Drops ghosts: presence that was not renewed in time. */
  sweep(now: number): void {
    for (const [clientId, { renewedAt }] of this.#present) {
      if (now - renewedAt > PRESENCE_TIMEOUT_MS) this.#remove(clientId, now);
    }
    for (const [clientId, { at }] of this.#departed) if (now - at > ECHO_MS) this.#departed.delete(clientId);
  }

  /** Everyone present, for a newcomer; null when nobody is. */
  everyone(): Uint8Array | null {
    if (this.#present.size === 0) return null;
    return presenceFrame([...this.#present].map(([clientId, { clock, json }]) => ({ clientId, clock, json })));
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #isEcho({ clientId, clock }: PresenceEntry): boolean {
    const departed = this.#departed.get(clientId);
    return departed !== undefined && clock <= departed.clock;
  }

  #renew(owner: Member, { clientId, clock, json }: PresenceEntry, now: number): void {
    const known = this.#present.get(clientId);
    if (json === null) {
      this.#remove(clientId, now, clock);
      return;
    }
    if (known && clock <= known.clock) return;
    const honest = honestPresence(json, owner);
    if (honest === null) return;
    this.#present.set(clientId, { clock, json: honest, owner, renewedAt: now });
    this.#change({ clientId, clock, json: honest });
  }

  #remove(clientId: number, now: number, clock = 0): void {
    const known = this.#present.get(clientId);
    if (!known) return;
    this.#present.delete(clientId);
    const last = Math.max(known.clock, clock);
    this.#departed.set(clientId, { clock: known.clock, at: now });
    this.#change({ clientId, clock: last, json: null });
  }

  #change(entry: PresenceEntry): void {
    this.#changed.set(entry.clientId, entry);
    if (this.#timer) return;
    const wait = Math.max(0, this.#flushedAt + PRESENCE_INTERVAL_MS - performance.now());
    this.#timer = setTimeout(() => this.#flush(), wait);
  }

  #flush(): void {
    this.#timer = null;
    this.#flushedAt = performance.now();
    const entries = [...this.#changed.values()];
    this.#changed = new Map();
    this.#pass(presenceFrame(entries));
  }
}

/**
 * A presence as it may be passed on: JSON of an object, not too long, and never with a role the connection does not
 * have. Null when it is not even that; other clients would choke on it.
 */
function honestPresence(json: string, owner: Member): string | null {
  if (json.length > PRESENCE_LENGTH) return null;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  if (!('user' in value) || typeof value.user !== 'object' || value.user === null) return json;
  if (!('role' in value.user) || value.user.role === owner.role) return json;
  return JSON.stringify({ ...value, user: { ...value.user, role: owner.role } });
}
