import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { SHEET_ADDRESSES, SHEETS } from '../../shared/model/sheets.ts';
import { chooseLanguage, LANGUAGES } from '../../shared/text/language.ts';
import { earlyFiles } from './early-files.ts';
import { Problem, sendProblem } from './problem.ts';

/** Addresses of the app itself: all are the one page, which reads the address. */
const CLOTH = `/${SHEET_ADDRESSES.cloth.page}/:id`;
const PAGES = ['/', '/join', '/about', ...SHEETS.map((sheet) => `/${SHEET_ADDRESSES[sheet].page}/:id`)];

/**
 * Serves the built client. Files in `assets/` carry a hash in their name and may be kept for ever; the page may not. At an
 * address that leads nowhere people get the page too, which says so; programs get problem details.
 */
export async function staticClient(app: FastifyInstance, clientDir: string): Promise<void> {
  if (!existsSync(join(clientDir, 'index.html'))) {
    for (const page of PAGES) {
      app.get(page, async () => {
        throw new Problem('not-found', 'the client is not built; run npm run build');
      });
    }
    app.setNotFoundHandler((_request, reply) => sendProblem(reply, new Problem('not-found')));
    return;
  }
  await app.register(fastifyStatic, {
    root: clientDir,
    index: false,
    wildcard: true,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/') || path.includes('\\assets\\');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const early = new Map(LANGUAGES.map((language) => [language, earlyFiles(clientDir, language)]));
  for (const page of PAGES) {
    app.get(page, ({ headers }, reply) => {
      const files = early.get(chooseLanguage((headers['accept-language'] ?? '').split(/[,;]/)));
      if (page === CLOTH && files) reply.header('link', files).header('vary', 'accept-language');
      return reply.sendFile('index.html');
    });
  }
  app.setNotFoundHandler((request, reply) =>
    isVisit(request)
      ? // Whole every time: an answer to "has it changed?" would leave an empty page.
        reply.status(404).sendFile('index.html', { etag: false, lastModified: false })
      : sendProblem(reply, new Problem('not-found')),
  );
}

/** Whether a person's browser asks for a page, rather than a program or a page for one of its parts. */
function isVisit({ method, url, headers }: FastifyRequest): boolean {
  const isPage = (headers.accept ?? '').split(',').some((type) => type.trim().startsWith('text/html'));
  return (method === 'GET' || method === 'HEAD') && isPage && !/^\/(api|sync)(\/|\?|$)/.test(url);
}
