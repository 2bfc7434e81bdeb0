import { create } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { downloadName } from '../../shared/formats/file-name.ts';
import { PICTURES, type PictureChoice, type PictureId } from '../../shared/formats/pictures/pictures.ts';
import type { ClothSnapshot } from '../../shared/model/snapshot.ts';
import { type PageChoice, USUAL_PAGE, WHOLE } from '../../shared/scene/page-choice.ts';
import { networkOf } from '../core/network.ts';
import { WorkGivenUp } from '../core/worker-pool.ts';
import type { PictureShop } from '../export/picture-shop.ts';
import type { Workshop } from '../sync/guard/workshop.ts';
import type { Rooms } from '../sync/room/rooms.ts';
import { type Bodies, busy } from './body.ts';
import { answerTagged, isKnown, tagOf } from './tagged.ts';

/** A sheet as it is shown somewhere, and so wide its picture is to be. */
export interface Shown {
  readonly id: string;
  readonly snapshot: ClothSnapshot;
  /** Another one as soon as anything that is seen differs. */
  readonly version: string;
  /** px */
  readonly width: number;
}

/** A picture that hangs among others says nothing beside what lies on the sheet. */
const BARE: PageChoice = { ...USUAL_PAGE, legend: false, atTable: false, date: false };

/** What is asked of a picture. */
export interface PictureOrder {
  readonly form: PictureId;
  readonly choice: PictureChoice;
  /** px */
  readonly width: number;
}

/** Cloths as pictures, made here for who has no browser. */
export class PictureFiles {
  readonly #rooms: Rooms;
  readonly #workshop: Workshop;
  readonly #shop: PictureShop;
  readonly #bodies: Bodies;

  constructor(rooms: Rooms, workshop: Workshop, shop: PictureShop, bodies: Bodies) {
    this.#rooms = rooms;
    this.#workshop = workshop;
    this.#shop = shop;
    this.#bodies = bodies;
  }

  /** Answers with a picture of a cloth as it is now; with nothing to who has that already. */
  async send(request: FastifyRequest, reply: FastifyReply, id: string, order: PictureOrder): Promise<FastifyReply> {
    const { form, choice } = order;
    const version = `${id} ${await this.#rooms.versionOf(id)}`;
    const cloth = await this.#read(request, reply, id);
    const made = await this.#shop.make(networkOf(request.ip), version, { cloth, ...order }).catch(giveUp);
    this.#bodies.answer(request, reply, made.length, id);
    const { mediaType, extension, kind } = PICTURES[form];
    const title = cloth.initiative || cloth.meta.title;
    const name = downloadName(title, kind[choice.language], extension, new Date(choice.now));
    reply.type(mediaType).header('content-disposition', create(name));
    return answerTagged(request, reply, tagOf(made), () => Buffer.from(made.buffer, made.byteOffset, made.length));
  }

  /** Answers with what is shown of a sheet, as a small PNG without what stands round it; with nothing to who has that already. */
  async sendShown(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, snapshot, version, width }: Shown,
  ): Promise<FastifyReply> {
    const tag = tagOf(`${id} ${version} ${width}`);
    reply.type(PICTURES.png.mediaType);
    if (isKnown(request, tag)) return answerTagged(request, reply, tag, () => undefined);
    const choice = { language: 'nl', now: 0, part: WHOLE, page: BARE } as const;
    const order = { cloth: snapshot, form: 'png', choice, width } as const;
    const made = await this.#shop.make(networkOf(request.ip), `${id} ${version}`, order).catch(giveUp);
    this.#bodies.answer(request, reply, made.length, id);
    return answerTagged(request, reply, tag, () => Buffer.from(made.buffer, made.byteOffset, made.length));
  }

  #read(request: FastifyRequest, reply: FastifyReply, id: string): Promise<ClothSnapshot> {
    return this.#rooms.use(id, ({ document }) => {
      const whole = document.encodeAll();
      this.#bodies.answer(request, reply, whole.length, id);
      return this.#workshop.read(networkOf(request.ip), whole).catch(giveUp);
    });
  }
}

function giveUp(error: unknown): never {
  throw error instanceof WorkGivenUp ? busy() : error;
}
