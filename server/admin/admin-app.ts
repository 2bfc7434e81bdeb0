import { timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';
import { create } from 'content-disposition';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { openCommons } from '../../shared/document/commons-doc.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { readCommons } from '../../shared/document/read-commons.ts';
import { ROLES } from '../../shared/model/protocol.ts';
import { sheetOf, sheetPath } from '../../shared/model/sheets.ts';
import { QuietRequests } from '../core/log.ts';
import { goesAt, NOTICE_MS, readNotices } from '../core/notice.ts';
import type { TakeHome } from '../export/take-home.ts';
import { orderOf } from '../http/export-order.ts';
import { answerProblems, Problem } from '../http/problem.ts';
import { exportQuerySchema, parse, roleSchema } from '../http/schemas.ts';
import { explainTaken } from '../http/taken-files.ts';
import { type ClothRecord, type Storage, StorageUnavailable, UnknownCloth } from '../storage/storage.ts';
import type { Cloths } from '../sync/room/cloths.ts';
import type { Rooms } from '../sync/room/rooms.ts';
import { backupLines, DAMAGED_PHOTO, restoreCloth, savedClothSchema } from './backup.ts';

interface ClothParams {
  readonly Params: { readonly id: string };
}

/** One cloth in a backup, base64; well above the largest document. Bytes. */
const RESTORE_LIMIT = 256 * 1024 * 1024;

export interface AdminParts {
  readonly storage: Storage;
  readonly rooms: Rooms;
  readonly cloths: Cloths;
  readonly takeHome: Pick<TakeHome, 'make'>;
  readonly log: Logger;
  /** What the caller has to show; any other is answered 401. */
  readonly key: string;
  /** Where links lead. */
  readonly publicUrl: string;
}

/** What the operator of a server can do with all its cloths. Listens nowhere by itself; see door.ts. */
export function adminApp({ storage, rooms, cloths, takeHome, log, key, publicUrl }: AdminParts): FastifyInstance {
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new QuietRequests(),
    forceCloseConnections: true,
  });
  answerProblems(app);
  const expected = Buffer.from(`Bearer ${key}`);
  app.addHook('onRequest', async (request) => {
    const given = Buffer.from(request.headers.authorization ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Problem('key-wrong');
  });

  const find = async (id: string): Promise<ClothRecord> => {
    const record = await storage.read(id);
    if (!record) throw new Problem('unknown-cloth');
    return record;
  };

  app.get('/', async () => storage.health);

  app.get('/cloths', async () => {
    const list: unknown[] = [];
    const said = readNotices(await storage.readNote('retention'));
    // Older ones hold no more: all is announced anew by who reads them.
    const notices = said && Date.now() - said.seenAt < NOTICE_MS ? said : null;
    for await (const { id, parent, record, changedAt } of storage.list()) {
      const connections = rooms.peek(id)?.members.size ?? 0;
      const { createdAt = null } = record ?? {};
      const kind = record && kindOf(record);
      const damage = record ? await damageOf(storage, id) : 'its record is damaged';
      const deletedAt = notices && goesAt(notices, parent ?? id);
      list.push({ id, kind, createdAt, changedAt, connections, damage, deletedAt });
    }
    return list;
  });

  app.get<ClothParams>('/cloths/:id', async ({ params }) => {
    const record = await find(params.id);
    const { id, epoch, createdAt, keys, codes } = record;
    const contents = await rooms.use(id, (room) => {
      if (sheetOf(record) === 'commons') {
        const { name: title, meetings, entries } = readCommons(openCommons(room.doc));
        const counts = { hung: record.hung?.length ?? 0, meetings: meetings.length, entries: entries.length };
        return { title, ...counts, bytes: room.document.encodeAll().length };
      }
      const { meta, initiative, seats, items, ties } = readSnapshot(openCloth(room.doc));
      const counts = { seats: seats.length, items: items.length, ties: ties.length };
      return { title: meta.title, initiative, ...counts, bytes: room.document.encodeAll().length };
    });
    const photo = await storage.photos.read(id);
    const links = Object.fromEntries(ROLES.map((role) => [role, keys.filter((stored) => stored.role === role).length]));
    return {
      id,
      epoch,
      kind: kindOf(record),
      createdAt,
      ...contents,
      photoBytes: photo === 'damaged' ? DAMAGED_PHOTO : (photo?.length ?? 0),
      links,
      codes: codes.length,
    };
  });

  app.get<ClothParams>('/cloths/:id/export', async ({ params, query }, reply) => {
    const asked = parse(exportQuerySchema, query);
    const record = await find(params.id);
    const sheet = sheetOf(record);
    if (sheet === 'commons') throw new Problem('not-of-a-room');
    const order = orderOf(asked, sheet);
    // Who asks here waits for a worker like anyone, and is not counted.
    const taker = { who: 'operator', hold: () => undefined };
    const { bytes, name, mediaType } = await takeHome.make(record.id, order, taker).catch(explainTaken);
    return reply.type(mediaType).header('content-disposition', create(name)).send(Buffer.from(bytes));
  });

  app.delete<ClothParams>('/cloths/:id', async ({ params }, reply) => {
    if (!(await cloths.delete(params.id))) throw new Problem('unknown-cloth');
    return reply.status(204).send();
  });

  app.post<ClothParams>('/cloths/:id/rotate', async ({ params, body }) => {
    const { role } = parse(roleSchema, body);
    const sheet = sheetOf(await find(params.id));
    const fresh = await cloths.rotate(params.id, role);
    if (fresh === null) throw new Problem('unknown-cloth');
    return { role, url: `${publicUrl}${sheetPath(sheet, params.id, fresh)}` };
  });

  app.get('/backup', (_request, reply) =>
    reply.type('application/jsonl; charset=utf-8').send(Readable.from(backupLines(storage, Date.now()))),
  );

  app.post('/restored', { bodyLimit: RESTORE_LIMIT }, async ({ body }, reply) => {
    const saved = parse(savedClothSchema, body);
    const restored = await restoreCloth(storage, saved).catch((error: unknown) => {
      if (!(error instanceof StorageUnavailable) || !storage.health.ok) throw error;
      throw new Problem('storage-unavailable', `${error.message}; delete ${saved.record.id} to make room for it`);
    });
    return reply.status(restored ? 201 : 200).send({ restored });
  });
  return app;
}

/** What it is in the operator's list: a cloth of an initiative or theme, a theme sheet, a room. */
function kindOf(record: ClothRecord): string {
  const sheet = sheetOf(record);
  return sheet === 'cloth' ? record.kind : sheet === 'theme' ? 'theme-sheet' : sheet;
}

/** What of a cloth cannot be read, in words; null when it is whole, and when it was deleted since it was listed. */
async function damageOf(storage: Storage, id: string): Promise<string | null> {
  try {
    const [{ damage }, photo] = await Promise.all([storage.load(id), storage.photos.read(id)]);
    return [damage, photo === 'damaged' ? DAMAGED_PHOTO : null].filter((fault) => fault !== null).join('; ') || null;
  } catch (error) {
    if (error instanceof UnknownCloth) return null;
    if (error instanceof StorageUnavailable) return error.message;
    throw error;
  }
}
