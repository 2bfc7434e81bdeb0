import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { readConfig } from '../../../server/core/config.ts';
import { clothRoutes } from '../../../server/http/cloth-routes.ts';
import { calendarRoutes } from '../../../server/http/commons/calendar-routes.ts';
import { knowsRoutes } from '../../../server/http/commons/knows-routes.ts';
import { wallRoutes } from '../../../server/http/commons/wall-routes.ts';
import { individualRoutes } from '../../../server/http/individual-routes.ts';
import { keyRoutes } from '../../../server/http/key-routes.ts';
import { makingRoutes } from '../../../server/http/making-routes.ts';
import { OPERATIONS } from '../../../server/http/openapi.ts';

test('every route under a cloth stands in the description of the interface, with whose key it takes', async () => {
  const app = Fastify();
  const routes: string[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    if (method !== 'HEAD') routes.push(`${String(method).toLowerCase()} ${url.replace(/:(\w+)/g, '{$1}')}`);
  });
  const config = readConfig({});
  // Laid down and never called: nothing is asked of the cloths.
  const nothing = {} as never;
  makingRoutes(app, nothing, nothing, config);
  clothRoutes(app, nothing, nothing, nothing, nothing, nothing, config);
  individualRoutes(app, nothing, nothing, nothing, config);
  wallRoutes(app, nothing, nothing, nothing, nothing, nothing);
  calendarRoutes(app, nothing, nothing, nothing, nothing, config);
  knowsRoutes(app, nothing, nothing, nothing, nothing);
  keyRoutes(app, nothing, nothing, config);
  await app.ready();
  const described = OPERATIONS.filter(({ path }) => path.startsWith('/api/') && path !== '/api/openapi.json');
  expect(routes.sort()).toEqual(described.map(({ method, path }) => `${method} ${path}`).sort());
  const keyless = described.filter(({ roles }) => !roles).map(({ path }) => path);
  expect(keyless).toEqual([
    '/api/cloths',
    '/api/themes',
    '/api/commons',
    '/api/commons/{id}/calendar.ics',
    '/api/join',
  ]);
});
