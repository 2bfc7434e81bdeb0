import type { Metrics } from '../core/metrics.ts';
import { within } from '../core/patience.ts';
import type { Cluster } from '../relay/cluster.ts';
import type { Storage, StorageHealth } from '../storage/storage.ts';
import type { Rooms } from '../sync/room/rooms.ts';
import { type Api, fileAnswer } from './api.ts';
import { healthSchema } from './schemas.ts';

/** A probe of the store is good for this long, so that asking often costs nothing, ms. */
const PROBE_EVERY_MS = 2_000;
/** A store that does not answer within this is not ready, ms. */
const PROBE_PATIENCE_MS = 1_500;

/** Whether the process lives, whether it can store and reach the other nodes, and its numbers. */
export function healthRoutes(
  app: Api,
  storage: Storage,
  cluster: Cluster | null,
  rooms: Rooms,
  metrics: Metrics,
): void {
  let probedAt = Number.NEGATIVE_INFINITY;

  async function readiness(): Promise<StorageHealth> {
    const now = performance.now();
    if (storage.health.ok && now - probedAt < PROBE_EVERY_MS) return storage.health;
    probedAt = now;
    const problem = storage.health.problem ?? 'the store does not answer';
    return within(PROBE_PATIENCE_MS, storage.probe(), () => ({ ok: false, problem }));
  }

  const life = { summary: 'Whether the process lives', response: { 200: healthSchema.describe('It does') } };
  app.get('/healthz', { logLevel: 'warn', schema: life }, async () => ({ ok: true, problem: null }));

  const ready = {
    summary: 'Whether it can store; 503 with the reason when not',
    response: { 200: healthSchema.describe('It can'), 503: healthSchema.describe('It cannot') },
  };
  app.get('/readyz', { logLevel: 'warn', schema: ready }, async (_request, reply) => {
    const stored = await readiness();
    const health = stored.ok && cluster ? cluster.health : stored;
    return reply.status(health.ok ? 200 : 503).send(health);
  });

  const numbers = {
    summary: 'Numbers for Prometheus',
    response: { 200: fileAnswer('Prometheus text format', 'text/plain') },
  };
  app.get('/metrics', { logLevel: 'warn', schema: numbers }, async (_request, reply) => {
    let depth = 0;
    for (const room of rooms) depth += room.journal.depth;
    metrics.rooms.set(rooms.size);
    metrics.roomsResting.set([...rooms].filter(({ document }) => document.isResting).length);
    metrics.queueDepth.set(depth);
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}
