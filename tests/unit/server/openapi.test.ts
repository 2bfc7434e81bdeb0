import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { readConfig } from '../../../server/core/config.ts';
import { openApi, prepareApi } from '../../../server/http/api.ts';
import { clothRoutes } from '../../../server/http/cloth-routes.ts';
import { calendarRoutes } from '../../../server/http/commons/calendar-routes.ts';
import { knowsRoutes } from '../../../server/http/commons/knows-routes.ts';
import { wallRoutes } from '../../../server/http/commons/wall-routes.ts';
import { yearRoutes } from '../../../server/http/commons/year-routes.ts';
import { doorRoutes } from '../../../server/http/door/door-routes.ts';
import { individualRoutes } from '../../../server/http/individual-routes.ts';
import { keyRoutes } from '../../../server/http/key-routes.ts';
import { makingRoutes } from '../../../server/http/making-routes.ts';

interface Described {
  readonly summary?: string;
  readonly 'x-roles'?: readonly string[];
  readonly requestBody?: { readonly required: boolean };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: object }>>;
}

/** The interface as its routes say it: laid down and never called, so nothing is asked of the cloths. */
async function described(): Promise<{ readonly routes: string[]; readonly of: ReadonlyMap<string, Described> }> {
  const app = Fastify();
  const routes: string[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    if (method !== 'HEAD') routes.push(`${String(method).toLowerCase()} ${url.replace(/:(\w+)/g, '{$1}')}`);
  });
  const api = await prepareApi(app);
  const config = readConfig({});
  const nothing = {} as never;
  makingRoutes(api, nothing, nothing, nothing, config);
  clothRoutes(api, nothing, nothing, nothing, nothing, nothing, config);
  individualRoutes(api, nothing, nothing, nothing, config);
  wallRoutes(api, nothing, nothing, nothing, nothing, nothing, nothing, nothing);
  calendarRoutes(api, nothing, nothing, config);
  yearRoutes(api, nothing, nothing, nothing, nothing);
  knowsRoutes(api, nothing, nothing, nothing);
  keyRoutes(api, nothing, nothing, config);
  const settings = { issuer: 'https://a.example', clientId: 'a', clientSecret: 'b' } as never;
  await doorRoutes(api, { cloths: nothing, settings, publicUrl: 'https://b.example', metrics: nothing, log: nothing });
  await app.ready();
  const { paths } = openApi(api) as { paths: Record<string, Record<string, Described>> };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, said]) => [`${method} ${path}`, said] as const),
  );
  return { routes, of: new Map(operations) };
}

test('every route stands in the description of the interface, with what it is for, answers and can fail by, and whose key it takes', async () => {
  const { routes, of } = await described();
  expect([...of.keys()].sort()).toEqual(routes.sort());
  const silent = [...of].filter(([, { summary, responses }]) => {
    const statuses = Object.keys(responses);
    const answers = Object.values(responses).every(({ description }) => description !== 'Default Response');
    return !summary || !answers || !statuses.some((status) => status < '400') || !statuses.some((s) => s >= '400');
  });
  expect(silent).toEqual([]);
  const keyless = [...of].filter(([, said]) => !said['x-roles']).map(([route]) => route);
  expect(keyless).toEqual([
    'post /api/cloths',
    'post /api/themes',
    'post /api/commons',
    'get /api/commons/{id}/calendar.ics',
    'post /api/join',
    'get /api/commons/{id}/door',
    'get /api/commons/{id}/sign-in',
    'get /api/door/callback',
  ]);
});

test('a body that may be left out is described as such, and an answer without one as having none', async () => {
  const { of } = await described();
  expect(of.get('post /api/cloths')?.requestBody?.required).toBe(false);
  expect(of.get('post /api/commons')?.requestBody?.required).toBe(true);
  expect(of.get('delete /api/cloths/{id}')?.responses['204']).toEqual({ description: 'Deleted' });
});
