import type { Logger } from 'pino';
import { CLOSE } from '../../../shared/model/protocol.ts';
import type { Limits } from '../../core/config.ts';
import type { MemoryBudget } from '../../core/memory-budget.ts';
import type { Hang } from '../../storage/storage.ts';
import type { Workshop } from '../guard/workshop.ts';
import { Projection } from './projection.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';

const SWEEP_MS = 1_000;

/** What projections are made with. */
export interface ProjectionParts {
  readonly rooms: Rooms;
  readonly workshop: Workshop;
  readonly budget: MemoryBudget;
  readonly limits: Limits;
  readonly log: Logger;
}

/** The projections that are looked at. Each is made when the first comes and goes some time after the last one left. */
export class Projections {
  readonly #parts: ProjectionParts;
  readonly #open = new Map<string, Projection>();
  readonly #sweeper: NodeJS.Timeout;

  constructor(parts: ProjectionParts) {
    this.#parts = parts;
    this.#sweeper = setInterval(() => this.#sweep(performance.now()), Math.min(SWEEP_MS, parts.limits.roomIdleMs));
  }

  /** The room in which a sheet is looked at from a network room. Both are open; join before anything is awaited. */
  open(sheet: Room, commons: Room, hang: Hang): Room {
    const key = `${sheet.id} ${commons.id}`;
    const open = this.#open.get(key);
    if (open?.isOf(sheet, commons, hang)) return open.room;
    open?.end();
    const made = new Projection(sheet, commons, hang, this.#parts);
    this.#open.set(key, made);
    return made.room;
  }

  /** How many are kept up to date. */
  get size(): number {
    return this.#open.size;
  }

  stop(): void {
    clearInterval(this.#sweeper);
    for (const projection of this.#open.values()) projection.end();
    this.#open.clear();
  }

  #sweep(now: number): void {
    const { rooms, limits } = this.#parts;
    for (const [key, projection] of this.#open) {
      const { room, sheet, commons } = projection;
      room.presence.sweep(now);
      const isIdle = room.members.size === 0 && now - room.usedAt > limits.roomIdleMs;
      // What it was made of is not in memory any more (deleted, loaded anew): nothing would keep it up to date.
      const isCut = rooms.peek(sheet.id) !== sheet || rooms.peek(commons.id) !== commons;
      if (!isIdle && !isCut) continue;
      room.closeMembers(CLOSE.restarting, 'this is shown anew');
      projection.end();
      this.#open.delete(key);
    }
  }
}
