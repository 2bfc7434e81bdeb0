import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { HttpLine } from '../sync/gateway/http-line.ts';
import type { HttpLines } from '../sync/gateway/http-lines.ts';
import { bearerKey } from './access.ts';
import { type Api, sheetParams } from './api.ts';
import type { Bodies } from './body.ts';
import { Problem } from './problem.ts';

/** What one request may bring, bytes: a frame that is larger comes in parts. */
const MOST_BROUGHT = 512 * 1024;
/** The name of a line: drawn by the client, long enough that nobody guesses it, and in a header, which no log keeps. */
const NAME = /^[\w-]{20,64}$/;
export const LINE_HEADER = 'tafelkleed-line';
const BYTES = 'application/octet-stream';

const place = z.coerce.number().int().min(0);
const opening = z.record(z.string(), z.string());
const bringing = z.object({ at: place, from: place, last: z.literal('').optional() });
const asking = z.object({ from: place, wait: z.literal('').optional() });
/** The wire of pages themselves; no part of the interface that is described to programs. */
const WIRE = { hide: true, params: sheetParams };

/**
 * The socket of a cloth for a network that lets no socket through: opened by one request, its bytes brought by others and
 * told in answers. Rights, limits and all that is said are the socket's own.
 */
export function lineRoutes(app: Api, lines: HttpLines, bodies: Bodies): void {
  app.register(async (part: Api) => {
    part.addContentTypeParser(BYTES, (request: FastifyRequest, incoming: IncomingMessage) =>
      bodies.read(request, incoming, MOST_BROUGHT),
    );

    part.post('/sync/:id/line', { schema: { ...WIRE, querystring: opening } }, async (request, reply) => {
      const query = new URLSearchParams(request.query);
      query.set('key', bearerKey(request) ?? '');
      const isNew = lines.begin(nameOf(request), `/sync/${request.params.id}?${query}`, request.raw);
      if (!isNew) throw new Problem('line-busy');
      return reply.status(204).header('cache-control', 'no-store').send();
    });

    part.post('/sync/:id/line/up', { schema: { ...WIRE, querystring: bringing } }, async (request, reply) => {
      const { at, from, last } = request.query;
      const line = lineOf(request);
      if (!Buffer.isBuffer(request.body)) throw new Problem('bad-request', `the body is to be ${BYTES}`);
      line.arrived(from);
      if (last !== undefined) line.leave();
      const refused = await line.receive(at, request.body);
      if (refused) throw new Problem('line-busy', refused);
      return reply.status(204).header('cache-control', 'no-store').send();
    });

    part.get('/sync/:id/line', { schema: { ...WIRE, querystring: asking } }, async (request, reply) => {
      const { from, wait } = request.query;
      const answer = lineOf(request).answer(from, wait === undefined);
      if (!answer) throw new Problem('line-gone');
      // No proxy on the way is to keep it, change it, or wait for its end.
      reply.header('cache-control', 'no-store, no-transform').header('x-accel-buffering', 'no');
      return reply.type(BYTES).send(answer);
    });
  });

  function lineOf(request: FastifyRequest): HttpLine {
    const line = lines.find(nameOf(request));
    if (!line) throw new Problem('line-gone');
    return line;
  }
}

function nameOf(request: FastifyRequest): string {
  const name = request.headers[LINE_HEADER];
  if (typeof name !== 'string' || !NAME.test(name))
    throw new Problem('bad-request', `a ${LINE_HEADER} header is needed`);
  return name;
}
