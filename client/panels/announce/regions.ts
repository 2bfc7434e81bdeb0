/** The parts of the page round a cloth, in the order of the page: the cloth itself, bars, a panel at the side, a place to write. */
const REGIONS = [
  '.cloth-canvas',
  'header:not(aside *)',
  '[data-tools]',
  'aside',
  '[data-legend]',
  'form:has(textarea):not(aside *)',
  '[data-zoom]',
  '[data-palette]',
].join();

const TO_FOCUS =
  '[role="treeitem"][tabindex="0"], button:not(:disabled), textarea, input:not(:disabled), a[href], [tabindex="0"]';

/** Takes the keyboard to the next part of the page, or with -1 to the one before; round and round. `parts`: a selector of them. */
export function goToRegion(by: 1 | -1, parts = REGIONS): void {
  const dialog = document.querySelector('[role="dialog"], [role="alertdialog"]');
  // What lies over the page keeps the keyboard until it is closed.
  if (dialog?.contains(document.activeElement)) return;
  const regions = [...document.querySelectorAll<HTMLElement>(parts)].filter(isReachable);
  const at = regions.findLastIndex((region) => region.contains(document.activeElement));
  for (let step = 1; step <= regions.length; step++) {
    const from = at < 0 && by < 0 ? 0 : at;
    const region = regions[(from + step * by + regions.length * 2) % regions.length];
    const target = region && (region.matches('.cloth-canvas') ? region : firstIn(region));
    target?.focus();
    if (target && document.activeElement === target) return;
  }
}

function firstIn(region: HTMLElement): HTMLElement | null {
  const tree = region.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]');
  return tree ?? [...region.querySelectorAll<HTMLElement>(TO_FOCUS)].find(isReachable) ?? null;
}

function isReachable(element: HTMLElement): boolean {
  return (
    element.getClientRects().length > 0 &&
    !element.closest('[inert]') &&
    getComputedStyle(element).visibility !== 'hidden'
  );
}
