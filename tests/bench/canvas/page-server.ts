import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

export interface ServedPage {
  readonly url: string;
  /** What the page finds at a path from now on; sent as JSON. */
  give(path: string, data: unknown): void;
  close(): Promise<void>;
}

/**
 * Builds the page in a folder beside this file and serves it on a free port of this machine; what it does not have itself is
 * looked for in `besides`: folders, or under a path one file.
 */
export async function servePage(folder: string, besides: Readonly<Record<string, string>> = {}): Promise<ServedPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'tafelkleed-page-'));
  const root = fileURLToPath(new URL(`./${folder}`, import.meta.url));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 10_000 },
  });
  const given = new Map<string, string>();
  const fileOf = (path: string) => {
    const [from] = Object.keys(besides).filter((prefix) => path.startsWith(prefix));
    return from === undefined ? join(outDir, path) : join(besides[from] ?? '', path.slice(from.length));
  };
  const server = createServer(async (request, response) => {
    const path = normalize(request.url === '/' ? '/index.html' : (request.url ?? '/'));
    response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
    try {
      response.end(given.get(path) ?? (await readFile(fileOf(path))));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    give: (path, data) => given.set(path, JSON.stringify(data)),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
