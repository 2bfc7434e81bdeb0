import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { importClothFile } from '../../shared/commands/import-file.ts';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { readMeta, readSnapshot } from '../../shared/document/read.ts';
import { type ClothFile, readClothFile } from '../../shared/formats/cloth-file.ts';
import { mayWrite, ROLES, writesWhenClosed } from '../../shared/model/protocol.ts';
import { LIMITS } from '../../shared/model/schema.ts';
import type { Config } from '../core/config.ts';
import { networkOf } from '../core/network.ts';
import { TokenBucket, TokenBuckets } from '../core/token-bucket.ts';
import type { Cloths } from '../sync/room/cloths.ts';
import type { Room } from '../sync/room/room.ts';
import type { Rooms } from '../sync/room/rooms.ts';
import { clothUrl, requireAccess } from './access.ts';
import type { Bodies } from './body.ts';
import { sendClothFile } from './cloth-file.ts';
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
export function clothRoutes(app: FastifyInstance, cloths: Cloths, rooms: Rooms, bodies: Bodies, config: Config): void {
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
    return sendClothFile(request, reply, rooms, bodies, record.id);
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
      async (request) => {
        const read = readClothFile(Buffer.isBuffer(request.body) ? new TextDecoder().decode(request.body) : '');
        if (!read.ok) {
          if (read.why.problem === 'too-large') throw new Problem('too-large');
          throw new Problem(
            'bad-file',
            read.why.problem === 'malformed' ? `malformed: ${read.why.where}` : read.why.problem,
          );
        }
        const { file, leftOut } = read;
        const added = await rooms.use(request.params.id, (room) => importInto(room, file));
        return { added, leftOut };
      },
    );
  });
}

/** Adds a file to an open cloth, whole or not at all; resolves when it is on disk. */
async function importInto(room: Room, file: ClothFile): Promise<{ seats: number; items: number; ties: number }> {
  const cloth = openCloth(room.doc);
  const before = readSnapshot(cloth);
  const tooMany =
    before.items.length + file.items.length > LIMITS.items || before.ties.length + file.ties.length > LIMITS.ties;
  if (tooMany || room.document.wouldOverflow(JSON.stringify(file).length)) throw new Problem('cloth-full');
  importClothFile(cloth, file);
  const after = readSnapshot(cloth);
  await room.journal.settled();
  return {
    seats: Math.max(0, after.seats.length - before.seats.length),
    items: after.items.length - before.items.length,
    ties: after.ties.length - before.ties.length,
  };
}
