/** Screens finer than this show no difference on words in motion, and the canvases would be four times as large. */
const MOST_PIXEL_RATIO = 2;

/** Device pixels per CSS px that the canvases are drawn at. */
export function pixelRatio(): number {
  return Math.min(MOST_PIXEL_RATIO, window.devicePixelRatio || 1);
}

/**
 * Calls back when the window comes to a finer or a coarser screen, as when it is dragged from a laptop to a projector: its
 * size in CSS px may stay the same. Returns the way to stop it.
 */
export function onPixelRatioChange(listener: () => void): () => void {
  const stop = new AbortController();
  const listen = () => {
    const same = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    const changed = () => {
      listen();
      listener();
    };
    same.addEventListener('change', changed, { once: true, signal: stop.signal });
  };
  listen();
  return () => stop.abort();
}
