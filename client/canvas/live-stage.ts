import { KonvaLayer, type Paint, stageOf } from './konva-layer.ts';

/** What is shown on the thin layer. */
export interface LivePart {
  /** Whether there is anything of it to draw now. */
  isEmpty(): boolean;
  readonly paint: Paint;
}

/**
 * The thin layer over the picture, as large as the canvas and drawn anew whole: below what is moving or being written,
 * above it what only passes (selection, handles, others' cursors). Both are little and mostly change together; on a
 * canvas each they would cost a second copy of the screen per frame.
 */
export class LiveStage {
  readonly #frame = document.createElement('div');
  readonly #parts: readonly LivePart[];
  readonly #layer: KonvaLayer;
  readonly #stage: ReturnType<typeof stageOf>;
  #blank = true;

  /** `parts`: from below to above. */
  constructor(host: HTMLElement, parts: readonly LivePart[]) {
    this.#parts = parts;
    Object.assign(this.#frame.style, { position: 'absolute', inset: '0', pointerEvents: 'none' });
    host.append(this.#frame);
    this.#layer = new KonvaLayer(parts.map((part) => part.paint));
    this.#stage = stageOf(this.#frame, [this.#layer]);
  }

  resize(width: number, height: number): void {
    this.#stage.resize(width, height);
  }

  draw(): void {
    const blank = this.#parts.every((part) => part.isEmpty());
    // Wiping a clean canvas would still have the browser copy it to the screen.
    if (!(blank && this.#blank)) this.#layer.draw();
    this.#blank = blank;
  }

  destroy(): void {
    this.#stage.destroy();
    this.#frame.remove();
  }
}
