import type { FastifyInstance } from 'fastify';
import type { Role } from '../../shared/model/protocol.ts';
import { SHEET_ADDRESSES, SHEETS, sheetOf } from '../../shared/model/sheets.ts';
import type { Config } from '../core/config.ts';
import { normaliseJoinCode } from '../core/keys.ts';
import { networkOf } from '../core/network.ts';
import { TokenBuckets } from '../core/token-bucket.ts';
import type { Cloths } from '../sync/room/cloths.ts';
import { requireAccess, sheetUrl } from './access.ts';
import { Problem } from './problem.ts';
import { joinSchema, parse, roleSchema } from './schemas.ts';
import { TooManyWrong, type WrongCodes } from './wrong-codes.ts';

interface ClothParams {
  readonly Params: { readonly id: string };
}

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
export function keyRoutes(app: FastifyInstance, cloths: Cloths, wrongCodes: WrongCodes, config: Config): void {
  const joins = new TokenBuckets(JOINS_AT_ONCE, JOINS_PER_SECOND);
  const links = new TokenBuckets(LINKS_AT_ONCE, LINKS_PER_SECOND);
  const linksFrom = new TokenBuckets(NETWORK_LINKS_AT_ONCE, NETWORK_LINKS_PER_SECOND);

  for (const sheet of SHEETS) {
    const at = `/api/${SHEET_ADDRESSES[sheet].api}/:id`;

    app.post<ClothParams>(`${at}/keys/rotate`, async (request) => {
      const { record } = await requireAccess(cloths, request, request.params.id, ['facilitator'], sheet);
      const { role } = parse(roleSchema, request.body);
      const key = await cloths.rotate(record.id, role);
      if (key === null) throw new Problem('unknown-cloth');
      return { role, key, url: sheetUrl(request, config.publicUrl, record, key) };
    });

    app.post<ClothParams>(`${at}/keys`, async (request, reply) => {
      const access = await requireAccess(cloths, request, request.params.id, ['facilitator', 'participant'], sheet);
      const { role } = parse(roleSchema, request.body);
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

    app.post<ClothParams>(`${at}/codes`, async (request, reply) => {
      const { record } = await requireAccess(cloths, request, request.params.id, ['facilitator', 'participant'], sheet);
      const code = await cloths.code(record.id);
      if (!code) throw new Problem('unknown-cloth');
      // Those who are asked to type it are mostly where it is shown.
      await wrongCodes.isAtHome(networkOf(request.ip), code.code, code.expiresAt);
      return reply.status(201).send(code);
    });
  }

  app.post('/api/join', async (request) => {
    const code = normaliseJoinCode(parse(joinSchema, request.body).code);
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
      role: 'participant',
      url: sheetUrl(request, config.publicUrl, record, key),
    };
  });
}

function tooMany(detail: string, waitS = 10): Problem {
  return new Problem('too-many-requests', detail, { 'retry-after': String(waitS) });
}
