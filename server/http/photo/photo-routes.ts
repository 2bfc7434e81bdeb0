import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PHOTO } from '../../../shared/model/photo.ts';
import { ROLES } from '../../../shared/model/protocol.ts';
import { SHEET_ADDRESSES, SHEETS } from '../../../shared/model/sheets.ts';
import type { Config } from '../../core/config.ts';
import { TokenBuckets } from '../../core/token-bucket.ts';
import type { Storage } from '../../storage/storage.ts';
import type { Cloths } from '../../sync/room/cloths.ts';
import {
  type Api,
  accessOf,
  FACILITATOR,
  fileAnswer,
  keyed,
  NO_ACCESS,
  problems,
  SHEET_WORDS,
  type sheetParams,
} from '../api.ts';
import type { Bodies } from '../body.ts';
import { Problem } from '../problem.ts';
import { nothing } from '../schemas.ts';
import { answerTagged, tagOf } from '../tagged.ts';
import { barePhoto } from './bare-photo.ts';

/** Photos of one sheet that are laid and taken away, and that are looked at: a class at once, and then steadily. */
const LAID = { atOnce: 12, perSecond: 0.2 } as const;
const SEEN = { atOnce: 240, perSecond: 4 } as const;
/** A page that has seen a photo asks for it no more, also without a network: by its hash it never changes, s. */
const KEPT_S = 30 * 24 * 60 * 60;

const laidSchema = z.object({
  hash: z.string().describe('Names this very photo; the sheet’s document holds it while the photo lies there'),
  width: z.number().int().describe('px'),
  height: z.number().int().describe('px'),
  bytes: z.number().int().describe('As it is kept, with nothing in it but the picture'),
});
const seenQuery = z.object({ hash: z.string().max(64).optional().describe('Of the photo that is meant') });

/** The photo of a paper tablecloth that lies under a sheet: laid and taken away by who leads, seen by all who have a key. */
export function photoRoutes(app: Api, cloths: Cloths, storage: Storage, bodies: Bodies, config: Config): void {
  const laying = new TokenBuckets(LAID.atOnce, LAID.perSecond);
  const seeing = new TokenBuckets(SEEN.atOnce, SEEN.perSecond);
  const { photoBytes } = config.limits;
  const take = (buckets: TokenBuckets, id: string): void => {
    if (buckets.take(id, performance.now())) return;
    throw new Problem('too-many-requests', 'too many photos of this sheet at once', { 'retry-after': '5' });
  };

  for (const sheet of SHEETS) {
    // Nothing is traced in a room.
    if (sheet === 'commons') continue;
    const at = `/api/${SHEET_ADDRESSES[sheet].api}/:id/photo`;
    const name = SHEET_WORDS[sheet];

    app.register(async (laid: Api) => {
      laid.removeAllContentTypeParsers();
      laid.addContentTypeParser(PHOTO.mediaType, (request: FastifyRequest, incoming: IncomingMessage) =>
        bodies.read(request, incoming, photoBytes, (request.params as z.output<typeof sheetParams>).id),
      );
      const { schema, preValidation: open } = keyed(cloths, sheet, FACILITATOR, {
        summary: `Lay a photo under a ${name}, in the place of the one that lies there`,
        body: z.unknown().describe('A JPEG; where and by whom it was taken is left out of it'),
        response: { 200: laidSchema.describe('Kept, and on disk'), ...problems(400, ...NO_ACCESS, 413, 415, 429) },
      });
      laid.put(
        at,
        {
          schema,
          bodyLimit: photoBytes,
          // Before the body is read: a stranger does not get to send one.
          onRequest: async (request) => {
            await open(request);
            const { record } = accessOf(request);
            bodies.requireRoom(request, record.id);
            take(laying, record.id);
          },
        },
        async (request) => {
          const photo = Buffer.isBuffer(request.body) ? barePhoto(request.body) : { why: 'no photo came' };
          if ('why' in photo) throw new Problem('bad-photo', photo.why);
          const { width, height, bytes } = photo;
          await storage.photos.keep(request.params.id, bytes);
          return { hash: tagOf(bytes), width, height, bytes: bytes.length };
        },
      );
    });

    const see = {
      summary: `The photo under a ${name}`,
      querystring: seenQuery,
      response: { 200: fileAnswer('The photo', PHOTO.mediaType), ...problems(400, ...NO_ACCESS, 429) },
    };
    app.get(at, keyed(cloths, sheet, ROLES, see), async (request, reply) => {
      const { record } = accessOf(request);
      const { hash } = request.query;
      take(seeing, record.id);
      const photo = await storage.photos.read(record.id);
      if (photo === null || photo === 'damaged') throw new Problem('no-photo');
      const tag = tagOf(photo);
      if (hash !== undefined && hash !== tag) throw new Problem('no-photo');
      bodies.answer(request, reply, photo.length, record.id);
      // What a stranger made of a picture is never read as anything else, wherever it is opened.
      reply
        .type(PHOTO.mediaType)
        .header('content-disposition', 'inline; filename="photo.jpg"')
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('vary', 'authorization');
      if (hash !== undefined) reply.header('cache-control', `private, max-age=${KEPT_S}, immutable`);
      return answerTagged(request, reply, tag, () => Buffer.from(photo));
    });

    const remove = {
      summary: `Delete the photo under a ${name} for good`,
      response: { 204: nothing.describe('Deleted, or there was none'), ...problems(...NO_ACCESS, 429) },
    };
    app.delete(at, keyed(cloths, sheet, FACILITATOR, remove), async (request, reply) => {
      const { record } = accessOf(request);
      take(laying, record.id);
      await storage.photos.drop(record.id);
      return reply.status(204).send();
    });
  }
}
