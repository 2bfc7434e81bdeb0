import { create } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { readMeta } from '../../shared/document/read.ts';
import { CLOTH_FILE } from '../../shared/formats/cloth-file.ts';
import { downloadName } from '../../shared/formats/file-name.ts';
import { FORMS, type FormChoice, type FormId } from '../../shared/formats/forms.ts';
import { networkOf } from '../core/network.ts';
import { WorkGivenUp } from '../core/worker-pool.ts';
import { clothFileText } from '../sync/guard/cloth-file-text.ts';
import type { Laid, Workshop } from '../sync/guard/workshop.ts';
import type { Room } from '../sync/room/room.ts';
import type { Rooms } from '../sync/room/rooms.ts';
import { type Bodies, busy } from './body.ts';
import { Problem } from './problem.ts';
import { answerTagged, isKnown, tagOf } from './tagged.ts';

/** A document of more bytes is made a file of in a thread of its own: a smaller one takes some milliseconds. */
const LARGEST_AT_ONCE = 32 * 1024;

/** What was laid of a file, and what was left out. */
type Imported = Pick<Extract<Laid, { ok: true }>, 'added' | 'leftOut'>;

/** Cloths as files, out and in. */
export class ClothFiles {
  readonly #rooms: Rooms;
  readonly #workshop: Workshop;
  readonly #bodies: Bodies;

  constructor(rooms: Rooms, workshop: Workshop, bodies: Bodies) {
    this.#rooms = rooms;
    this.#workshop = workshop;
    this.#bodies = bodies;
  }

  /** Answers with a cloth as its file, to save. */
  async send(request: FastifyRequest, reply: FastifyReply, id: string): Promise<FastifyReply> {
    const file = await this.#rooms.use(id, ({ document }) => {
      if (document.bytes <= LARGEST_AT_ONCE) return Buffer.from(clothFileText(document.doc));
      const whole = document.encodeAll();
      this.#bodies.answer(request, reply, whole.length, id);
      return this.#workshop.write(networkOf(request.ip), whole).catch(giveUp);
    });
    this.#bodies.answer(request, reply, file.length, id);
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="tafelkleed-${id}${CLOTH_FILE.extension}"`)
      .send(Buffer.from(file.buffer, file.byteOffset, file.length));
  }

  /** Answers with a cloth in a form of words or data, made in a thread of its own; with nothing to who has that already. */
  async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    form: FormId,
    choice: FormChoice,
  ): Promise<FastifyReply> {
    // By what it is made of: a workbook holds the moment in which it was written.
    const tag = tagOf(JSON.stringify([await this.#rooms.versionOf(id), form, choice]));
    if (isKnown(request, tag)) return answerTagged(request, reply, tag, () => undefined);
    const { made, title } = await this.#rooms.use(id, async ({ document }) => {
      const cloth = openCloth(document.doc);
      const whole = document.encodeAll();
      this.#bodies.answer(request, reply, whole.length, id);
      const made = await this.#workshop.form(networkOf(request.ip), whole, form, choice).catch(giveUp);
      return { made, title: cloth.initiative.toString() || readMeta(cloth).title };
    });
    this.#bodies.answer(request, reply, made.length, id);
    const { mediaType, extension, kind } = FORMS[form];
    const name = downloadName(title, kind[choice.language], extension, new Date(choice.now));
    reply.type(mediaType).header('content-disposition', create(name));
    return answerTagged(request, reply, tag, () => Buffer.from(made.buffer, made.byteOffset, made.length));
  }

  /** Lays the file that came with a request on a cloth, whole or not at all; resolves when it is on disk. */
  async lay(request: FastifyRequest, id: string): Promise<Imported> {
    const share = this.#bodies.keep(request);
    try {
      const file = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      return await this.#rooms.use(id, async (room) => {
        const document = room.document.encodeAll();
        if (share && !share.grow(document.length)) throw busy();
        const laid = await this.#workshop.lay(networkOf(request.ip), document, file).catch(giveUp);
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
