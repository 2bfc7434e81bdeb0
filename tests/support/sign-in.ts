import { createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What Tafelkleed and a provider in a test know of each other. */
export const CLIENT = { id: 'tafelkleed', secret: 'what-the-provider-gave-us' } as const;

/** What every provider of a test signs with. */
const PAIR = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Somebody whom the school knows. */
export interface Colleague {
  readonly sub: string;
  readonly [claim: string]: unknown;
}

export interface SignIn {
  readonly issuer: string;
  /** Who sits at the browser; null breaks off at the login. */
  who: Colleague | null;
}

/**
 * A real OpenID provider on this machine. Whoever it leads to its login is at once who the test says, or breaks off. What it
 * knows of people beside their number it tells who asks for it, as most federations do.
 */
export async function startSignIn(port: number, callback: string, who: Colleague): Promise<SignIn> {
  const issuer = `http://127.0.0.1:${port}`;
  const signIn: SignIn = { issuer, who };
  const { privateKey } = PAIR;
  const provider = await quietly(async () => {
    const { default: Provider } = await import('oidc-provider');
    return new Provider(issuer, {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callback] }],
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
      cookies: { keys: ['of a test'] },
      features: { devInteractions: { enabled: false } },
      claims: { openid: ['sub', 'affiliation', 'name'] },
      findAccount: (_context, id) => ({ accountId: id, claims: () => ({ ...signIn.who, sub: id }) }),
      interactions: { url: (_context, { uid }) => `/login/${uid}` },
      // Nobody is asked whether they agree.
      ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, AuthorizationCode: 60, IdToken: 60 },
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({ clientId: CLIENT.id, accountId: oidc.session?.accountId ?? '' });
        grant.addOIDCScope('openid');
        await grant.save();
        return grant;
      },
    });
  });
  const handle = provider.callback();
  await listen(port, (request, response) => {
    if (!request.url?.startsWith('/login/')) return handle(request, response);
    const result = signIn.who ? { login: { accountId: signIn.who.sub } } : { error: 'access_denied' };
    return provider.interactionFinished(request, response, result);
  });
  return signIn;
}

/** What a bent provider does otherwise than it should. */
export interface Bent {
  /** Claims of the token in the place of the right ones. */
  claims: Readonly<Record<string, unknown>>;
  /** What it says of itself in the place of what is right. */
  metadata: Readonly<Record<string, unknown>>;
  /** Answers in the place of its own, by path; null says nothing at all. */
  readonly answers: Map<string, ((response: ServerResponse) => void) | null>;
  /** Whether what it signs was changed afterwards. */
  spoils: boolean;
  /** The nonce of whoever signs in. */
  nonce: string;
}

/** A provider made by hand, which says whatever a test wants it to. */
export async function startBentSignIn(): Promise<Bent & { readonly issuer: string; readonly asked: string[] }> {
  const { privateKey, publicKey } = PAIR;
  const asked: string[] = [];
  const bent = { claims: {}, metadata: {}, answers: new Map(), spoils: false, nonce: '', asked, issuer: '' };
  const server = await listen(0, (request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const other = bent.answers.get(path);
    if (other === null) return;
    if (other) return other(response);
    response.setHeader('content-type', 'application/json').end(JSON.stringify(said(path)));
  });
  bent.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const said = (path: string): unknown => {
    if (path === '/jwks') return { keys: [{ ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] };
    if (path === '/token') return { access_token: 'any', token_type: 'Bearer', id_token: idToken() };
    return {
      issuer: bent.issuer,
      authorization_endpoint: `${bent.issuer}/auth`,
      token_endpoint: `${bent.issuer}/token`,
      jwks_uri: `${bent.issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      ...bent.metadata,
    };
  };
  const idToken = (): string => {
    const now = Math.floor(Date.now() / 1_000);
    const right = { iss: bent.issuer, aud: CLIENT.id, sub: 'x', iat: now, exp: now + 300, nonce: bent.nonce };
    const parts = [{ alg: 'RS256' }, { ...right, ...bent.claims }];
    const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    return `${text}.${createSign('sha256')
      .update(bent.spoils ? '' : text)
      .sign(privateKey, 'base64url')}`;
  };
  return bent;
}

async function listen(
  port: number,
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<Server> {
  const server = createServer((request, response) => void answer(request, response)).listen(port, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return server;
}

/** The library warns of all that a provider for others than a test would need. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}

/** A browser that keeps cookies and follows nothing by itself. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  /** Asks for a page; resolves with where it leads, or null when it leads nowhere. */
  async visit(address: string): Promise<string | null> {
    const { host } = new URL(address);
    const mine = [...this.cookies].filter(([name]) => name.startsWith(`${host} `));
    const cookie = mine.map(([name, value]) => `${name.split(' ')[1]}=${value}`).join('; ');
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie } });
    await answer.body?.cancel();
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(`${host} ${name}`);
      else this.cookies.set(`${host} ${name}`, value);
    }
    const to = answer.headers.get('location');
    return to === null ? null : new URL(to, address).href;
  }

  /** Shows at another address what it keeps for one, as a browser does when both stand behind a third. */
  takeAlong(from: string, to: string): void {
    const [there, here] = [new URL(from).host, new URL(to).host];
    for (const [name, value] of [...this.cookies]) {
      const [host, cookie = ''] = name.split(' ');
      if (host === there) this.cookies.set(`${here} ${cookie}`, value);
    }
  }

  /** Goes on from page to page until one is of this address, which is not visited any more, or leads nowhere. */
  async follow(address: string, until: string): Promise<string | null> {
    let at: string | null = await this.visit(address);
    for (let steps = 0; at !== null && !at.startsWith(until) && steps < 10; steps++) at = await this.visit(at);
    return at;
  }
}
