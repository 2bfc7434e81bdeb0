import cookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import type { Logger } from 'pino';
import type { DoorNews } from '../../../shared/model/door.ts';
import { sheetOf } from '../../../shared/model/sheets.ts';
import { type DoorSettings, describeDoor } from '../../core/door-settings.ts';
import { namedInLog } from '../../core/log.ts';
import type { Metrics } from '../../core/metrics.ts';
import { networkOf } from '../../core/network.ts';
import { TokenBuckets } from '../../core/token-bucket.ts';
import type { ClothRecord } from '../../storage/storage.ts';
import type { Cloths } from '../../sync/room/cloths.ts';
import { DoorClosed, Doors } from '../../sync/room/doors.ts';
import { type Api, accessOf, FACILITATOR, keyed, NO_ACCESS, problems, sheetParams } from '../api.ts';
import { Problem } from '../problem.ts';
import { nothing } from '../schemas.ts';
import { callbackQuerySchema, doorSchema, shownDoorSchema, signInQuerySchema } from './door-schemas.ts';
import { KNOCK_S, KnockCookie } from './knock-cookie.ts';
import { pathIn, pathOut, roomOfState, wishedPath } from './paths.ts';
import { NotIn, Provider } from './provider.ts';

/** The provider is told this address, and sends people back to no other. */
const CALLBACK = '/api/door/callback';
const COOKIE = 'tafelkleed-door';
/** From one network: a whole school that comes in at eight, and then steadily. */
const KNOCKS_AT_ONCE = 240;
const KNOCKS_PER_SECOND = 4;

/** What the door needs of the rest of the server. */
export interface DoorParts {
  readonly cloths: Cloths;
  readonly settings: DoorSettings;
  /** Where people reach this server, without a closing slash. */
  readonly publicUrl: string;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/**
 * A way into network rooms by a school's own sign-in (OpenID Connect, code flow with PKCE). It gives a member's key for a
 * time, and keeps nothing about who came: no name, no number, nothing in the log. Registered only where it is set up.
 */
export async function doorRoutes(app: Api, parts: DoorParts): Promise<void> {
  const { cloths, settings, publicUrl, metrics, log } = parts;
  const doors = new Doors(cloths, settings.keyMs);
  const provider = new Provider(settings, `${publicUrl}${CALLBACK}`);
  const kept = new KnockCookie(settings);
  const knocks = new TokenBuckets(KNOCKS_AT_ONCE, KNOCKS_PER_SECOND);
  // Lax, not strict: the way back comes from the provider's page.
  const binding = {
    path: '/api/door',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
  } as const;
  await app.register(cookie);

  const look = {
    summary: "Which of a school's sign-ins lets people into a room; where one is set up, and the room's door is open",
    params: sheetParams,
    response: { 200: shownDoorSchema.describe('The door'), ...problems(404, 503) },
  };
  app.get('/api/commons/:id/door', { schema: look }, async (request) => {
    const room = await roomOf(request.params.id);
    // Whoever has no key learns nothing of a room that asks nobody in.
    if (!room?.door) throw new Problem('unknown-cloth');
    return { open: true, ...describeDoor(settings) };
  });

  const set = {
    summary: 'Open or close the door; when it closes, whoever came in by it is cut off',
    body: doorSchema,
    response: { 200: shownDoorSchema.describe('As it is now'), ...problems(400, ...NO_ACCESS) },
  };
  app.put('/api/commons/:id/door', keyed(cloths, 'commons', FACILITATOR, set), async (request) => {
    const { record } = accessOf(request);
    const { open } = request.body;
    if (!(await doors.set(record.id, open))) throw new Problem('unknown-cloth');
    return { open, ...describeDoor(settings) };
  });

  const leave = {
    summary: "Leads a person's browser to the school's sign-in, and in the end back to the room or a sheet in it",
    params: sheetParams,
    querystring: signInQuerySchema,
    response: { 303: nothing.describe('Onward, or to a page that says why not'), ...problems(503) },
  };
  app.get('/api/commons/:id/sign-in', { schema: leave }, async (request, reply) => {
    const { id } = request.params;
    return orOut(reply, id, async () => {
      requireFew(request);
      const room = await roomOf(id);
      if (!room?.door) throw new NotIn('closed', 'this room lets nobody in so');
      // The state names the room, so that a way back that lost its cookie still leads to the room's own page.
      const knock = { state: `${id}.${randomState()}`, nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const address = await provider.addressFor(knock);
      const until = Date.now() + KNOCK_S * 1_000;
      const value = kept.write({ room: id, to: wishedPath(request.query.to), ...knock, until });
      return reply.setCookie(COOKIE, value, { ...binding, maxAge: KNOCK_S }).redirect(address, 303);
    });
  });

  const comeBack = {
    summary: 'Where the sign-in sends people back to',
    querystring: callbackQuerySchema,
    response: {
      303: nothing.describe("Into the room with a member's key for a time, or to a page that says why not"),
      ...problems(503),
    },
  };
  app.get(CALLBACK, { schema: comeBack }, async (request, reply) => {
    const knock = kept.read(request.cookies[COOKIE]);
    // Good for one way back, whatever becomes of it.
    reply.clearCookie(COOKIE, binding);
    const { state } = request.query;
    return orOut(reply, knock?.room ?? roomOfState(state), async () => {
      if (!knock || state !== knock.state) throw new NotIn('again', 'the way back is not the one of this browser');
      requireFew(request);
      await provider.requireAllowed(request.url.split('?')[1] ?? '', knock);
      const room = await roomOf(knock.room);
      const joined = room && (await doors.comeIn(room));
      if (!joined) throw new NotIn('closed', 'there is no such room any more');
      told(knock.room, 'in');
      return reply.redirect(pathIn(knock.room, knock.to, joined.key), 303);
    });
  });

  const roomOf = async (id: string): Promise<ClothRecord | null> => {
    const record = /^[0-9A-Za-z]{1,64}$/.test(id) ? await cloths.find(id) : null;
    return record && sheetOf(record) === 'commons' ? record : null;
  };
  const requireFew = ({ ip }: FastifyRequest): void => {
    if (!knocks.take(networkOf(ip), performance.now())) throw new NotIn('away', 'too many from one network');
  };
  const told = (room: string, outcome: DoorNews | 'in', reason?: string): void => {
    metrics.signIns.inc({ outcome });
    log.info({ ...namedInLog(room), outcome, ...(reason !== undefined && { reason }) }, 'somebody came to the door');
  };
  /** A person follows these addresses: what goes wrong is said on the room's page. */
  const orOut = async (reply: FastifyReply, room: string, work: () => Promise<FastifyReply>): Promise<FastifyReply> => {
    try {
      return await work();
    } catch (error) {
      const no = error instanceof DoorClosed ? new NotIn('closed', 'the door was closed meanwhile') : error;
      if (!(no instanceof NotIn)) throw no;
      told(room, no.news, no.message);
      return reply.redirect(pathOut(room, no.news), 303);
    }
  };
}
