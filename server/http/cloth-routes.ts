import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { readMeta } from '../../shared/document/read.ts';
import { FORMS } from '../../shared/formats/forms.ts';
import { PICTURES } from '../../shared/formats/pictures/pictures.ts';
import { ROLES } from '../../shared/model/protocol.ts';
import { SHEET_ADDRESSES, SHEETS } from '../../shared/model/sheets.ts';
import type { Config } from '../core/config.ts';
import { describeDoor } from '../core/door-settings.ts';
import { TokenBuckets } from '../core/token-bucket.ts';
import type { Cloths } from '../sync/room/cloths.ts';
import type { Rooms } from '../sync/room/rooms.ts';
import { requireOpen } from './access.ts';
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
  WRITERS,
} from './api.ts';
import type { Bodies } from './body.ts';
import type { ClothFiles } from './cloth-file.ts';
import { orderOf } from './export-order.ts';
import { Problem } from './problem.ts';
import { closeSchema, clothSchema, exportQuerySchema, importedSchema, nothing } from './schemas.ts';
import type { TakenFiles } from './taken-files.ts';

/** Files of one cloth that are made or laid: a whole class at once, and then steadily. Each takes the server some work. */
const TRANSFERS_AT_ONCE = 120;
const TRANSFERS_PER_SECOND = 2;

/** In which types a cloth leaves the house. */
const FILE_TYPES = [
  'application/json',
  ...[...Object.values(FORMS), ...Object.values(PICTURES)].map(({ mediaType }) => mediaType),
];

/** Looking at, exporting, filling and deleting sheets of every kind, each at its own address. */
export function clothRoutes(
  app: Api,
  cloths: Cloths,
  rooms: Rooms,
  files: ClothFiles,
  taken: TakenFiles,
  bodies: Bodies,
  config: Config,
): void {
  const transfers = new TokenBuckets(TRANSFERS_AT_ONCE, TRANSFERS_PER_SECOND);
  const transfer = (id: string): void => {
    if (transfers.take(id, performance.now())) return;
    throw new Problem('too-many-requests', 'too many files of this tablecloth at once', { 'retry-after': '5' });
  };

  for (const sheet of SHEETS) {
    const at = `/api/${SHEET_ADDRESSES[sheet].api}/:id`;
    const name = SHEET_WORDS[sheet];

    const look = {
      summary: 'What a key opens',
      response: { 200: clothSchema.describe(`The ${name}`), ...problems(...NO_ACCESS) },
    };
    app.get(at, keyed(cloths, sheet, ROLES, look), async (request) => {
      const { record, role, expiresAt } = accessOf(request);
      const { kind, title, closed } = await rooms.use(record.id, (room) => ({
        ...readMeta(openCloth(room.doc)),
        closed: room.session.current.closed,
      }));
      const { id, epoch, createdAt, parent, seat } = record;
      const hangs = role === 'facilitator' && record.hangs?.length ? { hangs: record.hangs } : {};
      const individual = parent !== undefined && { parent, seat };
      const door = sheet === 'commons' &&
        config.door && { door: { open: record.door === true, ...describeDoor(config.door) } };
      return { id, epoch, sheet, role, kind, title, createdAt, closed, expiresAt, ...individual, ...hangs, ...door };
    });

    const remove = {
      summary: `Delete a ${name} for good`,
      response: { 204: nothing.describe('Deleted'), ...problems(...NO_ACCESS) },
    };
    app.delete(at, keyed(cloths, sheet, FACILITATOR, remove), async (request, reply) => {
      const { record } = accessOf(request);
      await cloths.delete(record.id);
      return reply.status(204).send();
    });

    const close = {
      summary: `Close a ${name} for writing to all but facilitators, or open it again`,
      body: closeSchema,
      response: { 200: closeSchema.describe('As it is now'), ...problems(400, ...NO_ACCESS) },
    };
    app.post(`${at}/close`, keyed(cloths, sheet, FACILITATOR, close), async (request) => {
      const { record } = accessOf(request);
      const { closed } = request.body;
      await rooms.use(record.id, async (room) => {
        room.setSession(JSON.stringify({ closed }));
        await new Promise<void>((resolve) => room.session.whenKept(resolve));
      });
      return { closed };
    });

    // A room goes home as its year line (commons/year-routes.ts), and takes no file in.
    if (sheet === 'commons') continue;

    const takeHome = {
      summary: `Take a ${name} home; refused to all but facilitators while words are hidden`,
      querystring: exportQuerySchema,
      response: { 200: fileAnswer('The file', ...FILE_TYPES), ...problems(400, ...NO_ACCESS, 409) },
    };
    app.get(`${at}/export`, keyed(cloths, sheet, ROLES, takeHome), async (request, reply) => {
      const { record, role } = accessOf(request);
      const order = orderOf(request.query, sheet);
      // As the page has it: a file holds no bars and no half cloth, so while words are hidden it waits for them.
      const hidden = await rooms.use(record.id, ({ session }) => session.current.hidden);
      if (hidden && role !== 'facilitator') throw new Problem('words-hidden');
      transfer(record.id);
      return taken.send(request, reply, record.id, order);
    });

    app.register(async (importing: Api) => {
      // The file is read by its own reader, whatever type the sender names.
      importing.removeAllContentTypeParsers();
      const { importBytes } = config.limits;
      importing.addContentTypeParser('*', (request: FastifyRequest, incoming: IncomingMessage) =>
        bodies.read(request, incoming, importBytes, (request.params as z.output<typeof sheetParams>).id),
      );
      const { schema, preValidation: open } = keyed(cloths, sheet, WRITERS, {
        summary: `Add a ${name} file; nothing is replaced`,
        body: z.unknown().describe('A .tafelkleed.json file'),
        response: { 200: importedSchema.describe('Added, and on disk'), ...problems(400, ...NO_ACCESS, 409, 413) },
      });
      importing.post(
        `${at}/import`,
        {
          schema,
          bodyLimit: importBytes,
          // Before the body is read: a stranger does not get to send one.
          onRequest: async (request) => {
            await open(request);
            const access = accessOf(request);
            await requireOpen(rooms, access);
            bodies.requireRoom(request, access.record.id);
            transfer(access.record.id);
          },
        },
        async (request) => files.lay(request, request.params.id),
      );
    });
  }
}
