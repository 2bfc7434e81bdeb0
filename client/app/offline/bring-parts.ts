import { bringParts } from '../../panels/part.ts';

/** So long after loading, what people came for has long been fetched, ms. */
const START_AFTER_MS = 10_000;

/**
 * Has the page fetch its parts before they are wanted. The service worker keeps them too, but there is none on a plain http
 * address, and it starts only with the next version when that comes in the first seconds. Does nothing while developing.
 */
export function bringPartsInTime(): void {
  if (!import.meta.env.PROD) return;
  const start = () => setTimeout(() => void bringParts().catch(() => undefined), START_AFTER_MS);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}
