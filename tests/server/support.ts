import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Logger } from 'pino';
import { expect, onTestFinished } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import * as syncProtocol from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { createServer, type Server } from '../../server/app/app.ts';
import { type Config, type Limits, readConfig } from '../../server/core/config.ts';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { MESSAGE } from '../../shared/model/protocol.ts';
import { type NewCloth, newCloth } from '../support/program.ts';

/** What a test wants otherwise than an operator gets by default. */
export type Overrides = Partial<Omit<Config, 'limits'>> & { readonly limits?: Partial<Limits> };

export interface TestServer extends Server {
  readonly config: Config;
  /** `ws://127.0.0.1:<port>/sync` */
  readonly syncUrl: string;
}

/** A real server in this process, on a free port of the loopback and a fresh data directory, closed after the test. */
export async function startServer(overrides: Overrides = {}, log?: Logger): Promise<TestServer> {
  const dataDir = overrides.dataDir ?? (await freshDirectory());
  const defaults = readConfig({ PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: process.env.TEST_LOG ?? 'silent' });
  const config: Config = { ...defaults, dataDir, ...overrides, limits: { ...defaults.limits, ...overrides.limits } };
  const server = await createServer(config, log);
  onTestFinished(async () => {
    await server.close();
  });
  return { ...server, config, syncUrl: `${server.url.replace('http', 'ws')}/sync` };
}

/** An empty directory that is gone after the test. */
export async function freshDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'tafelkleed-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** On a machine that has much else to do a second's work takes ten; what never comes costs this only when it fails. */
const PATIENCE_MS = 30_000;

/** Asks a condition again and again until it holds; fails with `what` when it never does. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The stock client, as another program would use it, without the shortcut between tabs. Destroyed after the test. */
export function stockClient(
  server: Pick<TestServer, 'syncUrl'>,
  id: string,
  key: string,
  doc = new Y.Doc(),
  socket = WebSocket as unknown as typeof globalThis.WebSocket,
): { readonly doc: Y.Doc; readonly provider: WebsocketProvider } {
  const provider = new WebsocketProvider(server.syncUrl, id, doc, {
    params: { key },
    WebSocketPolyfill: socket,
    disableBc: true,
  });
  // The stock client writes an error to the console for each message that it does not know.
  provider.messageHandlers[MESSAGE.session] = () => undefined;
  provider.messageHandlers[MESSAGE.warning] = () => undefined;
  provider.messageHandlers[MESSAGE.lead] = () => undefined;
  onTestFinished(() => provider.destroy());
  return { doc, provider };
}

/** Resolves when the stock client has the server's document. */
export function synced(provider: WebsocketProvider): Promise<void> {
  return until('the client is in step with the server', () => provider.synced);
}

/** Sends an ack and resolves when it comes back: everything this client wrote is durable. */
export function durable(provider: WebsocketProvider, ack: number): Promise<void> {
  return new Promise((resolve) => {
    const handlers = provider.messageHandlers;
    const earlier = handlers[MESSAGE.ack];
    handlers[MESSAGE.ack] = (encoder, decoder, ...rest) => {
      const returned = decoding.readVarUint(decoding.clone(decoder));
      if (returned === ack) resolve();
      earlier?.(encoder, decoder, ...rest);
    };
    provider.ws?.send(frame(MESSAGE.ack, (encoder) => encoding.writeVarUint(encoder, ack)));
  });
}

export function frame(message: number, write: (encoder: encoding.Encoder) => void): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, message);
  write(encoder);
  return new Uint8Array(encoding.toUint8Array(encoder));
}

/** A frame that the server took apart for a test. */
export interface Heard {
  readonly message: number;
  readonly decoder: decoding.Decoder;
}

/** A bare socket for what the stock client would never send. */
export class RawClient {
  readonly socket: WebSocket;
  readonly heard: Heard[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly doc = new Y.Doc();

  constructor(server: Pick<TestServer, 'syncUrl'>, path: string, options: ClientOptions = {}) {
    this.socket = new WebSocket(`${server.syncUrl}/${path}`, options);
    this.socket.on('error', () => undefined);
    this.socket.on('message', (data: Buffer) => {
      const decoder = decoding.createDecoder(new Uint8Array(data));
      const message = decoding.readVarUint(decoder);
      this.heard.push({ message, decoder: decoding.clone(decoder) });
      if (message === MESSAGE.sync) this.#sync(decoder);
    });
    this.closed = once(this.socket, 'close').then(([code, reason]) => ({ code, reason: String(reason) }));
    onTestFinished(() => this.socket.terminate());
  }

  /** Resolves when the server has given this client its place: it has sent the session's state. */
  async seated(): Promise<this> {
    await until('the client is seated', () => this.sessions.length > 0);
    return this;
  }

  send(bytes: Uint8Array): void {
    this.socket.send(bytes);
  }

  sendUpdate(update: Uint8Array): void {
    this.send(frame(MESSAGE.sync, (encoder) => syncProtocol.writeUpdate(encoder, update)));
  }

  sendAnswer(update: Uint8Array): void {
    const write = (encoder: encoding.Encoder): void => {
      encoding.writeVarUint(encoder, syncProtocol.messageYjsSyncStep2);
      encoding.writeVarUint8Array(encoder, update);
    };
    this.send(frame(MESSAGE.sync, write));
  }

  /** Asks for the whole document. */
  ask(): void {
    this.send(frame(MESSAGE.sync, (encoder) => syncProtocol.writeSyncStep1(encoder, this.doc)));
  }

  sendAck(ack: number): void {
    this.send(frame(MESSAGE.ack, (encoder) => encoding.writeVarUint(encoder, ack)));
  }

  sendPresence(clientId: number, clock: number, state: unknown): void {
    this.send(
      frame(MESSAGE.awareness, (encoder) => {
        const states = encoding.createEncoder();
        encoding.writeVarUint(states, 1);
        encoding.writeVarUint(states, clientId);
        encoding.writeVarUint(states, clock);
        encoding.writeVarString(states, JSON.stringify(state));
        encoding.writeVarUint8Array(encoder, encoding.toUint8Array(states));
      }),
    );
  }

  sendSession(state: unknown): void {
    this.send(frame(MESSAGE.session, (encoder) => encoding.writeVarString(encoder, JSON.stringify(state))));
  }

  // What came in of each kind, in order.

  get acks(): number[] {
    return this.#of(MESSAGE.ack).map((decoder) => decoding.readVarUint(decoder));
  }

  get sessions(): Record<string, unknown>[] {
    return this.#of(MESSAGE.session).map((decoder) => JSON.parse(decoding.readVarString(decoder)));
  }

  get places(): string[] {
    return this.#of(MESSAGE.resumeToken).map((decoder) => decoding.readVarString(decoder));
  }

  get leads(): string[] {
    return this.#of(MESSAGE.lead).map((decoder) => decoding.readVarString(decoder));
  }

  get warnings(): string[] {
    return this.#of(MESSAGE.warning).map((decoder) => JSON.parse(decoding.readVarString(decoder)).code);
  }

  /** Presence heard, in order: client id, clock and state of each. */
  get presence(): { clientId: number; clock: number; state: unknown }[] {
    return this.#of(MESSAGE.awareness).flatMap((decoder) => {
      const states = decoding.createDecoder(decoding.readVarUint8Array(decoder));
      return Array.from({ length: decoding.readVarUint(states) }, () => ({
        clientId: decoding.readVarUint(states),
        clock: decoding.readVarUint(states),
        state: JSON.parse(decoding.readVarString(states)),
      }));
    });
  }

  #of(message: number): decoding.Decoder[] {
    return this.heard.filter((heard) => heard.message === message).map(({ decoder }) => decoding.clone(decoder));
  }

  #sync(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (type !== syncProtocol.messageYjsSyncStep1) Y.applyUpdate(this.doc, bytes, 'server');
  }
}

/** A raw client of a cloth, with whatever else is to stand in the query. */
export function rawClient(
  server: Pick<TestServer, 'syncUrl'>,
  id: string,
  key: string,
  query: Record<string, string> = {},
  options: ClientOptions = {},
): RawClient {
  return new RawClient(server, `${id}?${new URLSearchParams({ key, ...query })}`, options);
}

/** A new cloth on a test's server. */
export function makeCloth(server: Pick<TestServer, 'url'>, wishes: Record<string, unknown> = {}): Promise<NewCloth> {
  return newCloth(server.url, wishes);
}

/** The initiative's name in a document. */
export function initiativeOf(doc: Y.Doc): string {
  return openCloth(doc).initiative.toString();
}

/** Calls the HTTP interface with a key. */
export function call(
  server: Pick<TestServer, 'url'>,
  method: string,
  path: string,
  {
    key,
    body,
    headers,
  }: { readonly key?: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  return fetch(`${server.url}${path}`, {
    method,
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

/** A document with a fixed client id that writes one word at a time and gives each as an update of its own. */
export function scribe(clientId: number): (word: string) => Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const { initiative } = openCloth(doc);
  return (word) => {
    const before = Y.encodeStateVector(doc);
    initiative.insert(initiative.length, word);
    return Y.encodeStateAsUpdate(doc, before);
  };
}

/** What a refused request was answered, in so far as programs may rely on it. */
export async function problemOf(answer: Response): Promise<{ status: number; code: unknown; type: string | null }> {
  const body = (await answer.json()) as { status: number; code: unknown };
  expect(body.status).toBe(answer.status);
  return { status: answer.status, code: body.code, type: answer.headers.get('content-type') };
}

/** What {@link problemOf} gives for a problem of this status and code. */
export const problem = (status: number, code: string) => ({
  status,
  code,
  type: 'application/problem+json; charset=utf-8',
});
