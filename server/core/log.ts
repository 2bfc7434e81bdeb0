import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import type { LogLevel } from './config.ts';

/** File descriptor of standard error: standard output is for what was asked for, such as the address. */
const STANDARD_ERROR = 2;

/** What the ids that are given out look like (see newClothId). A key is longer. */
const CLOTH_ID = /^[0-9A-Za-z]{16}$/;

/**
 * The server's log: one JSON line per event, on standard error, with cloth and connection ids. Neither keys nor words of a cloth reach it:
 * of an address the route that it led to is written and the id in it, headers and bodies not at all; and of an error that may
 * quote what was read, the place alone.
 */
export function createLog(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ dest: STANDARD_ERROR, sync: true }),
): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      req: requestInLog,
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      // What is no JSON is quoted by the error that says so.
      err: (error: Error) => (isOfJson(error) ? withoutWords(error) : pino.stdSerializers.err(error)),
    },
  };
  return pino(options, destination);
}

/** A request as it may be written down: an address that was copied badly can hold a key anywhere. */
function requestInLog({ method, routeOptions, params }: FastifyRequest): Record<string, string> {
  const id = typeof params === 'object' && params !== null && 'id' in params ? params.id : null;
  return {
    method,
    // Under no route at all nothing is known of the address.
    route: routeOptions?.url ?? 'none',
    ...(typeof id === 'string' && namedInLog(id)),
  };
}

/** The cloth that an address names, for the log, if it may be one: people also put a key there. */
export function namedInLog(id: string): { readonly cloth?: string } {
  return CLOTH_ID.test(id) ? { cloth: id } : {};
}

/** An error for the log, without its message: for what goes wrong over a cloth's content, which the message may quote. */
export function withoutWords(error: unknown): { readonly type: string; readonly stack: string } {
  if (!(error instanceof Error)) return { type: typeof error, stack: '' };
  const { name, message, stack = '' } = error;
  const at = stack.indexOf(message);
  const places = (at < 0 ? stack : stack.slice(at + message.length)).match(/^ {4}at .*$/gm) ?? [];
  return { type: name, stack: places.map((place) => place.trim()).join('\n') };
}

/** Whether text that was no JSON is behind it. */
function isOfJson(error: unknown): boolean {
  return error instanceof SyntaxError || (error instanceof Error && error.cause !== undefined && isOfJson(error.cause));
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
