/**
 * The service worker: keeps the whole app of one build on the device, so that it opens without the network, every dialog
 * included. A program of its own (built to /service-worker.js), outside the page.
 *
 * Which app is shown: a page always comes from the server while that answers, so a new version is there on the first
 * visit; the kept one is for when it does not. Of the interface (/api), the socket and everything else nothing is kept.
 */

/** What the build puts here (vite.config.ts): a name that differs for every build, and all files of the app. */
declare const BUILD: { readonly name: string; readonly files: readonly string[]; readonly entry: string };

/** The parts of the worker's own world that are used here; TypeScript's types for it and for the page exclude each other. */
interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

const worker = self as unknown as Worker;
const PREFIX = 'tafelkleed-app-';
const CACHE = PREFIX + BUILD.name;
const PAGE = '/';
/** Where the app's pages are; see `routeOf`. */
const PAGES = /^\/(?:|join\/?|about\/?|c\/[^/]+\/?)$/;
/** A server that does not answer for so long counts as out of reach for opening the page, ms. */
const PATIENCE_MS = 5_000;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (PAGES.test(pathname)) event.respondWith(page(request));
  } else if (BUILD.files.includes(pathname) || pathname.startsWith('/assets/')) event.respondWith(file(request));
});

/** All files or none: a build of which a part is missing is not kept. */
async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  try {
    const index = await fetch(PAGE, { cache: 'no-store' });
    // While the server is being replaced its page may be of another build than this worker.
    if (!index.ok || !(await index.clone().text()).includes(BUILD.entry)) throw new Error('this is another build');
    await cache.put(PAGE, index);
    await cache.addAll(BUILD.files);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  await worker.skipWaiting();
}

/** Of earlier builds the last one stays: pages that are still open load their dialogs from it. */
async function activate(): Promise<void> {
  const earlier = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(earlier.slice(0, -1).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function page(request: Request): Promise<Response> {
  const kept = async () => (await caches.open(CACHE)).match(PAGE);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    // A gateway that cannot reach the server says so with a page of its own.
    return answer.status < 500 ? answer : ((await kept()) ?? answer);
  } catch (error) {
    const index = await kept();
    if (index) return index;
    throw error;
  }
}

/** Names of files change with what is in them, so a kept one is never out of date. */
async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
