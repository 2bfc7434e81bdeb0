/** So long after loading, fetching the rest of the app no longer takes anything from what people came for, ms. */
const START_AFTER_MS = 5_000;

/**
 * Has the browser keep the whole app on this device, for when there is no network. Does nothing where it cannot: on a
 * plain http address of the local network, with storage blocked, and while developing.
 */
export function keepAppOnDevice(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const start = () =>
    setTimeout(() => {
      // Where a worker is at it already, the browser itself asks for a newer one at every visit.
      if (!navigator.onLine || navigator.serviceWorker.controller) return;
      // Blocked, full or offline: the app works as well without, and the next visit tries again.
      navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => undefined);
    }, START_AFTER_MS);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}
