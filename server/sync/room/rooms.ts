import { nanoid } from 'nanoid';
import type { Logger } from 'pino';
import { settleCircles } from '../../../shared/document/migrations/circles.ts';
import { CLOSE } from '../../../shared/model/protocol.ts';
import type { Limits } from '../../core/config.ts';
import type { Metrics } from '../../core/metrics.ts';
import { within } from '../../core/patience.ts';
import type { Cluster } from '../../relay/cluster.ts';
import { type ClothRecord, type Storage, UnknownCloth } from '../../storage/storage.ts';
import { warningFrame } from '../frames/outgoing.ts';
import type { Workshop } from '../guard/workshop.ts';
import { loadInTurns } from './loading.ts';
import { Room } from './room.ts';
import { SpacedReads } from './spaced-reads.ts';
import { prepareUpgrade } from './upgrade.ts';

const SWEEP_MS = 1_000;
const DELETED = 'this tablecloth was deleted';

/** A larger document is not encoded on the thread that answers people, bytes: where it was stored it lies encoded already. */
const ENCODED_AT_ONCE = 64 * 1024;

/** The cloths in memory: opened once however many ask, forgotten some time after the last one left. */
export class Rooms {
  readonly #storage: Storage;
  readonly #workshop: Workshop;
  readonly #cluster: Cluster | null;
  readonly #limits: Limits;
  readonly #metrics: Metrics;
  readonly #log: Logger;
  readonly #rooms = new Map<string, Room>();
  /** Changes are counted from the start of this process: what was counted by another is another's. */
  readonly #incarnation = nanoid(8);
  readonly #opening = new Map<string, Promise<Room>>();
  /** Large documents that are had from the store at this moment, by cloth and what was changed of it. */
  readonly #encoded = new Map<string, Promise<readonly Uint8Array[]>>();
  /** How often a cloth was changed while this process lives, and when last, ms since the epoch. */
  readonly #changes = new Map<string, { readonly count: number; readonly at: number }>();
  readonly #records: SpacedReads<ClothRecord | null>;
  readonly #sweeper: NodeJS.Timeout;

  /** @param cluster this node among others that use the same store; null when there are none */
  constructor(
    storage: Storage,
    workshop: Workshop,
    limits: Limits,
    metrics: Metrics,
    log: Logger,
    cluster: Cluster | null = null,
  ) {
    this.#storage = storage;
    this.#workshop = workshop;
    this.#cluster = cluster;
    this.#limits = limits;
    this.#metrics = metrics;
    this.#log = log;
    this.#records = new SpacedReads((id) => storage.read(id));
    this.#sweeper = setInterval(() => this.#sweep(), Math.min(SWEEP_MS, Math.max(20, limits.roomIdleMs / 2)));
    storage.onHealth(({ ok }) => this.#warn(ok ? 'storage-ok' : 'storage'));
  }

  get size(): number {
    return this.#rooms.size;
  }

  [Symbol.iterator](): Iterator<Room> {
    return this.#rooms.values();
  }

  /** Whether anybody has the cloth open, on any node. Rejects when the others cannot be asked. */
  async isInUse(id: string): Promise<boolean> {
    const { members, along } = this.#rooms.get(id) ?? {};
    if ((members?.size ?? 0) + (along?.size ?? 0) > 0) return true;
    return this.#cluster !== null && (await this.#cluster.isOpenElsewhere(id));
  }

  /** The room if it is open. */
  peek(id: string): Room | undefined {
    return this.#rooms.get(id);
  }

  /**
   * The cloth's room with its document whole: loaded once, however many ask at the same time. Rejects with UnknownCloth
   * or StorageUnavailable. Join or use the room before anything else is awaited.
   */
  open(id: string): Promise<Room> {
    const open = this.#rooms.get(id);
    if (open && !open.broken) {
      open.usedAt = performance.now();
      return Promise.resolve(open);
    }
    let opening = this.#opening.get(id);
    if (!opening) {
      opening = (open ? this.#reload(open) : this.#load(id)).finally(() => this.#opening.delete(id));
      this.#opening.set(id, opening);
    }
    return opening;
  }

  /** Runs `work` on a room that stays open meanwhile. */
  async use<T>(id: string, work: (room: Room) => T | Promise<T>): Promise<T> {
    const room = await this.open(id);
    room.holds += 1;
    try {
      return await work(room);
    } finally {
      room.holds -= 1;
      room.usedAt = performance.now();
    }
  }

  /**
   * A document as it is, as updates, to be read in another thread; opened for it, and kept open until `work` is done. A large
   * one is had from the store, where all but what came in this moment is.
   */
  withEncoded<T>(id: string, work: (updates: readonly Uint8Array[], room: Room) => T | Promise<T>): Promise<T> {
    return this.use(id, async (room) => {
      if (room.document.bytes <= ENCODED_AT_ONCE || room.damaged) return work([room.document.encodeAll()], room);
      const version = `${id} ${this.#changes.get(id)?.count}`;
      let stored = this.#encoded.get(version);
      if (!stored) {
        // A class that asks at the same time has it read once.
        stored = this.#stored(room).finally(() => this.#encoded.delete(version));
        this.#encoded.set(version, stored);
      }
      return work(await stored, room);
    });
  }

  async #stored(room: Room): Promise<readonly Uint8Array[]> {
    if (this.#storage.health.ok) await room.journal.settled();
    // The store may have failed just now: what is open stays readable.
    const stored = this.#storage.health.ok ? await this.#storage.load(room.id).catch(() => null) : null;
    return stored?.updates ?? [room.document.encodeAll()];
  }

  /** Heeds a record that was changed here, and lets the other nodes know. */
  recordChanged(record: ClothRecord): void {
    this.#rooms.get(record.id)?.adoptRecord(record);
    this.#cluster?.tellRecordChanged(record.id);
  }

  /**
   * The record of an open cloth as another node may have changed it meanwhile; null when there are no other nodes. Asked for
   * with every wrong key, it is read at most once a second.
   */
  async reread(id: string): Promise<ClothRecord | null> {
    if (!this.#cluster || !this.#rooms.has(id)) return null;
    const record = await this.#records.read(id);
    if (record) this.#rooms.get(id)?.adoptRecord(record);
    return record;
  }

  /**
   * Names what a cloth reads like now: another name, another content. Only within this process, and of nodes that share a store
   * as far as they have committed.
   */
  async versionOf(id: string): Promise<string> {
    const here = this.#changes.get(id)?.count ?? 0;
    if (!this.#cluster) return `${this.#incarnation}.${here}`;
    const { lastSequence = 0, sessionVersion = 0 } = (await this.#cluster.standing(id)) ?? {};
    return `${this.#incarnation}.${here}.${lastSequence}.${sessionVersion}`;
  }

  /** When a cloth was last changed, ms since the epoch; null when that was not while this process lives. */
  changedAt(id: string): number | null {
    return this.#changes.get(id)?.at ?? null;
  }

  /** Heeds that a cloth was deleted here, and lets the other nodes know. */
  async deleted(id: string): Promise<void> {
    this.#metrics.damaged(id, false);
    this.#cluster?.tellRecordChanged(id);
    this.#changes.delete(id);
    await this.expel(id, CLOSE.closedForGood, DELETED);
  }

  /** Closes a room and all its connections for good, without storing anything more. */
  async expel(id: string, code: number, reason: string): Promise<void> {
    await this.#opening.get(id)?.catch(() => undefined);
    const room = this.#rooms.get(id);
    if (!room) return;
    room.closeMembers(code, reason);
    this.#forget(room);
  }

  /** Waits until everything received is durable, the sessions' state too, at most `patienceMs`. Returns whether it is. */
  async flush(patienceMs: number): Promise<boolean> {
    const settled = Promise.all(
      // What is deleted meanwhile need not be stored.
      [...this.#rooms.values()].map(({ journal, session }) => {
        const kept = new Promise<void>((resolve) => session.whenKept(resolve));
        return Promise.all([journal.settled(), kept]).catch(() => undefined);
      }),
    ).then(() => true);
    return within(patienceMs, settled, () => false);
  }

  /** Stops the housekeeping and forgets all rooms. */
  stop(): void {
    clearInterval(this.#sweeper);
    for (const room of this.#rooms.values()) room.destroy();
    this.#rooms.clear();
  }

  #changed(id: string): void {
    this.#changes.set(id, { count: (this.#changes.get(id)?.count ?? 0) + 1, at: Date.now() });
  }

  #forget(room: Room): void {
    this.#rooms.delete(room.id);
    room.destroy();
    if (room.link) this.#cluster?.leave(room.link);
  }

  /** Loads a cloth anew whose document in memory broke, once all that was passed on of it is stored. */
  async #reload(room: Room): Promise<Room> {
    // A cloth that was deleted meanwhile settles nothing any more: the loading says so.
    await room.journal.settled().catch(() => undefined);
    this.#forget(room);
    return this.#load(room.id);
  }

  async #load(id: string): Promise<Room> {
    const timed = this.#metrics.loadSeconds.startTimer();
    const link = (await this.#cluster?.join(id)) ?? null;
    let room: Room | null = null;
    try {
      const record = await this.#storage.read(id);
      if (!record) throw new UnknownCloth(id);
      const stored = await this.#storage.load(id);
      this.#metrics.damaged(id, stored.damage !== null);
      if (stored.damage) this.#log.error({ cloth: id, damage: stored.damage }, 'a stored document is damaged');
      const loaded = await loadInTurns(stored, this.#workshop, this.#log);
      room = new Room(record, loaded, this.#storage, link, this.#limits, this.#log);
      const upgrade = await prepareUpgrade(room, stored, this.#storage, this.#log);
      // Links may have been replaced, or the cloth deleted, since; from here on the room itself hears of it.
      const latest = await this.#storage.read(id);
      if (!latest) throw new UnknownCloth(id);
      room.record = latest;
      this.#rooms.set(id, room);
      room.watchers.add(() => this.#changed(id));
      link?.attach(room, () => void this.expel(id, CLOSE.closedForGood, DELETED));
      if (upgrade) room.upgrade(upgrade.update);
      // What cannot be read whole is left as it lies, and a room has no circles.
      if (!room.damaged && record.sheet !== 'commons') await this.#settle(room, upgrade ? null : loaded.settled);
      timed();
      return room;
    } catch (error) {
      room?.destroy();
      if (link) this.#cluster?.leave(link);
      throw error;
    }
  }

  /** Lays a cloth for larger circles, if that was not done yet; `settled` says how, where it was looked for already. */
  async #settle(room: Room, settled: readonly Uint8Array[] | null): Promise<void> {
    if (!settled) {
      const update = settleCircles(room.doc);
      if (update) room.upgrade(update);
      return;
    }
    room.holds += 1;
    for (const part of settled) await this.#workshop.turns.take(() => room.upgrade(part));
    room.holds -= 1;
  }

  #sweep(): void {
    const now = performance.now();
    for (const room of this.#rooms.values()) {
      try {
        this.#keepHouse(room, now);
      } catch (error) {
        this.#log.error({ cloth: room.id, err: error }, 'a tablecloth in memory cannot be kept in order');
      }
    }
  }

  #keepHouse(room: Room, now: number): void {
    room.presence.sweep(now);
    room.saveSession();
    if (room.holds === 0 && !room.broken) room.document.restAfter(this.#limits.roomRestMs, now);
    if (now - room.usedAt < this.#limits.roomIdleMs || !room.forgettable) return;
    room.tidy();
    // Tidying may have begun to compact; then it is forgotten on a later round.
    if (room.forgettable) this.#forget(room);
  }

  #warn(code: 'storage' | 'storage-ok'): void {
    const frame = warningFrame(JSON.stringify({ code }));
    for (const room of this.#rooms.values()) for (const member of room.members) member.warn(frame);
  }
}
