import { KonvaLayer, stageOf } from './konva-layer.ts';

/** Draws on a cleared context whose unit is the CSS px, from the canvas's top left corner. */
export type PaintLayer = (ctx: CanvasRenderingContext2D) => void;

/**
 * The two thin layers over the picture, as large as the canvas and drawn anew whole: `active` has what is moving or being
 * written, `overlay` what only passes (selection, handles, others' cursors). Both hold little, so they cost little.
 */
export class LiveStage {
  readonly #frame = document.createElement('div');
  readonly #layers: { readonly active: KonvaLayer; readonly overlay: KonvaLayer };
  readonly #stage: ReturnType<typeof stageOf>;

  constructor(host: HTMLElement, paint: { readonly active: PaintLayer; readonly overlay: PaintLayer }) {
    Object.assign(this.#frame.style, { position: 'absolute', inset: '0', pointerEvents: 'none' });
    host.append(this.#frame);
    this.#layers = { active: new KonvaLayer(paint.active), overlay: new KonvaLayer(paint.overlay) };
    this.#stage = stageOf(this.#frame, [this.#layers.active, this.#layers.overlay]);
  }

  resize(width: number, height: number): void {
    this.#stage.resize(width, height);
  }

  draw(which: 'active' | 'overlay'): void {
    this.#layers[which].draw();
  }

  destroy(): void {
    this.#stage.destroy();
    this.#frame.remove();
  }
}
