import type { Logger } from 'pino';
import type { Limits } from '../config.ts';
import type { Metrics } from '../metrics.ts';
import { type Storage, UnknownCloth } from '../storage/storage.ts';
import { warningFrame } from './frames.ts';
import { Room } from './room.ts';

const SWEEP_MS = 1_000;

/** The cloths in memory: opened once however many ask, forgotten some time after the last one left. */
export class Rooms {
  readonly #storage: Storage;
  readonly #limits: Limits;
  readonly #metrics: Metrics;
  readonly #log: Logger;
  readonly #rooms = new Map<string, Room>();
  readonly #opening = new Map<string, Promise<Room>>();
  readonly #sweeper: NodeJS.Timeout;

  constructor(storage: Storage, limits: Limits, metrics: Metrics, log: Logger) {
    this.#storage = storage;
    this.#limits = limits;
    this.#metrics = metrics;
    this.#log = log;
    this.#sweeper = setInterval(() => this.#sweep(), Math.min(SWEEP_MS, Math.max(20, limits.roomIdleMs / 2)));
    storage.onHealth(({ ok }) => this.#warn(ok ? 'storage-ok' : 'storage'));
  }

  get size(): number {
    return this.#rooms.size;
  }

  [Symbol.iterator](): Iterator<Room> {
    return this.#rooms.values();
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
    if (open) {
      open.usedAt = performance.now();
      return Promise.resolve(open);
    }
    let opening = this.#opening.get(id);
    if (!opening) {
      opening = this.#load(id).finally(() => this.#opening.delete(id));
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

  /** Closes a room and all its connections for good, without storing anything more. */
  async expel(id: string, code: number, reason: string): Promise<void> {
    await this.#opening.get(id)?.catch(() => undefined);
    const room = this.#rooms.get(id);
    if (!room) return;
    this.#rooms.delete(id);
    room.closeMembers(code, reason);
    room.destroy();
  }

  /** Waits until everything received is durable, at most `patienceMs`. Returns whether it is. */
  async flush(patienceMs: number): Promise<boolean> {
    const settled = Promise.all([...this.#rooms.values()].map((room) => room.journal.settled())).then(() => true);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), patienceMs);
    });
    const done = await Promise.race([settled, late]);
    clearTimeout(timer);
    return done;
  }

  closeMembers(code: number, reason: string): void {
    for (const room of this.#rooms.values()) room.closeMembers(code, reason);
  }

  /** Stops the housekeeping and forgets all rooms. */
  stop(): void {
    clearInterval(this.#sweeper);
    for (const room of this.#rooms.values()) room.destroy();
    this.#rooms.clear();
  }

  async #load(id: string): Promise<Room> {
    const timed = this.#metrics.loadSeconds.startTimer();
    const record = await this.#storage.read(id);
    if (!record) throw new UnknownCloth(id);
    const stored = await this.#storage.load(id);
    if (stored.damage) this.#log.error({ cloth: id, damage: stored.damage }, 'a stored document is damaged');
    const room = new Room(record, stored, this.#storage, this.#limits, this.#log);
    this.#rooms.set(id, room);
    timed();
    return room;
  }

  #sweep(): void {
    const now = performance.now();
    for (const room of this.#rooms.values()) {
      room.presence.sweep(now);
      room.saveSession();
      if (now - room.usedAt < this.#limits.roomIdleMs || !room.forgettable) continue;
      room.tidy();
      // Tidying may have begun to compact; then it is forgotten on a later round.
      if (!room.forgettable) continue;
      this.#rooms.delete(room.id);
      room.destroy();
    }
  }

  #warn(code: 'storage' | 'storage-ok'): void {
    const frame = warningFrame(JSON.stringify({ code }));
    for (const room of this.#rooms.values()) for (const member of room.members) member.warn(frame);
  }
}
