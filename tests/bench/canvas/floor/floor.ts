/**
 * The least a program can do to show this scene on a canvas: on every step it draws all that is in view again, with the
 * product's own painters, so that it is the very same picture, and does nothing else: no document, no others, no panels.
 */

import { loadClothFont } from '../../../../client/fonts/cloth-font.ts';
import { overlaps } from '../../../../shared/layout/box.ts';
import { shiftItem } from '../../../../shared/layout/item-shape.ts';
import type { ItemShape, Scene, TieShape } from '../../../../shared/layout/shapes.ts';
import { tiePath } from '../../../../shared/layout/tie-path.ts';
import type { Point } from '../../../../shared/model/schema.ts';
import { paintInitiative } from '../../../../shared/paint/initiative.ts';
import { paintItems } from '../../../../shared/paint/items.ts';
import { paintSeats } from '../../../../shared/paint/seats.ts';
import { paintSheet } from '../../../../shared/paint/sheet.ts';
import { paintTies } from '../../../../shared/paint/ties.ts';
import { tieShape } from '../../../../shared/scene/tie-shape.ts';

/** What the benchmark asks of the page. */
export interface Floor {
  look(view: { readonly x: number; readonly y: number; readonly zoom: number }): void;
  /** The items that a drag moves. */
  hold(ids: readonly string[]): void;
  /** The item in which keys are written. */
  write(id: string): void;
  /** Moves items at 30 Hz, as messages from others would; resolves after so many updates. */
  remote(ids: readonly string[], updates: number): Promise<void>;
  readonly scene: Scene;
}

declare global {
  interface Window {
    floor?: Floor;
    interactiveAt?: number;
  }
}

const canvas = document.querySelector('canvas');
const ctx = canvas?.getContext('2d');
if (!canvas || !ctx) throw new Error('no canvas to draw on');
canvas.width = window.innerWidth;
canvas.height = window.innerHeight;

const response = await fetch('/scene.json');
const scene = (await response.json()) as Scene;
const items = new Map(scene.items.map((item) => [item.id, item]));
let ties: readonly TieShape[] = scene.ties;
const home = new Map(items);
const camera = { x: 0, y: 0, zoom: 1 };
let due = 0;

function draw(): void {
  due = 0;
  if (!canvas || !ctx) return;
  const { x, y, zoom } = camera;
  const [w, h] = [canvas.width, canvas.height];
  const seen = { x: x - w / 2 / zoom, y: y - h / 2 / zoom, w: w / zoom, h: h / zoom };
  const options = { pxPerMm: zoom };
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, w, h);
  ctx.setTransform(zoom, 0, 0, zoom, w / 2 - x * zoom, h / 2 - y * zoom);
  paintSheet(ctx, scene.sheet, options);
  paintSeats(
    ctx,
    scene.seats.filter((seat) => overlaps(seat.box, seen)),
    options,
  );
  paintTies(
    ctx,
    ties.filter((tie) => overlaps(tie.box, seen)),
    options,
  );
  paintInitiative(ctx, scene.initiative, options);
  paintItems(
    ctx,
    [...items.values()].filter((item) => overlaps(item.extent, seen)),
    options,
  );
}

function redraw(): void {
  if (due === 0) due = requestAnimationFrame(draw);
}

function move(ids: readonly string[], [dx, dy]: Point): void {
  const moved = new Set(ids);
  for (const id of ids) {
    const shape = home.get(id);
    if (shape) items.set(id, shiftItem(shape, dx, dy));
  }
  const end = (id: string) => items.get(id) ?? scene.initiative;
  ties = ties.map((tie) =>
    moved.has(tie.from) || moved.has(tie.to) ? tieShape(tie, [tiePath(end(tie.from), end(tie.to))], tie.direct) : tie,
  );
  redraw();
}

window.addEventListener(
  'wheel',
  (event) => {
    event.preventDefault();
    if (event.ctrlKey) camera.zoom *= Math.exp(-event.deltaY * 0.0022);
    else {
      camera.x += event.deltaX / camera.zoom;
      camera.y += event.deltaY / camera.zoom;
    }
    redraw();
  },
  { passive: false },
);

let held: readonly string[] = [];
let grip: Point | null = null;
window.addEventListener('pointerdown', (event) => {
  grip = [event.clientX, event.clientY];
});
window.addEventListener('pointerup', () => {
  grip = null;
});
window.addEventListener('pointermove', (event) => {
  if (grip) move(held, [(event.clientX - grip[0]) / camera.zoom, (event.clientY - grip[1]) / camera.zoom]);
});

let written: ItemShape | null = null;
window.addEventListener('keydown', ({ key }) => {
  if (!written || key.length > 1) return;
  const { text } = written;
  const lines = [...text.lines.slice(0, -1), `${text.lines.at(-1) ?? ''}${key}`];
  written = { ...written, text: { ...text, lines } };
  items.set(written.id, written);
  redraw();
});

window.floor = {
  scene,
  look(view) {
    Object.assign(camera, view);
    redraw();
  },
  hold(ids) {
    held = ids;
  },
  write(id) {
    written = items.get(id) ?? null;
  },
  remote: (ids, updates) =>
    new Promise((done) => {
      let nth = 0;
      const timer = setInterval(() => {
        nth++;
        move(ids, [nth * 2, nth]);
        if (nth < updates) return;
        clearInterval(timer);
        done();
      }, 1_000 / 30);
    }),
};

await loadClothFont();
draw();
requestAnimationFrame(() => {
  window.interactiveAt = performance.now();
});
