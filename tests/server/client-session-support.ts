import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { type Device, openDevice } from '../../client/device/device.ts';
import { memoryStorage } from '../../client/device/device-storage.ts';
import type { ClothSession } from '../../client/document/cloth-session.ts';
import type { OpenLocalCopy } from '../../client/document/local-copy.ts';
import { openSession } from '../../client/document/open-session.ts';
import { addItems } from '../../shared/commands/items.ts';
import type { Role } from '../../shared/model/protocol.ts';
import { item } from '../support/cloth.ts';
import type { NewCloth } from '../support/program.ts';
import { until } from './support.ts';

/** A device in somebody's hands: what its browser keeps outlives the pages opened on it. */
export interface TestDevice extends Device {
  readonly openLocalCopy: OpenLocalCopy;
}

/** A device that keeps documents in a map, as a browser does in IndexedDB. */
export function newDevice(): TestDevice {
  const disk = new Map<string, Uint8Array[]>();
  const openLocalCopy: OpenLocalCopy = (name, doc) => {
    const kept = disk.get(name) ?? [];
    disk.set(name, kept);
    const keep = (update: Uint8Array, origin: unknown) => {
      if (origin !== disk) kept.push(update);
    };
    const bring = () => {
      Y.transact(
        doc,
        () => {
          for (const update of kept) Y.applyUpdate(doc, update);
        },
        disk,
      );
    };
    const loaded = Promise.resolve().then(() => {
      kept.push(Y.encodeStateAsUpdate(doc));
      bring();
      doc.on('update', keep);
      return true;
    });
    return { loaded, reread: async () => bring(), close: async () => doc.off('update', keep) };
  };
  return Object.assign(openDevice(memoryStorage()), { openLocalCopy });
}

/** A page open on a cloth, in this process, with real sockets. Closed after the test. */
export async function openPage(
  origin: string,
  cloth: NewCloth,
  role: Role = 'participant',
  device: TestDevice = newDevice(),
): Promise<ClothSession> {
  const session = await openSession({
    id: cloth.id,
    key: cloth.keys[role],
    device,
    origin,
    // ws is a WebSocket in all that the page uses of it, but not to the type of the browser's own.
    socket: WebSocket as unknown as typeof globalThis.WebSocket,
    openLocalCopy: device.openLocalCopy,
  });
  onTestFinished(() => session.close());
  return session;
}

// The stock provider listens for the end of the program, once for each page.
process.setMaxListeners(100);

let written = 0;

/** Writes an ingredient. Returns whether the page took it. */
export function write(page: ClothSession, text: string): boolean {
  const { name, seat } = page.me.getState();
  return page.perform((cloth) =>
    addItems(cloth, [item(`${text}-${++written}`, { text, seat, by: name, createdAt: written })]),
  );
}

/** The words on the cloth as a page shows them, sorted. */
export function words(page: ClothSession): string[] {
  return page.snapshot
    .getState()
    .items.map(({ text }) => text)
    .toSorted();
}

export function untilSaved(page: ClothSession): Promise<void> {
  return until('all is saved', () => page.saved.getState().kind === 'saved');
}

export function untilWords(page: ClothSession, expected: readonly string[]): Promise<void> {
  return until(
    `the cloth reads ${expected.join(', ')}`,
    () => words(page).join('\n') === expected.toSorted().join('\n'),
  );
}

/** The way between a page and the server, where things go wrong. */
export interface Network {
  /** Where pages reach the server through it. */
  readonly url: string;
  /** Leads what is opened from now on to another server. */
  leadTo(url: string): void;
  /** Breaks every connection and lets none through until `mend`. */
  cut(): void;
  mend(): void;
  /** The pages' ends of every connection break; the server's ends stay open and hear nothing more. */
  strand(): void;
  /** What the server sends does not arrive for now; what it is sent does. */
  stall(): void;
  /** What was stalled arrives. */
  flow(): void;
}

export async function network(url: string): Promise<Network> {
  let target = new URL(url);
  let broken = false;
  const pairs = new Set<{ readonly page: Socket; readonly server: Socket }>();
  const stranded = new Set<Socket>();
  const proxy = createServer((page) => {
    if (broken) {
      page.destroy();
      return;
    }
    const server = connect(Number(target.port), target.hostname);
    const pair = { page, server };
    pairs.add(pair);
    page.pipe(server);
    server.pipe(page);
    for (const [end, other] of [
      [page, server],
      [server, page],
    ] as const) {
      end.on('error', () => end.destroy());
      end.on('close', () => {
        if (!stranded.has(other)) other.destroy();
        pairs.delete(pair);
      });
    }
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const cut = () => {
    for (const { page, server } of pairs) {
      page.destroy();
      server.destroy();
    }
  };
  onTestFinished(() => {
    cut();
    for (const socket of stranded) socket.destroy();
    proxy.close();
  });
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    leadTo(url) {
      target = new URL(url);
    },
    cut() {
      broken = true;
      cut();
    },
    mend() {
      broken = false;
    },
    strand() {
      for (const { page, server } of pairs) {
        stranded.add(server);
        page.unpipe(server);
        server.unpipe(page);
        server.pause();
        page.destroy();
      }
    },
    stall() {
      for (const { page, server } of pairs) {
        server.unpipe(page);
        server.pause();
      }
    },
    flow() {
      for (const { page, server } of pairs) server.pipe(page);
    },
  };
}
