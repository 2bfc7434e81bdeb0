import type { Logger } from 'pino';
import { expect } from 'vitest';
import { readConfig } from '../../server/core/config.ts';
import { freePort } from '../support/free-port.ts';
import { newSheet } from '../support/program.ts';
import { CLIENT, type Colleague, startBentSignIn, startSignIn, Visitor } from '../support/sign-in.ts';
import { call, type Overrides, startServer } from './support.ts';

export const TEACHER = { sub: 'g.jansen', name: 'Gemma Jansen', affiliation: ['member', 'employee'] };
export const HOUR_MS = 3_600_000;

/** A server with a door to a provider, and a room of it whose door is open. */
async function atTheDoor(issuer: string, port: number, more: Overrides, log?: Logger) {
  const publicUrl = `http://127.0.0.1:${port}`;
  const variables = {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_NAME: 'De Regenboog',
    OIDC_ALLOW: 'affiliation=employee|staff',
    PUBLIC_URL: publicUrl,
  };
  const { door } = readConfig(variables);
  if (!door) throw new Error('no door');
  const server = await startServer(
    { port, publicUrl, door: { ...door, keyMs: HOUR_MS, patienceMs: 1_500 }, ...more },
    log,
  );
  const room = await newSheet(server.url, 'commons', { name: 'De Regenboog' });
  const setDoor = (open: boolean) =>
    call(server, 'PUT', `/api/commons/${room.id}/door`, { key: room.keys.facilitator, body: { open } });
  expect(await (await setDoor(true)).json()).toEqual({ open: true, name: 'De Regenboog', hours: 1 });
  const start = `${server.url}/api/commons/${room.id}/sign-in`;
  const callback = `${publicUrl}/api/door/callback`;
  const page = `${publicUrl}/r/${room.id}`;
  return { server, room, setDoor, start, callback, page };
}

/** The same with a real provider, at which somebody is known. */
export async function school(who: Colleague = TEACHER, log?: Logger) {
  const [port, theirs] = [await freePort(), await freePort()];
  const signIn = await startSignIn(theirs, `http://127.0.0.1:${port}/api/door/callback`, who);
  return { signIn, ...(await atTheDoor(signIn.issuer, port, {}, log)) };
}

/** The same with a provider that says what a test wants; `goIn` signs in there and comes back. */
export async function bentSchool(more: Overrides = {}) {
  const bent = await startBentSignIn();
  const at = await atTheDoor(bent.issuer, await freePort(), more);
  const goIn = async (visitor = new Visitor()): Promise<string | null> => {
    const away = await visitor.visit(at.start);
    if (!away?.startsWith(`${bent.issuer}/auth?`)) return away;
    const { state = '', nonce = '' } = Object.fromEntries(new URL(away).searchParams);
    bent.nonce = nonce;
    return visitor.visit(`${at.callback}?code=any&state=${state}`);
  };
  bent.claims = { affiliation: 'employee' };
  return { bent, goIn, ...at };
}

/** The key in the address somebody was led to; empty when there is none. */
export const keyOf = (address: string | null): string => address?.split('#')[1] ?? '';
