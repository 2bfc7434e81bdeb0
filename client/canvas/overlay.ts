import { INITIATIVE, type Point } from '../../shared/cloth/schema.ts';
import { type Box, overlaps } from '../../shared/geometry/box.ts';
import { type Curve, tieEndAt, tiePath } from '../../shared/geometry/tie-path.ts';
import type { Preview } from '../gesture/gesture.ts';
import type { Person } from '../session/cloth-session.ts';
import { shownEnd, shownItem, shownTie } from './active-layer.ts';
import type { Camera } from './camera.ts';
import { HANDLE, type Handle } from './handles.ts';
import type { Liveness } from './liveness.ts';
import { paintCursor, paintWriting } from './people-marks.ts';
import type { SceneIndex } from './scene-index.ts';

/** Everything the overlay tells of, as it is in this frame. */
export interface OverlayState {
  readonly index: SceneIndex;
  readonly liveness: Liveness;
  readonly camera: Camera;
  readonly preview: Preview;
  readonly selection: ReadonlySet<string>;
  readonly editing: string | null;
  readonly tieFrom: string | null;
  /** Worked out only when they are drawn. */
  readonly handles: () => readonly Handle[];
  readonly people: readonly Person[];
}

/** Ink of all that is this person's own and passes: reads on paper and on the table. */
const INK = { line: '#2563eb', fill: 'rgba(37, 99, 235, 0.10)', halo: '#ffffff' } as const;
const DASH = [6, 5];

/** Paints selection, handles, marquee, the tie being drawn and the others' hands. Unit: CSS px. */
export function paintOverlay(ctx: CanvasRenderingContext2D, state: OverlayState): void {
  const { camera, preview, selection, editing, tieFrom, people } = state;
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  outline(ctx, state, selection, 2, 4);
  const pointed = [preview.hover, tieFrom].filter((id) => id !== null && id !== editing && !selection.has(id));
  outline(ctx, state, new Set(pointed.filter((id) => id !== null)), 1.5, 3);
  if (preview.tie) paintTieBeingDrawn(ctx, state, preview.tie);
  paintHandles(ctx, state.handles());
  if (preview.marquee) paintMarquee(ctx, onScreen(camera, preview.marquee));
  for (const person of people) {
    const written = person.editing && screenBox(state, person.editing);
    if (written) paintWriting(ctx, written, person);
  }
  for (const person of people) if (person.cursor) paintCursor(ctx, camera.toScreen(person.cursor), person);
}

/** Whether there is nothing to paint. */
export function isBlank({ preview, selection, tieFrom, people }: OverlayState): boolean {
  const { hover, tie, marquee } = preview;
  const own = selection.size > 0 || [hover, tieFrom, tie, marquee].some((one) => one !== null);
  return !own && people.every(({ cursor, editing }) => cursor === null && editing === null);
}

/** Outlines of all ids as one path: a thousand selected items are one stroke. */
function outline(
  ctx: CanvasRenderingContext2D,
  state: OverlayState,
  ids: ReadonlySet<string>,
  width: number,
  air: number,
) {
  if (ids.size === 0) return;
  const { index, liveness, camera } = state;
  const { zoom } = camera.get();
  const seen = camera.seen();
  ctx.beginPath();
  for (const id of ids) {
    const tie = index.tie(id);
    if (tie) {
      if (overlaps(tie.box, seen)) traceCurve(ctx, camera, shownTie(index, liveness, tie).path);
      continue;
    }
    const shape = shownEnd(index, liveness, id);
    if (!shape || !overlaps(shape.box, seen)) continue;
    if (shape.radius > 0) {
      const [x, y] = camera.toScreen(shape.centre);
      const radius = shape.radius * zoom + air;
      ctx.moveTo(x + radius, y);
      ctx.arc(x, y, radius, 0, 2 * Math.PI);
    } else {
      const { x, y, w, h } = onScreen(camera, shape.box);
      ctx.roundRect(x - air, y - air, w + 2 * air, h + 2 * air, Math.min(8, h / 4 + air));
    }
  }
  ctx.strokeStyle = INK.halo;
  ctx.lineWidth = width + 2;
  ctx.globalAlpha = 0.7;
  ctx.stroke();
  ctx.globalAlpha = 1;
  ctx.strokeStyle = INK.line;
  ctx.lineWidth = width;
  ctx.stroke();
}

function paintTieBeingDrawn(
  ctx: CanvasRenderingContext2D,
  state: OverlayState,
  { from, to, over }: NonNullable<Preview['tie']>,
) {
  const { index, liveness, camera } = state;
  const start = shownEnd(index, liveness, from);
  if (!start) return;
  const end = over === null ? tieEndAt(to) : (shownEnd(index, liveness, over) ?? tieEndAt(to));
  ctx.beginPath();
  traceCurve(ctx, camera, tiePath(start, end));
  ctx.strokeStyle = INK.line;
  ctx.lineWidth = 3;
  if (over === null) ctx.setLineDash(DASH);
  ctx.stroke();
  ctx.setLineDash([]);
  if (over !== null) return;
  const [x, y] = camera.toScreen(to);
  ctx.beginPath();
  ctx.arc(x, y, HANDLE.dot, 0, 2 * Math.PI);
  ctx.fillStyle = INK.line;
  ctx.fill();
}

function paintHandles(ctx: CanvasRenderingContext2D, handles: readonly Handle[]) {
  if (handles.length === 0) return;
  ctx.beginPath();
  for (const { at } of handles) {
    ctx.moveTo(at[0] + HANDLE.dot, at[1]);
    ctx.arc(at[0], at[1], HANDLE.dot, 0, 2 * Math.PI);
  }
  ctx.fillStyle = INK.halo;
  ctx.fill();
  ctx.strokeStyle = INK.line;
  ctx.lineWidth = 2;
  ctx.stroke();
}

function paintMarquee(ctx: CanvasRenderingContext2D, { x, y, w, h }: Box) {
  ctx.fillStyle = INK.fill;
  ctx.fillRect(x, y, w, h);
  ctx.strokeStyle = INK.line;
  ctx.lineWidth = 1;
  ctx.strokeRect(x, y, w, h);
}

function screenBox({ index, liveness, camera }: OverlayState, id: string): Box | null {
  const shape = id === INITIATIVE ? index.scene?.initiative : shownItem(index, liveness, id);
  return shape ? onScreen(camera, shape.box) : null;
}

/** A box of the cloth (mm) on the canvas (px). */
export function onScreen(camera: Camera, { x, y, w, h }: Box): Box {
  const [left, top] = camera.toScreen([x, y]);
  const { zoom } = camera.get();
  return { x: left, y: top, w: w * zoom, h: h * zoom };
}

function traceCurve(ctx: CanvasRenderingContext2D, camera: Camera, path: Curve) {
  const [a, b, c, d] = path.map((point: Point) => camera.toScreen(point));
  if (!a || !b || !c || !d) return;
  ctx.moveTo(a[0], a[1]);
  ctx.bezierCurveTo(b[0], b[1], c[0], c[1], d[0], d[1]);
}
