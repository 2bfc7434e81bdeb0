/** Tells how much of the lower side of an element an on-screen keyboard covers, px, while somebody writes. */
export class KeyboardCover {
  readonly #host: HTMLElement;
  readonly #changed: (covered: number) => void;
  #listening: AbortController | null = null;
  #covered = 0;

  constructor(host: HTMLElement, changed: (covered: number) => void) {
    this.#host = host;
    this.#changed = changed;
  }

  start(): void {
    const viewport = window.visualViewport;
    if (!viewport || this.#listening) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    viewport.addEventListener('resize', this.#measure, { signal });
    viewport.addEventListener('scroll', this.#measure, { signal });
    this.#measure();
  }

  stop(): void {
    this.#listening?.abort();
    this.#listening = null;
    this.#covered = 0;
  }

  readonly #measure = (): void => {
    const viewport = window.visualViewport;
    if (!viewport) return;
    const { bottom } = this.#host.getBoundingClientRect();
    const covered = Math.max(0, Math.round(bottom - viewport.offsetTop - viewport.height));
    if (covered === this.#covered) return;
    this.#covered = covered;
    this.#changed(covered);
  };
}
