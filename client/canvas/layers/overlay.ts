import { type Box, boxAround, cornersOf, grow } from '../../../shared/layout/box.ts';
import { curveBox, tieEndAt, tiePath } from '../../../shared/layout/tie-path.ts';
import { lyingBox } from '../../../shared/layout/turn.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import type { Person } from '../../document/cloth-session.ts';
import type { DrawnTie, Preview } from '../../gesture/gesture.ts';
import type { Camera } from '../camera/camera.ts';
import { onScreen } from '../camera/on-screen.ts';
import type { LivePicture } from '../stage/live-layer.ts';
import { type Shown, shownEnd, shownItem } from './active-layer.ts';
import { HANDLE, type Handle } from './handles.ts';
import { INK, outlineOf, traceCurve } from './outline.ts';
import { CURSOR_ROOM, paintCursor, paintWriting, WRITING_ROOM } from './people-marks.ts';

/** Everything the overlay tells of, as it is in this frame. */
export interface OverlayState extends Shown {
  readonly camera: Camera;
  readonly preview: Preview;
  readonly selection: ReadonlySet<string>;
  readonly editing: string | null;
  readonly tieFrom: string | null;
  readonly handles: readonly Handle[];
  readonly people: readonly Person[];
}

const SELECTED = { width: 2, air: 4 } as const;
const POINTED_AT = { width: 1.5, air: 3 } as const;

/**
 * Selection, what is pointed at, the tie being drawn, handles, marquee and the others' hands, from below to above. Unit: CSS
 * px from the canvas's top left corner.
 */
export function overlayPictures(state: OverlayState): LivePicture[] {
  const { camera, preview, selection, editing, tieFrom, handles, people } = state;
  const pointed = [preview.hover, tieFrom, ...preview.ties.map(({ over }) => over)].filter(
    (id) => id !== null && id !== editing && !selection.has(id),
  );
  return [
    outlineOf(state, camera, selection, SELECTED),
    outlineOf(state, camera, new Set(pointed.filter((id) => id !== null)), POINTED_AT),
    ...preview.ties.map((tie) => tieBeingDrawn(state, tie)),
    ...handles.map(handlePicture),
    preview.marquee && marqueePicture(camera, preview.marquee),
    ...people.map((person) => writingPicture(state, person)),
    ...people.map((person) => cursorPicture(camera, person)),
  ].filter((picture) => picture !== null);
}

function tieBeingDrawn(state: OverlayState, { from, to, over }: DrawnTie): LivePicture | null {
  const { camera } = state;
  const start = shownEnd(state, from);
  if (!start) return null;
  const end = over === null ? tieEndAt(to) : (shownEnd(state, over) ?? tieEndAt(to));
  const path = tiePath(start, end);
  return {
    box: grow(onScreen(camera, curveBox(path)), 2 * HANDLE.dot),
    paint(ctx) {
      ctx.beginPath();
      traceCurve(ctx, camera, path);
      ctx.lineCap = 'round';
      ctx.strokeStyle = INK.line;
      ctx.lineWidth = 3;
      // Not there yet, and so paler: dashes say that involvement is expected.
      ctx.globalAlpha = over === null ? 0.55 : 1;
      ctx.stroke();
      ctx.globalAlpha = 1;
      if (over !== null) return;
      ctx.beginPath();
      ctx.arc(...camera.toScreen(to), HANDLE.dot, 0, 2 * Math.PI);
      ctx.fillStyle = INK.line;
      ctx.fill();
    },
  };
}

function handlePicture({ at }: Handle): LivePicture {
  return {
    box: boxAround(at, 4 * HANDLE.dot, 4 * HANDLE.dot),
    paint(ctx) {
      ctx.beginPath();
      ctx.arc(...at, HANDLE.dot, 0, 2 * Math.PI);
      ctx.fillStyle = INK.halo;
      ctx.fill();
      ctx.strokeStyle = INK.line;
      ctx.lineWidth = 2;
      ctx.stroke();
    },
  };
}

function marqueePicture(camera: Camera, marquee: Box): LivePicture {
  return {
    box: grow(onScreen(camera, marquee), 2),
    paint(ctx) {
      ctx.beginPath();
      for (const corner of cornersOf(marquee)) ctx.lineTo(...camera.toScreen(corner));
      ctx.closePath();
      ctx.fillStyle = INK.fill;
      ctx.fill();
      ctx.strokeStyle = INK.line;
      ctx.lineWidth = 1;
      ctx.stroke();
    },
  };
}

function writingPicture(state: OverlayState, person: Person): LivePicture | null {
  if (person.editing === null) return null;
  const shape = person.editing === INITIATIVE ? state.index.scene?.initiative : shownItem(state, person.editing);
  if (!shape) return null;
  const { x, y, w, h } = onScreen(state.camera, lyingBox(shape));
  const { side, below } = WRITING_ROOM;
  return {
    box: { x: x - side, y: y - side, w: Math.max(w, CURSOR_ROOM.w) + 2 * side, h: h + side + below },
    paint: (ctx) => paintWriting(ctx, { x, y, w, h }, person),
  };
}

function cursorPicture(camera: Camera, person: Person): LivePicture | null {
  if (!person.cursor) return null;
  const [x, y] = camera.toScreen(person.cursor);
  return { box: { x: x - 3, y: y - 3, ...CURSOR_ROOM }, paint: (ctx) => paintCursor(ctx, [x, y], person) };
}
