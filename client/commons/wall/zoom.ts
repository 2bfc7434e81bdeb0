/** What stands before one's eyes while one goes from the wall to a sheet. */
const NAME = 'sheet';
/** The page that follows is made within this, ms. */
const MADE_MS = 40;

/**
 * Goes from the wall to a sheet as by stepping up to it: its picture grows into the page, where the browser can do that and the
 * reader does not mind movement.
 */
export function zoomTo(element: HTMLElement | null, go: () => void): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (!element || still || !document.startViewTransition) {
    go();
    return;
  }
  element.style.viewTransitionName = NAME;
  const { ready } = document.startViewTransition(async () => {
    element.style.viewTransitionName = '';
    go();
    // No frame comes meanwhile: the page that follows is made in a task of its own.
    await new Promise((made) => setTimeout(made, MADE_MS));
  });
  // A page in the background is not animated, and need not be.
  ready.catch(() => undefined);
}
