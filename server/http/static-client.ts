import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.ts';

/** Addresses of the app itself: all are the one page, which reads the address. */
const PAGES = ['/', '/join', '/about', '/c/:id'] as const;

/** Serves the built client. Files in `assets/` carry a hash in their name and may be kept for ever; the page may not. */
export async function staticClient(app: FastifyInstance, clientDir: string): Promise<void> {
  if (!existsSync(join(clientDir, 'index.html'))) {
    for (const page of PAGES) {
      app.get(page, async () => {
        throw new Problem('not-found', 'the client is not built; run npm run build');
      });
    }
    return;
  }
  await app.register(fastifyStatic, {
    root: clientDir,
    index: false,
    wildcard: true,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      const hashed = path.includes('/assets/') || path.includes('\\assets\\');
      response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  for (const page of PAGES) app.get(page, (_request, reply) => reply.sendFile('index.html'));
}
