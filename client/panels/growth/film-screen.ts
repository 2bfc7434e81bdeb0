import { type Film, newSheet, paintShot } from '../../export/film/film.ts';

/** How long one picture grows over the other, ms; shorter than any shot. */
const FADE_MS = 240;

/** A canvas of the page on which shots of a film are shown, one at a time: of those that are asked for meanwhile the last. */
export class FilmScreen {
  readonly #canvas: HTMLCanvasElement;
  readonly #stop = new AbortController();
  #wanted: { readonly film: Film; readonly nth: number; readonly fade: boolean } | null = null;
  #busy = false;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
  }

  /** Shows a shot; with `fade` it grows over the one that is there. */
  show(film: Film, nth: number, fade: boolean): void {
    this.#wanted = { film, nth, fade };
    if (!this.#busy) void this.#showAll();
  }

  /** Nothing is shown from now on. */
  end(): void {
    this.#stop.abort();
    this.#wanted = null;
  }

  async #showAll(): Promise<void> {
    this.#busy = true;
    try {
      for (let wanted = this.#wanted; wanted; wanted = this.#wanted) {
        this.#wanted = null;
        const { width, height } = this.#canvas;
        const sheet = newSheet(width, height);
        if (!sheet || !(await paintShot(wanted.film, wanted.nth, sheet, this.#stop.signal))) return;
        if (wanted.fade) await this.#grow(sheet.canvas);
        this.#draw(sheet.canvas, 1);
      }
    } catch {
      // What cannot be drawn is missed; the words beside it and the next picture are there.
    } finally {
      this.#busy = false;
    }
  }

  /** Until it is there, or another picture is wanted. */
  async #grow(picture: HTMLCanvasElement): Promise<void> {
    const before = newSheet(picture.width, picture.height);
    before?.ctx.drawImage(this.#canvas, 0, 0);
    const began = performance.now();
    for (;;) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const part = (now - began) / FADE_MS;
      if (part >= 1 || this.#wanted || this.#stop.signal.aborted) return;
      if (before) this.#draw(before.canvas, 1);
      this.#draw(picture, Math.max(0, part));
    }
  }

  #draw(picture: HTMLCanvasElement, alpha: number): void {
    const ctx = this.#canvas.getContext('2d');
    if (!ctx || this.#stop.signal.aborted) return;
    ctx.globalAlpha = alpha;
    ctx.drawImage(picture, 0, 0, this.#canvas.width, this.#canvas.height);
    ctx.globalAlpha = 1;
  }
}
