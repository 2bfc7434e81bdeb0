import type { FastifyReply, FastifyRequest } from 'fastify';
import { PICTURES } from '../../shared/formats/pictures/pictures.ts';
import { type PageChoice, USUAL_PAGE, WHOLE } from '../../shared/scene/page-choice.ts';
import { networkOf } from '../core/network.ts';
import { WorkGivenUp } from '../core/worker-pool.ts';
import type { PictureShop } from '../export/picture-shop.ts';
import { type Bodies, busy, goneOf } from './body.ts';
import { answerTagged, isKnown, tagOf } from './tagged.ts';

/** A sheet as it is shown somewhere, and so wide its picture is to be. */
export interface Shown {
  readonly id: string;
  /** What is shown of it, as `seenOf` reads it. */
  readonly json: Uint8Array;
  /** Another one as soon as anything that is seen differs. */
  readonly version: string;
  /** px */
  readonly width: number;
}

/** A picture that hangs among others says nothing beside what lies on the sheet. */
const BARE: PageChoice = { ...USUAL_PAGE, legend: false, atTable: false, date: false };

/** Small pictures of sheets that hang among others, made here. */
export class PictureFiles {
  readonly #shop: PictureShop;
  readonly #bodies: Bodies;

  constructor(shop: PictureShop, bodies: Bodies) {
    this.#shop = shop;
    this.#bodies = bodies;
  }

  /** Answers with what is shown of a sheet, as a small PNG without what stands round it; with nothing to who has that already. */
  async sendShown(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, json, version, width }: Shown,
  ): Promise<FastifyReply> {
    const tag = tagOf(`${id} ${version} ${width}`);
    reply.type(PICTURES.png.mediaType);
    if (isKnown(request, tag)) return answerTagged(request, reply, tag, () => undefined);
    this.#bodies.answer(request, reply, json.length, id);
    const choice = { language: 'nl', now: 0, part: WHOLE, page: BARE } as const;
    const order = { json, form: 'png', choice, width } as const;
    const made = await this.#shop.make(networkOf(request.ip), `${id} ${version}`, order, goneOf(reply)).catch(giveUp);
    this.#bodies.answer(request, reply, made.length, id);
    return answerTagged(request, reply, tag, () => Buffer.from(made.buffer, made.byteOffset, made.length));
  }
}

function giveUp(error: unknown): never {
  throw error instanceof WorkGivenUp ? busy() : error;
}
