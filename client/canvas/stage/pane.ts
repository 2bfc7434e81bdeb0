import { Konva } from 'konva/lib/Global.js';
import { Layer } from 'konva/lib/Layer.js';
import { Shape } from 'konva/lib/Shape.js';
import { Stage } from 'konva/lib/Stage.js';
import { pixelRatio } from './pixel-ratio.ts';

// We say when something is drawn: once a frame, and only what has something new to show.
Konva.autoDrawEnabled = false;

/**
 * A layer of Konva on a stage of its own, which is only as large as what is on it: every drawn canvas is copied to the screen
 * by its whole size. One shape draws all of it, with our own painters. It listens to nothing, so Konva keeps no second
 * canvas to find out what was hit.
 */
export class Pane {
  readonly canvas: HTMLCanvasElement;
  readonly #stage: Stage;
  readonly #layer = new Layer({ listening: false, clearBeforeDraw: false });
  #paint: ((ctx: CanvasRenderingContext2D) => void) | null = null;

  /** Fills `container`. Throws where the browser gives no context to draw on. */
  constructor(container: HTMLDivElement) {
    this.canvas = this.#layer.getNativeCanvasElement();
    const ctx = this.canvas.getContext('2d');
    if (!ctx) throw new Error('this browser gives no canvas to draw on');
    // When Konva draws on its own account, because the pane has another size or the window is shown again, there is nothing to do.
    const shape = new Shape({ listening: false, perfectDrawEnabled: false, sceneFunc: () => this.#paint?.(ctx) });
    this.#layer.add(shape);
    this.#stage = new Stage({ container, width: 0, height: 0, listening: false });
    this.#stage.add(this.#layer);
  }

  /** Makes it so many CSS px large, as fine as the screen is now. What was drawn is gone. */
  resize(width: number, height: number): void {
    const canvas = this.#layer.getCanvas();
    if (canvas.getPixelRatio() !== pixelRatio()) canvas.setPixelRatio(pixelRatio());
    this.#stage.size({ width, height });
  }

  /** Draws over what is there, in CSS px from the top left corner. What `paint` changes of the context's state ends with it. */
  draw(paint: (ctx: CanvasRenderingContext2D) => void): void {
    this.#paint = paint;
    try {
      this.#layer.draw();
    } finally {
      this.#paint = null;
    }
  }

  /** Takes away all that was drawn. */
  clear(): void {
    this.#layer.clear();
  }

  destroy(): void {
    this.#stage.destroy();
  }
}
