/** What the browser tells of the page that a cloth is open on. */
export interface PageEvents {
  /** The page goes away, perhaps only for a while (the back button may bring it back as it was). */
  hidden(): void;
  shown(): void;
  /** The browser says that the network came or went. */
  network(): void;
}

/** Listens to the page, where there is one (not in a program outside a browser). Returns how to stop. */
export function listenToPage({ hidden, shown, network }: PageEvents): () => void {
  if (typeof window === 'undefined') return () => {};
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('pagehide', hidden, { signal });
  window.addEventListener('pageshow', shown, { signal });
  window.addEventListener('online', network, { signal });
  window.addEventListener('offline', network, { signal });
  return () => listening.abort();
}
