const TO_FOCUS = 'button:not(:disabled), textarea, input:not(:disabled), a[href], [tabindex="0"]';
/** What one stays in, when what had the keyboard is gone. */
const WITHIN = 'aside, section, form, [role="group"], header, ul';

/**
 * Never leaves the keyboard nowhere: when what had it is taken away or can be pressed no longer, it goes to what took that
 * place in the smallest part of the page that is still there, else to the cloth. Returns how to stop.
 */
export function keepFocus(page: HTMLElement, toCloth: () => void): () => void {
  const heed = new AbortController();
  let byKeyboard = false;
  let had: HTMLElement | null = null;
  let parts: { readonly part: HTMLElement; readonly at: number }[] = [];
  const note = ({ target }: Event) => {
    if (!(target instanceof HTMLElement)) return;
    had = target;
    parts = [];
    for (let part = target.parentElement?.closest<HTMLElement>(WITHIN); part; ) {
      parts.push({ part, at: stopsIn(part).indexOf(target) });
      part = part.parentElement?.closest<HTMLElement>(WITHIN);
    }
  };
  const look = () => {
    const now = document.activeElement;
    const isLost =
      had !== null && (now === document.body || now === had) && (!had.isConnected || had.matches(':disabled'));
    if (!isLost || !byKeyboard) return;
    had = null;
    for (const { part, at } of parts) {
      const stops = part.isConnected && page.contains(part) ? stopsIn(part) : [];
      const next = stops[Math.min(Math.max(at, 0), stops.length - 1)];
      if (next) return next.focus();
    }
    toCloth();
  };
  const options = { capture: true, signal: heed.signal };
  page.addEventListener('focusin', note, options);
  window.addEventListener('keydown', () => (byKeyboard = true), options);
  window.addEventListener('pointerdown', () => (byKeyboard = false), options);
  // A microtask after the change: what takes the keyboard itself has had its turn by the next frame.
  const changes = new MutationObserver(() => requestAnimationFrame(look));
  changes.observe(page, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  return () => {
    heed.abort();
    changes.disconnect();
  };
}

function stopsIn(part: HTMLElement): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(TO_FOCUS)].filter(
    (element) => element.tabIndex >= 0 && element.getClientRects().length > 0,
  );
}
