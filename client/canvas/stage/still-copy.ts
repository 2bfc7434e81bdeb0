/**
 * Shows a copy of a canvas that is drawn seldom, in an element. A browser without a graphics card copies every 2D canvas
 * on the page to the screen with every frame, whether it was drawn or not: of a picture larger than the window that is a
 * good part of all that a keystroke costs. A canvas that shows a bitmap is copied only when it gets another.
 */
export class StillCopy {
  readonly #shown = document.createElement('canvas');
  readonly #target: ImageBitmapRenderingContext | null;
  readonly #copy: OffscreenCanvas | null;
  readonly #original: HTMLElement;

  /** `original` is the element that the drawn canvas lives in: shown itself where a browser cannot show copies. */
  constructor(host: HTMLElement, original: HTMLElement) {
    this.#original = original;
    this.#target = typeof OffscreenCanvas === 'undefined' ? null : this.#shown.getContext('bitmaprenderer');
    this.#copy = this.#target && new OffscreenCanvas(1, 1);
    host.append(this.#target ? this.#shown : original);
  }

  /** Shows the canvas as it is drawn now, `width` × `height` CSS px large. */
  show(drawn: HTMLCanvasElement, width: number, height: number): void {
    const copy = this.#copy;
    if (!copy || drawn.width === 0 || drawn.height === 0) return;
    if (copy.width !== drawn.width || copy.height !== drawn.height) {
      copy.width = drawn.width;
      copy.height = drawn.height;
    }
    copy.getContext('2d')?.drawImage(drawn, 0, 0);
    Object.assign(this.#shown.style, { display: 'block', width: `${width}px`, height: `${height}px` });
    this.#target?.transferFromImageBitmap(copy.transferToImageBitmap());
  }

  destroy(): void {
    // Large pictures are given back at once, not when the browser comes round to it.
    this.#target?.transferFromImageBitmap(null);
    this.#shown.remove();
    this.#original.remove();
  }
}
