import { pixelRatio } from './pixel-ratio.ts';

/** A canvas as fine as the screen it is on, drawn on in CSS px from its top left corner. */
export class Surface {
  readonly canvas = document.createElement('canvas');
  readonly #ctx: CanvasRenderingContext2D;
  #ratio = 1;

  /** Throws where the browser gives no context to draw on. */
  constructor() {
    const ctx = this.canvas.getContext('2d');
    if (!ctx) throw new Error('this browser gives no canvas to draw on');
    this.#ctx = ctx;
    Object.assign(this.canvas.style, { display: 'block', position: 'absolute', left: '0', top: '0' });
  }

  /** Makes it so many CSS px large, as fine as the screen is now. What was drawn is gone. */
  resize(width: number, height: number): void {
    this.#ratio = pixelRatio();
    this.canvas.width = Math.floor(width * this.#ratio);
    this.canvas.height = Math.floor(height * this.#ratio);
    Object.assign(this.canvas.style, { width: `${width}px`, height: `${height}px` });
  }

  /** Draws over what is there. What `paint` changes of the context's state ends with it. */
  draw(paint: (ctx: CanvasRenderingContext2D) => void): void {
    const ctx = this.#ctx;
    ctx.save();
    ctx.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    try {
      paint(ctx);
    } finally {
      ctx.restore();
    }
  }

  /** Takes away all that was drawn. */
  clear(): void {
    this.#ctx.clearRect(0, 0, this.canvas.width, this.canvas.height);
  }

  destroy(): void {
    // Safari gives a canvas's memory back only when it is empty.
    this.canvas.width = 0;
    this.canvas.height = 0;
    this.canvas.remove();
  }
}
