import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { sheetOf } from '../../shared/model/sheets.ts';
import { announceAdminEndpoint, openAdminEndpoint } from '../admin/admin-endpoint.ts';
import type { Config } from '../core/config.ts';
import { createLog, QuietRequests } from '../core/log.ts';
import { MemoryBudget } from '../core/memory-budget.ts';
import { Metrics } from '../core/metrics.ts';
import { trustedProxies } from '../core/network.ts';
import { PictureShop } from '../export/picture-shop.ts';
import { TakeHome } from '../export/take-home.ts';
import { openApi, prepareApi } from '../http/api.ts';
import { Bodies } from '../http/body.ts';
import { ClothFiles } from '../http/cloth-file.ts';
import { clothRoutes } from '../http/cloth-routes.ts';
import { calendarRoutes } from '../http/commons/calendar-routes.ts';
import { KnowsDesk } from '../http/commons/knows-desk.ts';
import { knowsRoutes } from '../http/commons/knows-routes.ts';
import { Walls } from '../http/commons/shown.ts';
import { wallRoutes } from '../http/commons/wall-routes.ts';
import { yearRoutes } from '../http/commons/year-routes.ts';
import { healthRoutes } from '../http/health-routes.ts';
import { individualRoutes } from '../http/individual-routes.ts';
import { keyRoutes } from '../http/key-routes.ts';
import { lineRoutes } from '../http/line-routes.ts';
import { makingRoutes } from '../http/making-routes.ts';
import { photoRoutes } from '../http/photo/photo-routes.ts';
import { PictureFiles } from '../http/picture-files.ts';
import { answerProblems, frameworkErrors } from '../http/problem.ts';
import { refuseOtherSites } from '../http/same-site.ts';
import { securityHeaders } from '../http/security.ts';
import { staticClient } from '../http/static-client.ts';
import { TakenFiles } from '../http/taken-files.ts';
import { clientErrorHandler } from '../http/unreadable.ts';
import { WrongCodes } from '../http/wrong-codes.ts';
import type { Storage, StorageHealth } from '../storage/storage.ts';
import { Gateway } from '../sync/gateway/gateway.ts';
import { HttpLines } from '../sync/gateway/http-lines.ts';
import { Workshop } from '../sync/guard/workshop.ts';
import { Cloths } from '../sync/room/cloths.ts';
import { Hanging } from '../sync/room/hanging.ts';
import { Projections } from '../sync/room/projections.ts';
import { Rooms } from '../sync/room/rooms.ts';
import { Views } from '../sync/room/views.ts';
import { keepRetention } from './retention.ts';
import { openStore } from './store.ts';

/** Ordinary request bodies; an import has its own, larger limit. Bytes. */
const BODY_LIMIT = 64 * 1024;
/** A request is to be there whole after this long, a large file over a slow line included, ms. */
const REQUEST_MS = 300_000;
/** How the ten seconds of a graceful stop are spent, ms: saving, closing sockets, the last of what came in, the files. */
const FLUSH_MS = 4_500;
const CLOSE_MS = 1_500;
const LAST_FLUSH_MS = 1_000;
const STORE_MS = 1_000;

export interface Server {
  readonly port: number;
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Stops within 10 s. Resolves with whether everything received is on disk. */
  close(): Promise<boolean>;
}

/** Puts the server together and listens. Rejects when the port cannot be had. */
export async function createServer(config: Config, log: Logger = createLog(config.logLevel)): Promise<Server> {
  const metrics = new Metrics();
  const { storage, cluster, counting } = await openStore(config, metrics, log);
  const heedHealth = ({ ok, problem }: StorageHealth): void => {
    metrics.storageOk.set(ok ? 1 : 0);
    if (ok) log.info('the store takes writes again');
    else log.error({ problem }, 'the store refuses writes; everything is kept in memory and tried again');
  };
  if (!storage.health.ok) heedHealth(storage.health);
  storage.onHealth(heedHealth);
  const { memoryBytes, memoryPerNetworkBytes, memoryPerClothBytes } = config.limits;
  const budget = new MemoryBudget(
    { all: memoryBytes, network: memoryPerNetworkBytes, cloth: memoryPerClothBytes },
    () => metrics.memoryRefused.inc(),
  );
  const workshop = new Workshop(config.limits);
  const shop = new PictureShop(config.limits, metrics.pictures);
  metrics.memory(memoryBytes, () => budget.taken);
  const rooms = new Rooms(storage, workshop, config.limits, metrics, log, cluster);
  const cloths = new Cloths(storage, rooms);
  const hanging = new Hanging(cloths, rooms);
  const views = new Views(storage, rooms, workshop, budget, metrics.views);
  const walls = new Walls(rooms, workshop, hanging, views);
  const desk = new KnowsDesk(config.limits);
  const projections = new Projections({ rooms, workshop, budget, limits: config.limits, log });
  const gateway = new Gateway(config, cloths, rooms, hanging, projections, budget, workshop, metrics, log);
  const lines = new HttpLines(gateway, budget, config);
  metrics.countLines(() => lines.open);
  const commons = () => [...rooms].filter(({ record }) => sheetOf(record) === 'commons');
  const hung = () => commons().reduce((sum, { record }) => sum + (record.hung?.length ?? 0), 0);
  metrics.countCommons(
    () => commons().length,
    hung,
    () => projections.size,
  );

  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new QuietRequests(),
    trustProxy: config.trustProxy === false ? false : trustedProxies(config.trustProxy),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_MS,
    forceCloseConnections: true,
    frameworkErrors,
    clientErrorHandler,
  });
  const bodies = new Bodies(budget, config.limits.leastBytesPerSecond);
  bodies.watch(app);
  lenientJson(app, bodies);
  answerProblems(app, (code) => metrics.refusedRequests.inc({ code }));
  await securityHeaders(app, config);
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  refuseOtherSites(app, config);
  const api = await prepareApi(app);
  const files = new ClothFiles(rooms, workshop, bodies);
  const takeHome = new TakeHome(rooms, workshop, shop);
  const taken = new TakenFiles(takeHome, bodies);
  makingRoutes(api, cloths, rooms, workshop, config);
  const pictures = new PictureFiles(shop, bodies);
  clothRoutes(api, cloths, rooms, files, taken, bodies, config);
  photoRoutes(api, cloths, storage, bodies, config);
  individualRoutes(api, cloths, rooms, taken, config);
  keyRoutes(api, cloths, new WrongCodes(counting), config);
  calendarRoutes(api, cloths, walls, config);
  yearRoutes(api, cloths, walls, shop, bodies);
  knowsRoutes(api, cloths, walls, desk);
  wallRoutes(api, cloths, rooms, hanging, walls, workshop, bodies, pictures);
  if (config.door && config.publicUrl) {
    // Fetched where it is set up only: most servers have none.
    const { doorRoutes } = await import('../http/door/door-routes.ts');
    await doorRoutes(api, { cloths, settings: config.door, publicUrl: config.publicUrl, metrics, log });
  }
  lineRoutes(api, lines, bodies);
  healthRoutes(api, storage, cluster, rooms, metrics);
  const description = { summary: 'This text', response: { 200: z.unknown().describe('OpenAPI 3.1') } };
  api.get('/api/openapi.json', { schema: description }, async () => openApi(api));
  await staticClient(app, config.clientDir);
  app.server.on('upgrade', (request, stream, head) => gateway.upgrade(request, stream, head));

  try {
    await app.listen({ port: config.port, host: config.host, listenTextResolver: () => 'listening' });
  } catch (error) {
    gateway.stop();
    projections.stop();
    workshop.stop();
    shop.stop();
    desk.stop();
    rooms.stop();
    await cluster?.close();
    await storage.close(0);
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  const closeDoor = await openDoorIfPossible(config, {
    storage,
    rooms,
    cloths,
    takeHome,
    log,
    publicUrl: publicUrlOf(config, port),
  });
  if (storage.health.ok) void nameDamaged(storage, metrics, log);
  const stopRetention =
    config.retentionDays === null
      ? null
      : keepRetention({ storage, rooms, cloths }, config.retentionDays, metrics, log);
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    close: once(async () => {
      // Listening ends first; open sockets are not requests, so they stay until their edits are saved.
      const closed = Promise.allSettled([app.close(), closeDoor()]);
      stopRetention?.();
      await rooms.flush(FLUSH_MS);
      gateway.closeAll();
      await gateway.emptied(CLOSE_MS);
      gateway.stop();
      lines.stop();
      // Whatever still came in while the sockets closed.
      const saved = await rooms.flush(LAST_FLUSH_MS);
      workshop.stop();
      shop.stop();
      desk.stop();
      projections.stop();
      if (!saved) log.error('stopping with edits that could not be stored');
      rooms.stop();
      await cluster?.close();
      for (const part of await closed) {
        if (part.status === 'rejected') log.warn({ err: part.reason }, 'not everything could be closed in good order');
      }
      await storage.close(STORE_MS);
      return saved;
    }),
  };
}

/** Says at the start of which cloths the record is damaged: nobody can open those, so nothing else would name them. */
async function nameDamaged(storage: Storage, metrics: Metrics, log: Logger): Promise<void> {
  try {
    for await (const { id, record } of storage.list()) {
      if (record) continue;
      metrics.damaged(id, true);
      log.error({ cloth: id }, 'the record of a tablecloth is damaged; it cannot be opened');
    }
  } catch (error) {
    log.warn({ err: error }, 'it cannot be told which tablecloths are damaged');
  }
}

/** The operator's way in is a comfort: a data directory that cannot be written to must not keep the server from serving. Resolves with what closes it. */
async function openDoorIfPossible(
  config: Config,
  parts: Parameters<typeof openAdminEndpoint>[0],
): Promise<() => Promise<void>> {
  const heed = (error: unknown): void =>
    parts.log.warn(
      { err: error },
      'the admin commands cannot reach this server yet: its address cannot be written down',
    );
  try {
    const door = await openAdminEndpoint(parts);
    const takeDown = await announceAdminEndpoint(config.dataDir, door, heed);
    return async () => {
      await door.close();
      await takeDown();
    };
  } catch (error) {
    heed(error);
    return async () => undefined;
  }
}

function publicUrlOf({ publicUrl }: Config, port: number): string {
  return publicUrl ?? `http://localhost:${port}`;
}

/** An empty body is no body, also when its type is announced as JSON. */
function lenientJson(app: FastifyInstance, bodies: Bodies): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  // Plain text as well: any page may send that to any site, unasked.
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('application/json', (request, incoming, done) => {
    bodies.read(request, incoming, BODY_LIMIT).then(
      (body) => (body.length === 0 ? done(null, undefined) : parseJson(request, body.toString(), done)),
      (error: Error) => done(error),
    );
  });
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | null = null;
  return () => {
    result ??= work();
    return result;
  };
}
