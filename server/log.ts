import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { type Logger, type LoggerOptions, pino } from 'pino';
import type { LogLevel } from './config.ts';

/** File descriptor of standard error: standard output is for what was asked for, such as the address. */
const STANDARD_ERROR = 2;

/**
 * The server's log: one JSON line per event, on standard error, with cloth and connection ids. Keys never reach it: addresses are written
 * without their query, and headers and bodies not at all.
 */
export function createLog(level: LogLevel): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      req: (request: { method: string; url: string }) => ({ method: request.method, url: withoutQuery(request.url) }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: pino.stdSerializers.err,
    },
  };
  return pino(options, pino.destination({ dest: STANDARD_ERROR, sync: true }));
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
