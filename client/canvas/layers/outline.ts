import { type Box, centreOf, grow, overlaps, unionOf } from '../../../shared/layout/box.ts';
import type { InitiativeShape, ItemShape } from '../../../shared/layout/shapes.ts';
import type { Curve } from '../../../shared/layout/tie-path.ts';
import { lyingBox } from '../../../shared/layout/turn.ts';
import type { Camera } from '../camera/camera.ts';
import { onScreen } from '../camera/on-screen.ts';
import type { LivePicture } from '../stage/live-layer.ts';
import { type Shown, shownEnd, shownTie } from './active-layer.ts';

/** Ink of all that is this person's own and passes: reads on paper and on the table. */
export const INK = { line: '#2563eb', fill: 'rgba(37, 99, 235, 0.10)', halo: '#ffffff' } as const;

/** How an outline is drawn, px: its line, and the air between it and the thing. */
export interface OutlineStyle {
  readonly width: number;
  readonly air: number;
}

/** Room for the line and its halo round a box, px. */
const BLEED = 6;
/**
 * Of more than so many things those lower than this (px) get a thin, plain frame: they stand close together, and thousands of
 * round ones in one path take a browser three times as long.
 */
const SMALL = { many: 60, below: 16, line: { width: 1, air: 1 } } as const;

/** Outlines of things (items, ties, the initiative). Null when none of them is seen. */
export function outlineOf(
  shown: Shown,
  camera: Camera,
  ids: Iterable<string>,
  { width, air }: OutlineStyle,
): LivePicture | null {
  const seen = camera.seen();
  const curves: Curve[] = [];
  const shapes: (ItemShape | InitiativeShape)[] = [];
  const boxes: Box[] = [];
  for (const id of ids) {
    const tie = shown.index.tie(id);
    const shape = tie ? shownTie(shown, tie) : shownEnd(shown, id);
    if (!shape) continue;
    const around = lyingBox(shape);
    if (!overlaps(around, seen)) continue;
    if ('path' in shape) curves.push(...shape.path);
    else shapes.push(shape);
    boxes.push(around);
  }
  const box = unionOf(boxes);
  if (!box) return null;
  const { zoom } = camera.get();
  const isSmall = ({ box }: Traced) => shapes.length > SMALL.many && box.h * zoom < SMALL.below;
  const small = shapes.filter(isSmall);
  const large = shapes.filter((shape) => !isSmall(shape));
  const paint = (ctx: CanvasRenderingContext2D) => {
    ctx.strokeStyle = INK.line;
    ctx.lineWidth = SMALL.line.width;
    for (const shape of small) strokePlain(ctx, camera, shape, SMALL.line.air);
    ctx.beginPath();
    for (const curve of curves) traceCurve(ctx, camera, curve);
    for (const shape of large) traceShape(ctx, camera, shape, air);
    ctx.strokeStyle = INK.halo;
    ctx.lineWidth = width + 2;
    ctx.globalAlpha = 0.7;
    ctx.stroke();
    ctx.globalAlpha = 1;
    ctx.strokeStyle = INK.line;
    ctx.lineWidth = width;
    ctx.stroke();
  };
  return { box: grow(onScreen(camera, box), air + BLEED), paint };
}

/** A thing that is outlined, turned or not. */
type Traced = Pick<ItemShape | InitiativeShape, 'box' | 'radius'> & { readonly turn?: number };

function strokePlain(ctx: CanvasRenderingContext2D, camera: Camera, shape: Traced, air: number): void {
  const { zoom, turn } = camera.get();
  if (shape.radius > 0 || turn + (shape.turn ?? 0) !== 0) {
    ctx.beginPath();
    traceShape(ctx, camera, shape, air);
    ctx.stroke();
    return;
  }
  const [x, y] = camera.toScreen([shape.box.x, shape.box.y]);
  ctx.strokeRect(x - air, y - air, shape.box.w * zoom + 2 * air, shape.box.h * zoom + 2 * air);
}

function traceShape(ctx: CanvasRenderingContext2D, camera: Camera, shape: Traced, air: number) {
  const { zoom, turn } = camera.get();
  const [x, y] = camera.toScreen(centreOf(shape.box));
  if (shape.radius > 0) {
    const radius = shape.radius * zoom + air;
    ctx.moveTo(x + radius, y);
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  const [w, h] = [shape.box.w * zoom, shape.box.h * zoom];
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(turn + (shape.turn ?? 0));
  ctx.roundRect(-w / 2 - air, -h / 2 - air, w + 2 * air, h + 2 * air, Math.min(8, h / 4 + air));
  ctx.restore();
}

export function traceCurve(ctx: CanvasRenderingContext2D, camera: Camera, [a, b, c, d]: Curve): void {
  ctx.moveTo(...camera.toScreen(a));
  ctx.bezierCurveTo(...camera.toScreen(b), ...camera.toScreen(c), ...camera.toScreen(d));
}
