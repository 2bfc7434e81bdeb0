import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { readMeta } from '../../shared/document/read.ts';
import { mayWrite, ROLES, writesWhenClosed } from '../../shared/model/protocol.ts';
import type { Config } from '../core/config.ts';
import { networkOf } from '../core/network.ts';
import { TokenBucket, TokenBuckets } from '../core/token-bucket.ts';
import type { Cloths } from '../sync/room/cloths.ts';
import type { Rooms } from '../sync/room/rooms.ts';
import { clothUrl, requireAccess } from './access.ts';
import type { Bodies } from './body.ts';
import type { ClothFiles } from './cloth-file.ts';
import { Problem } from './problem.ts';
import { closeSchema, exportQuerySchema, newClothSchema, parse } from './schemas.ts';

/** Files of one cloth that are made or laid: a whole class at once, and then steadily. Each takes the server some work. */
const TRANSFERS_AT_ONCE = 120;
const TRANSFERS_PER_SECOND = 2;

const WRITERS = ROLES.filter(mayWrite);

interface ClothParams {
  readonly Params: { readonly id: string };
}

/** Making, looking at, exporting, filling and deleting cloths. */
export function clothRoutes(
  app: FastifyInstance,
  cloths: Cloths,
  rooms: Rooms,
  files: ClothFiles,
  bodies: Bodies,
  config: Config,
): void {
  const { clothsPerMinute, clothsPerMinutePerAddress } = config.limits;
  const newCloths = new TokenBucket(clothsPerMinute, clothsPerMinute / 60, performance.now());
  const transfers = new TokenBuckets(TRANSFERS_AT_ONCE, TRANSFERS_PER_SECOND);
  const transfer = (id: string): void => {
    if (transfers.take(id, performance.now())) return;
    throw new Problem('too-many-requests', 'too many files of this tablecloth at once', { 'retry-after': '5' });
  };
  const newClothsFrom = new TokenBuckets(clothsPerMinutePerAddress, clothsPerMinutePerAddress / 60);

  app.post('/api/cloths', async (request, reply) => {
    const { title, kind, seats, locale } = parse(newClothSchema, request.body ?? {});
    const now = performance.now();
    if (!newClothsFrom.take(networkOf(request.ip), now) || !newCloths.take(1, now)) {
      throw new Problem('too-many-requests', 'too many new tablecloths', { 'retry-after': '10' });
    }
    const { record, keys } = await cloths.create({ title, kind, seats, language: locale ?? null });
    const { id, epoch } = record;
    const url = (key: string): string => clothUrl(request, config.publicUrl, id, key);
    const urls = { facilitator: url(keys.facilitator), participant: url(keys.participant), viewer: url(keys.viewer) };
    return reply.status(201).header('location', `/api/cloths/${id}`).send({ id, epoch, keys, urls });
  });

  app.get<ClothParams>('/api/cloths/:id', async (request) => {
    const { record, role } = await requireAccess(cloths, request, request.params.id, ROLES);
    const { kind, title, closed } = await rooms.use(record.id, (room) => ({
      ...readMeta(openCloth(room.doc)),
      closed: room.session.current.closed,
    }));
    const { id, epoch, createdAt, parent, seat } = record;
    return { id, epoch, role, kind, title, createdAt, closed, ...(parent !== undefined && { parent, seat }) };
  });

  app.delete<ClothParams>('/api/cloths/:id', async (request, reply) => {
    const { record } = await requireAccess(cloths, request, request.params.id, ['facilitator']);
    await cloths.delete(record.id);
    return reply.status(204).send();
  });

  app.post<ClothParams>('/api/cloths/:id/close', async (request) => {
    const { record } = await requireAccess(cloths, request, request.params.id, ['facilitator']);
    const { closed } = parse(closeSchema, request.body);
    await rooms.use(record.id, async (room) => {
      room.setSession(JSON.stringify({ closed }));
      await new Promise<void>((resolve) => room.session.whenKept(resolve));
    });
    return { closed };
  });

  app.get<ClothParams>('/api/cloths/:id/export', async (request, reply) => {
    const { record, role } = await requireAccess(cloths, request, request.params.id, ROLES);
    const { format } = parse(exportQuerySchema, request.query);
    if (format !== 'json') throw new Problem('format-unavailable', `${format} cannot be exported here`);
    // As the page has it: a file holds no bars and no half cloth, so while words are hidden it waits for them.
    const hidden = await rooms.use(record.id, ({ session }) => session.current.hidden);
    if (hidden && role !== 'facilitator') throw new Problem('words-hidden');
    transfer(record.id);
    return files.send(request, reply, record.id);
  });

  app.register(async (importing) => {
    // The file is read by its own reader, whatever type the sender names.
    importing.removeAllContentTypeParsers();
    const { importBytes } = config.limits;
    importing.addContentTypeParser('*', (request: FastifyRequest, incoming: IncomingMessage) =>
      bodies.read(request, incoming, importBytes, (request.params as ClothParams['Params']).id),
    );
    importing.post<ClothParams>(
      '/api/cloths/:id/import',
      {
        bodyLimit: importBytes,
        // Before the body is read: a stranger does not get to send one.
        onRequest: async (request) => {
          const { record, role } = await requireAccess(cloths, request, request.params.id, WRITERS);
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
