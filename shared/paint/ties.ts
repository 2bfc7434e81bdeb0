import type { TieShape } from '../layout/shapes.ts';
import type { Curve } from '../layout/tie-path.ts';
import type { Point } from '../model/schema.ts';
import { PALETTE } from '../scene/palette.ts';
import { fillPath, type Path, PathMaker, traceCourse } from './path.ts';
import { type PaintOptions, type Pen, showsDetail } from './pen.ts';

/** Width of the marker where a tie begins and where it ends, mm: lifted a little on the way. */
const MARKER = { from: 3.9, to: 2.4 } as const;
/**
 * Ties that are not settled are not drawn through: one to somebody of whom it is only expected in dashes, one straight
 * from an ingredient to the initiative in dots (through whom?). mm; what is only expected is fainter too.
 */
const EXPECTED = { width: 3, dash: [17, 12], opacity: 0.68 } as const;
const DIRECT = { width: 3.6, dash: [0.5, 10] } as const;
const SETTLED = { width: (MARKER.from + MARKER.to) / 2, dash: [] } as const;
const OPACITY = 0.9;
/** Of a lifted stretch, mm: the gap of paper with the line in its middle, and its shadow, soft by strokes of several widths. */
const BRIDGE = { gap: 12.5, down: 1, soft: [22, 19.5, 17, 14.5], shadow: 'rgba(42, 26, 12, 0.06)' } as const;

/** Calm marker strokes between what is joined. */
export function paintTies(pen: Pen, ties: readonly TieShape[], options: PaintOptions): void {
  pen.save();
  pen.lineCap = 'round';
  pen.globalAlpha = OPACITY;
  pen.fillStyle = PALETTE.graphite;
  pen.strokeStyle = PALETTE.graphite;
  if (showsDetail(options)) {
    for (const tie of ties) {
      if (!isSettled(tie)) continue;
      fillPath(pen, strokeOf(tie), options);
    }
    strokeAll(
      pen,
      ties.filter(({ direct }) => direct),
      DIRECT,
    );
    pen.globalAlpha = EXPECTED.opacity;
    strokeAll(
      pen,
      ties.filter(({ direct, expected }) => expected && !direct),
      EXPECTED,
    );
  } else {
    strokeAll(pen, ties, SETTLED);
  }
  pen.restore();
}

const isSettled = ({ direct, expected }: TieShape) => !direct && !expected;

function strokeAll(
  pen: Pen,
  ties: readonly TieShape[],
  { width, dash }: { readonly width: number; readonly dash: readonly number[] },
): void {
  if (ties.length === 0) return;
  pen.lineWidth = width;
  pen.setLineDash([...dash]);
  for (const { path } of ties) {
    pen.beginPath();
    traceCourse(pen, path);
    pen.stroke();
  }
}

/**
 * What could not go round, over what it crosses: a bridge with its shadow, and a gap of paper at both sides, so that it
 * reads as passing by and not as ending there. Painted after the items.
 */
export function paintLifted(pen: Pen, ties: readonly TieShape[], options: PaintOptions): void {
  const lifted = ties.filter((tie) => tie.lifted.length > 0);
  if (lifted.length === 0) return;
  pen.save();
  pen.lineCap = 'butt';
  const stroke = ({ lifted }: TieShape, width: number) => {
    pen.lineWidth = width;
    pen.beginPath();
    for (const curve of lifted) traceCourse(pen, [curve]);
    pen.stroke();
  };
  for (const tie of lifted) {
    pen.save();
    pen.translate(0, BRIDGE.down);
    pen.strokeStyle = BRIDGE.shadow;
    if (showsDetail(options)) for (const width of BRIDGE.soft) stroke(tie, width);
    pen.restore();
    pen.strokeStyle = PALETTE.paper;
    stroke(tie, BRIDGE.gap);
    pen.globalAlpha = tie.expected && !tie.direct ? EXPECTED.opacity : OPACITY;
    pen.strokeStyle = PALETTE.graphite;
    const { width, dash } = tie.direct ? DIRECT : tie.expected ? EXPECTED : SETTLED;
    pen.setLineDash([...dash]);
    pen.lineCap = 'round';
    stroke(tie, width);
    pen.setLineDash([]);
    pen.lineCap = 'butt';
    pen.globalAlpha = 1;
  }
  pen.restore();
}

const strokes = new WeakMap<TieShape, Path>();

/** The outline of a stroke that thins from its beginning to its end: its curves, moved aside both ways. */
function strokeOf(tie: TieShape): Path {
  const known = strokes.get(tie);
  if (known) return known;
  const sides = tapered(tie.path);
  const maker = new PathMaker();
  traceCourse(
    maker,
    sides.map(([side]) => side),
  );
  sides.reverse().forEach(([, [a, b, c, d]], nth) => {
    if (nth === 0) maker.lineTo(...d);
    maker.bezierCurveTo(...c, ...b, ...a);
  });
  maker.closePath();
  strokes.set(tie, maker.path);
  return maker.path;
}

/** Of each curve of a course both sides of the stroke along it. */
function tapered(course: readonly Curve[]): (readonly [Curve, Curve])[] {
  const chords = course.map(([a, , , d]) => Math.hypot(d[0] - a[0], d[1] - a[1]));
  const whole = chords.reduce((sum, chord) => sum + chord, 0) || 1;
  let gone = 0;
  return course.map(([a, b, c, d], nth) => {
    const half = (part: number) => (MARKER.from + (MARKER.to - MARKER.from) * part) / 2;
    const from = half(gone / whole);
    gone += chords[nth] ?? 0;
    const to = half(gone / whole);
    const [begin, finish] = [normal(a, b, d), normal(c, d, a)];
    const third = (from - to) / 3;
    const side = (sign: 1 | -1): Curve => [
      aside(a, begin, sign * from),
      aside(b, begin, sign * (from - third)),
      aside(c, finish, sign * (to + third)),
      aside(d, finish, sign * to),
    ];
    return [side(1), side(-1)] as const;
  });
}

const aside = ([x, y]: Point, [nx, ny]: Point, by: number): Point => [x + nx * by, y + ny * by];

/** Square to the way from p to q, or to `otherwise` when these are one. Of length 1, or 0 when all is one point. */
function normal(p: Point, q: Point, otherwise: Point): Point {
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const length = Math.hypot(dx, dy);
  if (length > 1e-6) return [-dy / length, dx / length];
  const [ox, oy] = [otherwise[0] - p[0], otherwise[1] - p[1]];
  const far = Math.hypot(ox, oy);
  return far > 1e-6 ? [-oy / far, ox / far] : [0, 0];
}
