import { Konva } from 'konva/lib/Global.js';
import { Layer } from 'konva/lib/Layer.js';
import { Shape, type ShapeConfig } from 'konva/lib/Shape.js';
import { Stage } from 'konva/lib/Stage.js';
import { pixelRatio } from './pixel-ratio.ts';

// Frames are drawn by the board's own loop: Konva's redraw after every changed attribute would draw them twice.
Konva.autoDrawEnabled = false;

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
      // `draw` would wipe a hit canvas too, which nobody asks.
      this.node.drawScene();
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
