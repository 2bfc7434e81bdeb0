import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { WorkGivenUp } from '../core/worker-pool.ts';
import { StorageUnavailable, UnknownCloth } from '../storage/storage.ts';
import { AnothersCloth, TooManyKeys } from '../sync/room/cloths.ts';
import { TooManyHung } from '../sync/room/hanging.ts';
import { UnfitDocument } from '../sync/room/upgrade.ts';

/** Every way in which a request can fail. A client translates the code; the title is for people reading logs. */
export const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request is not well formed' },
  'bad-file': { status: 400, title: 'This is no tablecloth file that can be read' },
  'bad-photo': { status: 400, title: 'This is no photo that can be laid under a tablecloth' },
  'key-missing': { status: 401, title: 'A key is needed' },
  'key-wrong': { status: 401, title: 'This key does not open the tablecloth' },
  'role-insufficient': { status: 403, title: 'This key may not do that' },
  'another-site': { status: 403, title: 'A page of another site may not ask for this' },
  'anothers-cloth': {
    status: 403,
    title: 'This individual tablecloth is of another device; who leads hands out a link',
  },
  'unknown-cloth': { status: 404, title: 'There is no such tablecloth' },
  'not-of-a-room': { status: 409, title: 'This is a network room; only tablecloths and theme sheets have that' },
  'not-hung': { status: 404, title: 'This does not hang in that network room' },
  'no-photo': { status: 404, title: 'That photo does not lie under this tablecloth' },
  'unknown-seat': { status: 404, title: 'Nobody sits there at this table' },
  'unknown-code': { status: 404, title: 'There is no such code' },
  'line-gone': { status: 404, title: 'This line is closed, or another server holds it; open a new one' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  individual: { status: 409, title: 'This is an individual tablecloth; none is made from it' },
  'words-hidden': { status: 409, title: 'Words are hidden from all but who leads; this waits until they are shown' },
  'line-busy': { status: 409, title: 'This line cannot take that now' },
  closed: { status: 409, title: 'This tablecloth is closed for writing; who leads can open it' },
  'too-many-keys': { status: 409, title: 'This tablecloth has as many links as it can have' },
  'too-many-hung': { status: 409, title: 'As many sheets hang in this network room as can' },
  'too-many-rooms': { status: 409, title: 'This sheet hangs in as many network rooms as it can' },
  'too-slow': { status: 408, title: 'The request did not come whole in time' },
  'wrong-type': { status: 415, title: 'This kind of content is not read here' },
  'too-large': { status: 413, title: 'This is too large' },
  'cloth-full': { status: 413, title: 'This tablecloth cannot hold more' },
  'headers-too-large': { status: 431, title: 'The headers are too large' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong here' },
  busy: { status: 503, title: 'The server has its hands full at this moment' },
  'storage-unavailable': { status: 503, title: 'Nothing can be stored at this moment' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** Thrown by a route; answered as problem details (RFC 9457). */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly headers: Readonly<Record<string, string>>;

  /** `detail` says what was wrong in this case; it must hold no key and no content of a cloth. */
  constructor(code: ProblemCode, detail?: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail ?? PROBLEMS[code].title);
    this.name = 'Problem';
    this.code = code;
    this.headers = headers;
  }
}

/** The body of a failed request. */
export function problemDetails(code: ProblemCode, detail?: string): Record<string, unknown> {
  const { status, title } = PROBLEMS[code];
  return {
    type: `urn:tafelkleed:problem:${code}`,
    code,
    status,
    title,
    ...(detail && detail !== title ? { detail } : {}),
  };
}

/** Answers what is refused before a route is found (an address that cannot be read) in the same way: an option of Fastify. */
export function frameworkErrors(error: FastifyError, _request: unknown, reply: FastifyReply): void {
  sendProblem(reply, asProblem(error));
}

/** Answers every error with problem details; `count` is told of each. */
export function answerProblems(app: FastifyInstance, count: (code: ProblemCode) => void = () => undefined): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = asProblem(error);
    count(problem.code);
    if (problem.code === 'internal') request.log.error({ err: error }, 'a request failed');
    // Its causes are left out: PostgreSQL's can quote what was to be stored.
    else if (problem.code === 'storage-unavailable')
      request.log.warn({ problem: error.message }, 'the store failed a request');
    else request.log.debug({ code: problem.code }, 'a request was refused');
    return sendProblem(reply, problem);
  });
}

export function sendProblem(reply: FastifyReply, { code, message, headers }: Problem): FastifyReply {
  return reply
    .status(PROBLEMS[code].status)
    .headers({ ...headers })
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problemDetails(code, code === 'internal' ? undefined : message)));
}

function asProblem(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof UnknownCloth) return new Problem('unknown-cloth');
  if (error instanceof UnfitDocument) return new Problem('storage-unavailable', error.message);
  if (error instanceof StorageUnavailable) return new Problem('storage-unavailable', undefined, { 'retry-after': '5' });
  if (error instanceof WorkGivenUp) return new Problem('busy', undefined, { 'retry-after': '5' });
  if (error instanceof AnothersCloth) return new Problem('anothers-cloth');
  if (error instanceof TooManyHung) return new Problem(error.of === 'sheets' ? 'too-many-hung' : 'too-many-rooms');
  if (error instanceof TooManyKeys) return new Problem('too-many-keys');
  if (error.statusCode === 413) return new Problem('too-large');
  if (error.statusCode === 415) return new Problem('wrong-type');
  if (error.statusCode === 404) return new Problem('not-found');
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new Problem('bad-request', error.message);
  }
  return new Problem('internal');
}
