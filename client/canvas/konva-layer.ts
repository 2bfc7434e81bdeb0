import { Konva } from 'konva/lib/Global.js';
import { Layer } from 'konva/lib/Layer.js';
import { Shape, type ShapeConfig } from 'konva/lib/Shape.js';
import { Stage } from 'konva/lib/Stage.js';

// Frames are drawn by the board's own loop: Konva's redraw after every changed attribute would draw them twice.
Konva.autoDrawEnabled = false;

/** Screens finer than this show no difference on words in motion, and the canvases would be four times as large. */
const MOST_PIXEL_RATIO = 2;

/** Device pixels per CSS px that the canvases are drawn at. */
export function pixelRatio(): number {
  return Math.min(MOST_PIXEL_RATIO, window.devicePixelRatio || 1);
}

/** Draws on a canvas's own context, whose unit is the CSS px, from its top left corner. */
export type Paint = (ctx: CanvasRenderingContext2D) => void;

/** One Konva layer with one shape that draws everything on it, and no hit canvas: what is hit is known from the scene. */
export class KonvaLayer {
  readonly node = new Layer({ listening: false });
  #drawing = false;

  /** `keep` leaves what was drawn before. */
  constructor(paint: Paint, keep = false) {
    this.node.clearBeforeDraw(!keep);
    const sceneFunc: ShapeConfig['sceneFunc'] = ({ _context }) => {
      // Adding a layer to a stage draws it at once, before there is anything to draw.
      if (this.#drawing) paint(_context);
    };
    this.node.add(new Shape({ listening: false, perfectDrawEnabled: false, sceneFunc }));
  }

  /** What it is drawn on. */
  get canvas(): HTMLCanvasElement {
    return this.node.getNativeCanvasElement();
  }

  draw(): void {
    this.#drawing = true;
    try {
      this.node.draw();
    } finally {
      this.#drawing = false;
    }
  }
}

/** A Konva stage of these layers in an element that lets all pointers through. */
export function stageOf(
  frame: HTMLDivElement,
  layers: readonly KonvaLayer[],
): { resize(w: number, h: number): void; destroy(): void } {
  const stage = new Stage({ container: frame, width: 1, height: 1, listening: false });
  for (const layer of layers) stage.add(layer.node);
  return {
    resize(width, height) {
      for (const layer of layers) layer.node.getCanvas().setPixelRatio(pixelRatio());
      stage.size({ width, height });
    },
    destroy: () => {
      stage.destroy();
    },
  };
}
