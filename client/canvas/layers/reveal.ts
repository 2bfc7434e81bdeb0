import type { ClothContext } from '../canvas-handle.ts';

/** How long hidden words take to show, and shown ones to hide, ms. */
const FADE_MS = 900;

/**
 * When the facilitator hides all words or reveals them, the cloth changes from the one picture to the other in one slow
 * breath: what the canvases show at that moment lies on top and fades. Returns how to stop.
 */
export function fadeWhenRevealed(host: HTMLElement, { session, canvas }: ClothContext): () => void {
  let end = () => {};
  const stop = session.live.subscribe((now, before) => {
    // A page that only now hears of the session has nothing to change from.
    if (!before || now?.hidden === before.hidden) return;
    end();
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) end = fade(host, canvas.camera.subscribe);
  });
  return () => {
    stop();
    end();
  };
}

/** Lays the present picture over the host and fades it; a camera that moves ends it at once. */
function fade(host: HTMLElement, onCamera: (listener: () => void) => () => void): () => void {
  const past = pictureOf(host);
  host.append(past);
  const fading = past.animate({ opacity: [1, 0] }, { duration: FADE_MS, easing: 'ease-in-out', fill: 'forwards' });
  const end = () => {
    stopListening();
    fading.cancel();
    past.remove();
  };
  const stopListening = onCamera(end);
  fading.onfinish = end;
  return end;
}

/** All canvases of the host as they are shown now, as one. */
function pictureOf(host: HTMLElement): HTMLCanvasElement {
  const frame = host.getBoundingClientRect();
  const picture = document.createElement('canvas');
  const ratio = devicePixelRatio;
  picture.width = Math.round(frame.width * ratio);
  picture.height = Math.round(frame.height * ratio);
  Object.assign(picture.style, {
    position: 'absolute',
    inset: '0',
    width: '100%',
    height: '100%',
    pointerEvents: 'none',
  });
  const ctx = picture.getContext('2d');
  for (const canvas of host.querySelectorAll('canvas')) {
    // One that is kept for later shows nothing, and cannot be copied.
    if (canvas.width === 0 || canvas.height === 0) continue;
    const { left, top, width, height } = canvas.getBoundingClientRect();
    ctx?.drawImage(canvas, (left - frame.left) * ratio, (top - frame.top) * ratio, width * ratio, height * ratio);
  }
  return picture;
}
