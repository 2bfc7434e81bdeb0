import { create } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../core/network.ts';
import { WorkGivenUp, WorkRefused } from '../core/worker-pool.ts';
import { NoSuchMoment, type Order, type TakeHome } from '../export/take-home.ts';
import { type Bodies, busy, goneOf } from './body.ts';
import { Problem } from './problem.ts';
import { answerTagged, isKnown, tagOf } from './tagged.ts';

/** Cloths as files that are taken home, as answers. */
export class TakenFiles {
  readonly #takeHome: TakeHome;
  readonly #bodies: Bodies;

  constructor(takeHome: TakeHome, bodies: Bodies) {
    this.#takeHome = takeHome;
    this.#bodies = bodies;
  }

  /** Answers with a cloth in the form that is ordered, to save; with nothing to who has that already. */
  async send(request: FastifyRequest, reply: FastifyReply, id: string, order: Order): Promise<FastifyReply> {
    // By what it is made of: a workbook holds the moment in which it was written.
    const tag = tagOf(await this.#takeHome.version(id, order));
    if (isKnown(request, tag)) return answerTagged(request, reply, tag, () => undefined);
    const hold = (bytes: number): void => this.#bodies.answer(request, reply, bytes, id);
    const taker = { who: networkOf(request.ip), hold, gone: goneOf(reply) };
    const made = await this.#takeHome.make(id, order, taker).catch(explainTaken);
    const { bytes, name, mediaType } = made;
    reply.type(mediaType).header('content-disposition', create(name));
    return answerTagged(request, reply, tag, () => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  }
}

/** Says it as a problem that a cloth could not be made a file of. */
export function explainTaken(error: unknown): never {
  if (error instanceof NoSuchMoment) throw new Problem('bad-request', `view: ${error.message}`);
  // What a picture's thread says of a word of the query it says by its name.
  if (error instanceof WorkRefused && error.message.startsWith('tile: '))
    throw new Problem('bad-request', error.message);
  throw error instanceof WorkGivenUp ? busy() : error;
}
