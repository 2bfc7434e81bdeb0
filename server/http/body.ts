import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isTooSlow } from '../core/least-speed.ts';
import { type MemoryBudget, type MemoryShare, type Payer, STRETCH } from '../core/memory-budget.ts';
import { networkOf } from '../core/network.ts';
import { NetworkTally } from '../core/network-tally.ts';
import { Problem } from './problem.ts';

/** How often it is looked at whether a body goes on coming in, ms. */
const LOOK_MS = 1_000;

/** Bodies on their way in and answers on their way out, which take of the server's one budget of memory what they hold. */
export class Bodies {
  readonly #budget: MemoryBudget;
  readonly #leastBytesPerSecond: number;
  /** What the bodies that are coming in say they will be: one network's together are no more than it may have. */
  readonly #announced = new NetworkTally();
  readonly #shares = new WeakMap<FastifyRequest, MemoryShare>();

  constructor(budget: MemoryBudget, leastBytesPerSecond: number) {
    this.#budget = budget;
    this.#leastBytesPerSecond = leastBytesPerSecond;
  }

  /** Gives back what the body of each request took when its answer has left, or nobody waits for it any more. */
  watch(app: FastifyInstance): void {
    app.addHook('onRequest', async (request, reply) => {
      reply.raw.once('close', () => this.#shares.get(request)?.release());
    });
  }

  /** Leaves it to the caller to give back what the body of a request took: it is needed even when nobody waits any more. */
  keep(request: FastifyRequest): MemoryShare | null {
    const share = this.#shares.get(request) ?? null;
    this.#shares.delete(request);
    return share;
  }

  /** Throws `busy` when a body as large as its sender announces finds no room: before the first byte of it is read. */
  requireRoom(request: FastifyRequest, cloth: string | null = null): void {
    const announced = Number(request.headers['content-length'] ?? 0);
    const payer = payerOf(request, cloth);
    const fits = this.#announced.hasRoom(payer.network, announced, this.#budget.size.network);
    if (!fits || !this.#budget.hasRoom(payer, announced)) throw busy();
  }

  /** Reads a body of at most `most` bytes, as it comes in; given up where it finds no room, or comes in too slowly. */
  read(request: FastifyRequest, incoming: IncomingMessage, most: number, cloth: string | null = null): Promise<Buffer> {
    if (Number(request.headers['content-length'] ?? 0) > most) return Promise.reject(giveUp('too-large'));
    const payer = payerOf(request, cloth);
    const announced = Number(request.headers['content-length'] ?? 0);
    // Asked again: others may have begun since.
    if (!this.#announced.hasRoom(payer.network, announced, this.#budget.size.network)) return Promise.reject(busy());
    const share = this.#budget.share(payer);
    this.#announced.add(payer.network, announced);
    this.#shares.set(request, share);
    const pieces: Buffer[] = [];
    let length = 0;
    let stretch = 0;
    let isSettled = false;
    const began = performance.now();
    return new Promise<Buffer>((resolve, reject) => {
      const settle = (problem: Problem | null): void => {
        if (isSettled) return;
        isSettled = true;
        this.#announced.add(payer.network, -announced);
        clearInterval(watch);
        incoming.off('data', take);
        if (!problem) resolve(Buffer.concat(pieces, length));
        else {
          share.release();
          pieces.length = 0;
          reject(problem);
        }
      };
      const take = (piece: Buffer): void => {
        length += piece.length;
        if (length > most) settle(giveUp('too-large'));
        else if (!share.grow(piece.length)) settle(busy());
        else pieces.push(piece);
        stretch += piece.length;
        if (stretch < STRETCH || isSettled) return;
        // Thirty at full speed would leave nobody else a moment.
        stretch = 0;
        incoming.pause();
        void this.#budget.reading.take(() => incoming.resume());
      };
      const watch = setInterval(() => {
        if (isTooSlow(length, performance.now() - began, this.#leastBytesPerSecond)) settle(giveUp('too-slow'));
      }, LOOK_MS);
      incoming.on('data', take);
      incoming.once('end', () => settle(null));
      incoming.once('error', () => settle(new Problem('bad-request')));
      incoming.once('close', () => settle(new Problem('bad-request')));
    });
  }

  /** Takes what an answer holds until it has left, or throws `busy`. */
  answer(request: FastifyRequest, reply: FastifyReply, bytes: number, cloth: string): void {
    // Who left meanwhile closes no second time: what were taken for them would be gone for good.
    if (isGone(reply)) throw busy();
    const share = this.#budget.share(payerOf(request, cloth));
    if (!share.grow(bytes)) throw busy();
    reply.raw.once('close', () => share.release());
  }
}

function payerOf(request: FastifyRequest, cloth: string | null): Payer {
  return { network: networkOf(request.ip), cloth };
}

function isGone({ raw }: FastifyReply): boolean {
  return raw.closed || raw.destroyed;
}

/** Says so when nobody waits for an answer any more: it has left, or its reader has. */
export function goneOf(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  if (isGone(reply)) gone.abort();
  else reply.raw.once('close', () => gone.abort());
  return gone.signal;
}

export function busy(): Problem {
  return new Problem('busy', undefined, { 'retry-after': '5', connection: 'close' });
}

/** What of it still comes in is not read: the connection goes with it. */
function giveUp(code: 'too-large' | 'too-slow'): Problem {
  return new Problem(code, undefined, { connection: 'close' });
}
