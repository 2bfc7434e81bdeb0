import type { Role } from '../../shared/model/protocol.ts';
import { SHEET_ADDRESSES, SHEETS, sheetOf } from '../../shared/model/sheets.ts';
import type { Config } from '../core/config.ts';
import { normaliseJoinCode } from '../core/keys.ts';
import { networkOf } from '../core/network.ts';
import { TokenBuckets } from '../core/token-bucket.ts';
import type { Cloths } from '../sync/room/cloths.ts';
import { requireLasting, sheetUrl } from './access.ts';
import { type Api, accessOf, FACILITATOR, keyed, NO_ACCESS, problems, WRITERS } from './api.ts';
import { Problem } from './problem.ts';
import { codeSchema, joinedSchema, joinSchema, newKeySchema, roleSchema } from './schemas.ts';
import { TooManyWrong, type WrongCodes } from './wrong-codes.ts';

/** One code is for one group: this many at once, and again as many in a few minutes. */
const JOINS_AT_ONCE = 120;
const JOINS_PER_SECOND = 0.5;
/** Links more of one cloth for each role that asks: a class at once, and then one in five seconds. */
const LINKS_AT_ONCE = 60;
const LINKS_PER_SECOND = 0.2;
/** And from one network, of all cloths: each is a write. */
const NETWORK_LINKS_AT_ONCE = 240;
const NETWORK_LINKS_PER_SECOND = 1;

/** Which roles a key may hand keys of: never more than its holder may do, and only facilitators make facilitators. */
const MAY_MINT: Readonly<Record<Role, readonly Role[]>> = {
  facilitator: ['facilitator', 'participant', 'viewer'],
  participant: ['participant', 'viewer'],
  viewer: [],
};

/** Links and codes: handing them out, taking them back, coming in by a code. */
export function keyRoutes(app: Api, cloths: Cloths, wrongCodes: WrongCodes, config: Config): void {
  const joins = new TokenBuckets(JOINS_AT_ONCE, JOINS_PER_SECOND);
  const links = new TokenBuckets(LINKS_AT_ONCE, LINKS_PER_SECOND);
  const linksFrom = new TokenBuckets(NETWORK_LINKS_AT_ONCE, NETWORK_LINKS_PER_SECOND);

  for (const sheet of SHEETS) {
    const at = `/api/${SHEET_ADDRESSES[sheet].api}/:id`;

    const rotate = {
      summary: "Replace all keys of a role; that role's connections are closed",
      body: roleSchema,
      response: { 200: newKeySchema.describe('Replaced'), ...problems(400, ...NO_ACCESS) },
    };
    app.post(`${at}/keys/rotate`, keyed(cloths, sheet, FACILITATOR, rotate), async (request) => {
      const { record } = accessOf(request);
      const { role } = request.body;
      const key = await cloths.rotate(record.id, role);
      if (key === null) throw new Problem('unknown-cloth');
      return { role, key, url: sheetUrl(request, config.publicUrl, record, key) };
    });

    const hand = {
      summary: 'Hand out another key; a participant may hand out participant and viewer keys',
      body: roleSchema,
      response: { 201: newKeySchema.describe('Made'), ...problems(400, ...NO_ACCESS, 409) },
    };
    app.post(`${at}/keys`, keyed(cloths, sheet, WRITERS, hand), async (request, reply) => {
      const access = accessOf(request);
      const { role } = request.body;
      requireLasting(access);
      if (!MAY_MINT[access.role].includes(role)) throw new Problem('role-insufficient');
      const { id } = access.record;
      const now = performance.now();
      if (!links.take(`${id} ${access.role}`, now) || !linksFrom.take(networkOf(request.ip), now)) {
        throw tooMany('too many new links');
      }
      const key = await cloths.addKey(id, role, access.role === 'facilitator' ? 'led' : 'link');
      if (key === null) throw new Problem('unknown-cloth');
      return reply.status(201).send({ role, key, url: sheetUrl(request, config.publicUrl, access.record, key) });
    });

    const give = {
      summary: 'The code that participants can type',
      response: { 201: codeSchema.describe('The live code, or a new one'), ...problems(...NO_ACCESS) },
    };
    app.post(`${at}/codes`, keyed(cloths, sheet, WRITERS, give), async (request, reply) => {
      const access = accessOf(request);
      requireLasting(access);
      const code = await cloths.code(access.record.id);
      if (!code) throw new Problem('unknown-cloth');
      // Those who are asked to type it are mostly where it is shown.
      await wrongCodes.isAtHome(networkOf(request.ip), code.code, code.expiresAt);
      return reply.status(201).send(code);
    });
  }

  const comeIn = {
    summary: "Exchange a code for a participant's key",
    body: joinSchema,
    response: { 200: joinedSchema.describe('The key'), ...problems(400, 404, 409, 429, 503) },
  };
  app.post('/api/join', { schema: comeIn }, async (request) => {
    const code = normaliseJoinCode(request.body.code);
    // What cannot be a code is no guess.
    if (!code) throw new Problem('unknown-code');
    const lookUp = async () => {
      if (!joins.take(code, performance.now())) throw tooMany('too many people used this code at once');
      return cloths.join(code);
    };
    const joined = await wrongCodes.find(networkOf(request.ip), code, lookUp).catch((error: unknown) => {
      if (!(error instanceof TooManyWrong)) throw error;
      throw tooMany('too many wrong codes from this network', error.waitS);
    });
    if (!joined) throw new Problem('unknown-code');
    const { record, key } = joined;
    return {
      id: record.id,
      sheet: sheetOf(record),
      key,
      role: 'participant' as const,
      url: sheetUrl(request, config.publicUrl, record, key),
    };
  });
}

function tooMany(detail: string, waitS = 10): Problem {
  return new Problem('too-many-requests', detail, { 'retry-after': String(waitS) });
}
