import { expect, test } from 'vitest';
import { CLOSE, ROLES, type Role } from '../../shared/model/protocol.ts';
import { FIRST_SESSION } from '../../shared/model/session.ts';
import { newSheet } from '../support/program.ts';
import { LED } from './led.ts';
import { call, makeCloth, problem, problemOf, rawClient, startServer } from './support.ts';

/** A request that takes a key, as the server describes it. */
interface Operation {
  readonly method: string;
  readonly path: string;
  readonly roles: readonly Role[];
}

async function table() {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const { theme, commons } = {
    theme: await newSheet(server.url, 'themes'),
    commons: await newSheet(server.url, 'commons'),
  };
  const of = (path: string) =>
    path.startsWith('/api/themes/') ? theme : path.startsWith('/api/commons/') ? commons : { id, keys };
  const ask = ({ method, path }: Operation, role: Role) => {
    const asked = path.replace('{id}', of(path).id).replace('{individual}', 'none').replace('{sheet}', 'none');
    return call(server, method.toUpperCase(), asked, { key: of(path).keys[role] });
  };
  const described = await (await call(server, 'GET', '/api/openapi.json')).json();
  const { paths } = described as { paths: Record<string, Record<string, { 'x-roles'?: readonly Role[] }>> };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { 'x-roles': roles }]): Operation[] =>
      roles ? [{ method, path, roles }] : [],
    ),
  );
  return { server, id, keys, ask, operations };
}

test('every request is refused to every role that it is not for, and to no other', async () => {
  const { ask, operations } = await table();
  const outcome = async (operation: Operation, role: Role) => {
    // To delete is the one thing after which nothing can be asked any more.
    if (operation.method === 'delete' && role === 'facilitator') return true;
    return (await ask(operation, role)).status !== 403;
  };
  expect(operations.length).toBeGreaterThan(30);
  for (const operation of operations) {
    for (const role of ROLES) {
      const { method, path, roles } = operation;
      expect(await outcome(operation, role), `${method} ${path} by a ${role}`).toBe(roles.includes(role));
    }
  }
});

test('what leads is refused to a participant: links replaced, the cloth deleted, others’ own cloths, and every field of the session', async () => {
  const { server, id, keys, ask, operations } = await table();
  const alone = operations.filter(({ roles }) => roles.length === 1 && roles[0] === 'facilitator');
  const leading = (at: string) => [
    `delete ${at}/{id}`,
    ...(at === '/api/commons' ? [] : [`get ${at}/{id}/individuals`]),
    ...(at === '/api/commons' ? [] : [`get ${at}/{id}/individuals/{individual}/export`]),
    ...(at === '/api/commons' ? [] : [`put ${at}/{id}/photo`, `delete ${at}/{id}/photo`]),
    `post ${at}/{id}/close`,
    `post ${at}/{id}/keys/rotate`,
  ];
  expect(alone.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
    [
      ...['/api/cloths', '/api/themes', '/api/commons'].flatMap(leading),
      'delete /api/commons/{id}/sheets/{sheet}',
    ].sort(),
  );
  for (const operation of alone) {
    expect(await problemOf(await ask(operation, 'participant'))).toEqual(problem(403, 'role-insufficient'));
  }
  const handOver = { key: keys.participant, body: { role: 'facilitator' } };
  const minted = await call(server, 'POST', `/api/cloths/${id}/keys`, handOver);
  expect(await problemOf(minted)).toEqual(problem(403, 'role-insufficient'));

  const gemma = await rawClient(server, id, keys.facilitator).seated();
  for (const [field, value] of Object.entries(LED)) {
    const theo = await rawClient(server, id, keys.participant).seated();
    theo.sendSession({ [field]: value });
    expect((await theo.closed).code, field).toBe(CLOSE.forbidden);
  }
  expect(gemma.sessions).toEqual([{ ...FIRST_SESSION, now: expect.any(Number) }]);
});
