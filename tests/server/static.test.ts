import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { call, freshDirectory, problem, problemOf, startServer } from './support.ts';

async function builtClient(): Promise<string> {
  const clientDir = await freshDirectory();
  await mkdir(join(clientDir, 'assets'));
  await writeFile(join(clientDir, 'index.html'), '<!doctype html><title>Tafelkleed</title>');
  await writeFile(join(clientDir, 'assets', 'app-abc123.js'), 'plain');
  await writeFile(join(clientDir, 'assets', 'app-abc123.js.br'), 'smaller');
  return clientDir;
}

test('every address of the app is the one page, which is never kept without asking', async () => {
  const server = await startServer({ clientDir: await builtClient() });
  for (const path of ['/', '/join', '/about', '/c/abcdef', '/join?code=x']) {
    const answer = await call(server, 'GET', path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(await answer.text()).toContain('<title>Tafelkleed</title>');
  }
  const missing = await call(server, 'GET', '/c/a/b');
  expect(missing.status).toBe(404);
});

test('at an address that leads nowhere people get the page, which says so, and programs problem details', async () => {
  const server = await startServer({ clientDir: await builtClient() });
  const visit = (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}${path}`, { ...init, headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
  for (const path of ['/zomaar', '/c/a/b', '/assets/app-old.js']) {
    const page = await visit(path);
    expect(page.status).toBe(404);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('etag')).toBeNull();
    expect(await page.text()).toContain('<title>Tafelkleed</title>');
    expect(await problemOf(await call(server, 'GET', path))).toEqual(problem(404, 'not-found'));
  }
  for (const path of ['/api/zomaar', '/api', '/sync/zomaar']) {
    expect(await problemOf(await visit(path))).toEqual(problem(404, 'not-found'));
  }
  expect(await problemOf(await visit('/zomaar', { method: 'POST' }))).toEqual(problem(404, 'not-found'));
});

test('with the page of a cloth the browser hears at once of all that showing it takes, in the language it asks for', async () => {
  const clientDir = await builtClient();
  await mkdir(join(clientDir, '.vite'));
  const manifest = {
    'index.html': { file: 'assets/index-1.js' },
    'app/cloth/ClothPage.tsx': {
      file: 'assets/ClothPage-1.js',
      imports: ['_yjs-1.js'],
      css: ['assets/ClothPage-1.css'],
    },
    '_yjs-1.js': { file: 'assets/yjs-1.js', imports: ['index.html'] },
    'i18n/nl/first.ts': { file: 'assets/nl-1.js' },
    'i18n/en/first.ts': { file: 'assets/en-1.js' },
    'steps/nl.ts': { file: 'assets/steps-nl-1.js' },
    'steps/en.ts': { file: 'assets/steps-en-1.js' },
    'app/about/AboutPage.tsx': { file: 'assets/AboutPage-1.js' },
    'letters.woff2': { file: 'assets/shantell-sans-latin-500-normal-1.woff2' },
  };
  await writeFile(join(clientDir, '.vite', 'manifest.json'), JSON.stringify(manifest));
  const server = await startServer({ clientDir });
  const linksIn = async (language: string) => {
    const { headers } = await fetch(`${server.url}/c/abcdef`, { headers: { 'accept-language': language } });
    expect(headers.get('vary')).toContain('accept-language');
    return (headers.get('link') ?? '').split(', ');
  };
  expect(await linksIn('nl-BE,nl;q=0.9,en;q=0.8')).toEqual([
    '</assets/ClothPage-1.css>; rel=preload; as=style; crossorigin',
    '</assets/ClothPage-1.js>; rel=modulepreload',
    '</assets/yjs-1.js>; rel=modulepreload',
    '</assets/index-1.js>; rel=modulepreload',
    '</assets/nl-1.js>; rel=modulepreload',
    '</assets/steps-nl-1.js>; rel=modulepreload',
    '</assets/shantell-sans-latin-500-normal-1.woff2>; rel=preload; as=font; crossorigin',
  ]);
  expect(await linksIn('fr-FR')).toContain('</assets/en-1.js>; rel=modulepreload');
  expect((await call(server, 'GET', '/')).headers.get('link')).toBeNull();
});

test('files named by their content are kept for ever, and sent compressed to who takes that', async () => {
  const server = await startServer({ clientDir: await builtClient() });
  const plain = await fetch(`${server.url}/assets/app-abc123.js`, { headers: { 'accept-encoding': 'identity' } });
  expect(await plain.text()).toBe('plain');
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const missing = await call(server, 'GET', '/assets/app-old.js');
  expect(missing.status).toBe(404);
  expect(missing.headers.get('content-type')).toContain('problem+json');
  const outside = await call(server, 'GET', '/assets/..%2f..%2f..%2fetc/passwd');
  expect(outside.status).toBeGreaterThanOrEqual(400);
});

test('without a built client the interface works, and the page says what is missing', async () => {
  const server = await startServer({ clientDir: await freshDirectory() });
  const answer = await call(server, 'GET', '/');
  expect(answer.status).toBe(404);
  expect(((await answer.json()) as { detail: string }).detail).toContain('npm run build');
  expect((await call(server, 'POST', '/api/cloths')).status).toBe(201);
});
