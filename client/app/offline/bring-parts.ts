import { bringParts } from '../../panels/part.ts';

/** So long after loading, what people came for has long been fetched, ms. */
const START_AFTER_MS = 10_000;

/**
 * Has the page fetch its parts before they are wanted. The service worker keeps them too, but there is none on a plain http
 * address, and it starts only with the next version when that comes in the first seconds. From then on the page looks for newer
 * versions as well. Does nothing while developing.
 */
export function bringPartsInTime(): void {
  if (!import.meta.env.PROD) return;
  const bring = () => {
    void bringParts().catch(() => undefined);
    import('./look-for-version.ts').then(
      ({ watchForNewVersion }) => watchForNewVersion(),
      () => undefined,
    );
  };
  const start = () => setTimeout(bring, START_AFTER_MS);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}
