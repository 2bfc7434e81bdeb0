import type { FastifyRequest } from 'fastify';
import { networkOf } from '../core/network.ts';
import { WorkGivenUp } from '../core/worker-pool.ts';
import type { Laid, Workshop } from '../sync/guard/workshop.ts';
import type { Room } from '../sync/room/room.ts';
import type { Rooms } from '../sync/room/rooms.ts';
import { type Bodies, busy } from './body.ts';
import { Problem } from './problem.ts';

/** What was laid of a file, and what was left out. */
type Imported = Pick<Extract<Laid, { ok: true }>, 'added' | 'leftOut'>;

/** Cloth files that come in. */
export class ClothFiles {
  readonly #rooms: Rooms;
  readonly #workshop: Workshop;
  readonly #bodies: Bodies;

  constructor(rooms: Rooms, workshop: Workshop, bodies: Bodies) {
    this.#rooms = rooms;
    this.#workshop = workshop;
    this.#bodies = bodies;
  }

  /** Lays the file that came with a request on a cloth, whole or not at all; resolves when it is on disk. */
  async lay(request: FastifyRequest, id: string): Promise<Imported> {
    const share = this.#bodies.keep(request);
    try {
      const file = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      return await this.#rooms.withEncoded(id, async (updates, room) => {
        if (share && !share.grow(updates.reduce((sum, { length }) => sum + length, 0))) throw busy();
        const laid = await this.#workshop.lay(networkOf(request.ip), updates, file).catch(giveUp);
        if (!laid.ok) throw problemOf(laid.why);
        await this.#add(room, laid.parts);
        return { added: laid.added, leftOut: laid.leftOut };
      });
    } finally {
      share?.release();
    }
  }

  async #add(room: Room, parts: readonly Uint8Array[]): Promise<void> {
    if (room.document.wouldOverflow(parts.reduce((sum, { length }) => sum + length, 0)))
      throw new Problem('cloth-full');
    for (const part of parts) await this.#workshop.turns.take(() => room.lay(part));
    await room.journal.settled();
  }
}

/** Nothing is known of it but that it was too much at this moment. */
function giveUp(error: unknown): never {
  throw error instanceof WorkGivenUp ? busy() : error;
}

function problemOf(why: Extract<Laid, { ok: false }>['why']): Problem {
  if (why.problem === 'too-large' || why.problem === 'cloth-full') return new Problem(why.problem);
  return new Problem('bad-file', why.problem === 'malformed' ? `malformed: ${why.where}` : why.problem);
}
