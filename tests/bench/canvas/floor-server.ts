import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Scene } from '../../../shared/layout/shapes.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** Builds the floor page and serves it with its scene, on a free port of this machine. */
export async function serveFloor(scene: Scene): Promise<{ readonly url: string; close(): Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'tafelkleed-floor-'));
  const root = fileURLToPath(new URL('./floor', import.meta.url));
  await build({ configFile: false, root, logLevel: 'error', build: { outDir, emptyOutDir: true, target: 'es2022' } });
  const drawn = JSON.stringify(scene);
  const server = createServer(async (request, response) => {
    const path = normalize(request.url === '/' ? '/index.html' : (request.url ?? '/'));
    if (path === '/scene.json') {
      response.setHeader('content-type', 'application/json').end(drawn);
      return;
    }
    try {
      const body = await readFile(join(outDir, path));
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream').end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
