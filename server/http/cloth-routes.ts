import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { readMeta } from '../../shared/document/read.ts';
import { isPicture } from '../../shared/formats/pictures/pictures.ts';
import { mayWrite, ROLES, writesWhenClosed } from '../../shared/model/protocol.ts';
import { SHEET_ADDRESSES, SHEETS } from '../../shared/model/sheets.ts';
import type { PageChoice } from '../../shared/scene/page-choice.ts';
import type { Config } from '../core/config.ts';
import { TokenBuckets } from '../core/token-bucket.ts';
import type { Cloths } from '../sync/room/cloths.ts';
import type { Rooms } from '../sync/room/rooms.ts';
import { requireAccess } from './access.ts';
import type { Bodies } from './body.ts';
import type { ClothFiles } from './cloth-file.ts';
import type { PictureFiles } from './picture-files.ts';
import { Problem } from './problem.ts';
import { closeSchema, exportQuerySchema, parse } from './schemas.ts';

/** Files of one cloth that are made or laid: a whole class at once, and then steadily. Each takes the server some work. */
const TRANSFERS_AT_ONCE = 120;
const TRANSFERS_PER_SECOND = 2;

const DAY_MS = 24 * 60 * 60 * 1_000;

const WRITERS = ROLES.filter(mayWrite);

interface ClothParams {
  readonly Params: { readonly id: string };
}

/** Looking at, exporting, filling and deleting sheets of every kind, each at its own address. */
export function clothRoutes(
  app: FastifyInstance,
  cloths: Cloths,
  rooms: Rooms,
  files: ClothFiles,
  pictures: PictureFiles,
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

    app.get<ClothParams>(at, async (request) => {
      const { record, role } = await requireAccess(cloths, request, request.params.id, ROLES, sheet);
      const { kind, title, closed } = await rooms.use(record.id, (room) => ({
        ...readMeta(openCloth(room.doc)),
        closed: room.session.current.closed,
      }));
      const { id, epoch, createdAt, parent, seat } = record;
      const hangs = role === 'facilitator' && record.hangs?.length ? { hangs: record.hangs } : {};
      const individual = parent !== undefined && { parent, seat };
      return { id, epoch, sheet, role, kind, title, createdAt, closed, ...individual, ...hangs };
    });

    app.delete<ClothParams>(at, async (request, reply) => {
      const { record } = await requireAccess(cloths, request, request.params.id, ['facilitator'], sheet);
      await cloths.delete(record.id);
      return reply.status(204).send();
    });

    app.post<ClothParams>(`${at}/close`, async (request) => {
      const { record } = await requireAccess(cloths, request, request.params.id, ['facilitator'], sheet);
      const { closed } = parse(closeSchema, request.body);
      await rooms.use(record.id, async (room) => {
        room.setSession(JSON.stringify({ closed }));
        await new Promise<void>((resolve) => room.session.whenKept(resolve));
      });
      return { closed };
    });

    // A room has no file of its own to take home, and takes none in.
    if (sheet === 'commons') continue;

    app.get<ClothParams>(`${at}/export`, async (request, reply) => {
      const { record, role } = await requireAccess(cloths, request, request.params.id, ROLES, sheet);
      const { format, names, stories, locale, width, part, ...looks } = parse(exportQuerySchema, request.query);
      // As the page has it: a file holds no bars and no half cloth, so while words are hidden it waits for them.
      const hidden = await rooms.use(record.id, ({ session }) => session.current.hidden);
      if (hidden && role !== 'facilitator') throw new Problem('words-hidden');
      transfer(record.id);
      if (format === 'json') return files.send(request, reply, record.id);
      // Of a day: what is asked for twice is the same twice.
      const now = Math.floor(Date.now() / DAY_MS) * DAY_MS;
      const choice = { language: locale, now };
      if (isPicture(format)) {
        const page: PageChoice = { ...looks, names };
        return pictures.send(request, reply, record.id, {
          form: format,
          choice: { ...choice, part, page },
          width,
        });
      }
      return files.sendForm(request, reply, record.id, format, { ...choice, names, stories });
    });

    app.register(async (importing) => {
      // The file is read by its own reader, whatever type the sender names.
      importing.removeAllContentTypeParsers();
      const { importBytes } = config.limits;
      importing.addContentTypeParser('*', (request: FastifyRequest, incoming: IncomingMessage) =>
        bodies.read(request, incoming, importBytes, (request.params as ClothParams['Params']).id),
      );
      importing.post<ClothParams>(
        `${at}/import`,
        {
          bodyLimit: importBytes,
          // Before the body is read: a stranger does not get to send one.
          onRequest: async (request) => {
            const { record, role } = await requireAccess(cloths, request, request.params.id, WRITERS, sheet);
            const closed = await rooms.use(record.id, ({ session }) => session.current.closed);
            if (closed && !writesWhenClosed(role)) throw new Problem('closed');
            bodies.requireRoom(request, record.id);
            transfer(record.id);
          },
        },
        async (request) => files.lay(request, request.params.id),
      );
    });
  }
}
