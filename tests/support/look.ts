import type { Page } from 'playwright-core';

/** What keeps a page from being read or pressed, each in words that name the element. */
export interface Flaws {
  /** Something wider than the page. */
  readonly sideways: string[];
  /** Words that are cut off without an ellipsis, and hints that do not fit their field. */
  readonly clipped: string[];
  /** Controls smaller than a fingertip needs. */
  readonly small: string[];
  /** Words that stand out too little from what they stand on (WCAG 2.2 AA). */
  readonly faint: string[];
  /** Controls without a name for a screen reader. */
  readonly nameless: string[];
  /** Controls that lie over each other. */
  readonly stacked: string[];
}

/** The lightest the wooden table gets: words on it are measured against that. */
const LIGHTEST_WOOD = 'rgb(107, 74, 51)';

/** Looks a page over as it stands now. `fingertip`: the least side of a control, CSS px; 0 where there is a mouse. */
export async function flawsOf(page: Page, fingertip: number): Promise<Flaws> {
  // A colour on its way to another may be neither.
  await page.evaluate(async () => {
    const changing = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(changing.map((transition) => transition.finished));
  });
  // A phone's browser makes its page as wide as what sticks out of it: only the device knows its own width.
  const width = page.viewportSize()?.width ?? 0;
  return page.evaluate(lookOver, { fingertip, width, wood: LIGHTEST_WOOD });
}

/** Runs in the page: may use nothing from outside. */
function lookOver({ fingertip, width, wood }: { fingertip: number; width: number; wood: string }): Flaws {
  const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
    const { width: wide, height: high, right, bottom, left, top } = element.getBoundingClientRect();
    const inView = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
    const shown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return (
      shown && inView && wide > 2 && high > 2 && !element.closest('[inert], .cloth-canvas, svg, [aria-hidden="true"]')
    );
  });
  const named = (element: Element) => {
    const { width, height, left, top } = element.getBoundingClientRect();
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40);
    return `<${element.tagName.toLowerCase()}> ${words} (${[left, top, width, height].map(Math.round).join(' ')})`;
  };
  /** Where it is seen: what is scrolled away lies under nothing. */
  const inSight = (element: HTMLElement) => {
    let { left, top, right, bottom } = element.getBoundingClientRect();
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (getComputedStyle(at).overflowY === 'visible') continue;
      const frame = at.getBoundingClientRect();
      left = Math.max(left, frame.left);
      top = Math.max(top, frame.top);
      right = Math.min(right, frame.right);
      bottom = Math.min(bottom, frame.bottom);
    }
    return { left, top, right, bottom };
  };
  const ownWords = (element: HTMLElement) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());

  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour: string): [number, number, number, number] => {
    if (!context) throw new Error('no canvas');
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const luminance = ([r, g, b]: readonly number[]) => {
    const part = (value = 0) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const groundOf = (element: HTMLElement) => {
    const layers: [number, number, number, number][] = [];
    for (let at: HTMLElement | null = element; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at);
      const colour = rgba(backgroundImage.includes('wood') ? wood : backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] > 0.99) break;
      // Gradients in this product are light paper.
      if (backgroundImage.includes('gradient')) {
        layers.push([242, 233, 216, 1]);
        break;
      }
    }
    return layers.reduceRight<number[]>(
      (below, [r, g, b, a]) => [r, g, b].map((value, at) => value * a + (below[at] ?? 0) * (1 - a)),
      [107, 74, 51],
    );
  };
  const contrast = (element: HTMLElement) => {
    const [light = 0, dark = 0] = [luminance(rgba(getComputedStyle(element).color)), luminance(groundOf(element))].sort(
      (x, y) => y - x,
    );
    return (light + 0.05) / (dark + 0.05);
  };

  const controls = seen.filter((element) =>
    element.matches('button, a[href], input, textarea, [role="menuitem"], summary'),
  );
  const pressable = controls.map((element) =>
    element.matches('input[type="radio"], input[type="checkbox"]') ? (element.closest('label') ?? element) : element,
  );
  const box = (element: Element) => element.getBoundingClientRect();
  /** Whether a field is too narrow for the one line that says what to write in it; a text area never shows an ellipsis. */
  const cutsItsHint = (element: HTMLElement) => {
    if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return false;
    const hint = getComputedStyle(element, '::placeholder');
    const oneLine = element instanceof HTMLInputElement || hint.whiteSpace === 'nowrap';
    const ellipsis = element instanceof HTMLInputElement && hint.textOverflow === 'ellipsis';
    if (!context || element.value !== '' || !oneLine || ellipsis) return false;
    context.font = hint.font;
    const { paddingLeft, paddingRight } = getComputedStyle(element);
    const room = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    return context.measureText(element.placeholder).width > room + 1;
  };
  return {
    sideways: document.documentElement.scrollWidth > width ? [`${document.documentElement.scrollWidth} px`] : [],
    clipped: seen
      .filter((element) => ownWords(element) && getComputedStyle(element).textOverflow !== 'ellipsis')
      .filter(
        (element) => getComputedStyle(element).overflow !== 'visible' && element.scrollWidth > element.clientWidth + 1,
      )
      .filter((element) => element.clientWidth > 2)
      .concat(seen.filter(cutsItsHint))
      .map(named),
    small: pressable
      .filter((element) => box(element).width < fingertip || box(element).height < fingertip)
      .filter((element) => !(element.matches('a') && getComputedStyle(element).display === 'inline'))
      .map(named),
    faint: seen
      .filter((element) => ownWords(element) && !element.closest(':disabled'))
      .filter((element) => {
        const { fontSize, fontWeight } = getComputedStyle(element);
        const large =
          Number.parseFloat(fontSize) >= 24 || (Number.parseFloat(fontSize) >= 18.6 && Number(fontWeight) >= 700);
        return contrast(element) < (large ? 3 : 4.5);
      })
      .map((element) => `${named(element)} ${contrast(element).toFixed(2)}`),
    nameless: controls
      .filter((element) => {
        const labels = (element as HTMLInputElement).labels;
        const label = element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? '';
        return label.trim() === '';
      })
      .map(named),
    stacked: pressable.flatMap((element, at) =>
      pressable.slice(at + 1).flatMap((other) => {
        if (element.contains(other) || other.contains(element)) return [];
        const [a, b] = [inSight(element), inSight(other)];
        const over =
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
        return over ? [`${named(element)} and ${named(other)}`] : [];
      }),
    ),
  };
}
