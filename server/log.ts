import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

/**
 * The server's log: one JSON line per event, with cloth and connection ids. Keys never reach it: addresses are written
 * without their query, and headers and bodies not at all.
 */
export function createLog(level: LogLevel): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      req: (request: { method: string; url: string }) => ({ method: request.method, url: withoutQuery(request.url) }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: pino.stdSerializers.err,
    },
  });
}

/** An address as it may be written down: a query can hold a key. */
export function withoutQuery(url: string): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}

/** Requests in the log: one quiet line each, when they are done. Errors keep Fastify's own lines. */
export class QuietRequests extends LogController {
  override incomingRequest(): void {
    // The line on completion says the same, and more.
  }

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    if (error) super.requestCompleted(error, request, reply);
    else reply.log.debug({ req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'request');
  }
}
