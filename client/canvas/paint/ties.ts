import type { Point } from '../../../shared/cloth/schema.ts';
import { PALETTE } from '../../../shared/scene/palette.ts';
import type { TieShape } from '../../../shared/scene/scene.ts';
import { type Ctx, type PaintOptions, showsDetail } from './ctx.ts';

/** Width of the marker where a tie begins and where it ends, mm: lifted a little on the way. */
const MARKER = { from: 3.9, to: 2.4 } as const;
/**
 * Ties that are not settled are not drawn through: one to somebody of whom it is only expected in dashes, one straight
 * from an ingredient to the initiative in dots (through whom?). mm; what is only expected is fainter too.
 */
const EXPECTED = { width: 3, dash: [17, 12], opacity: 0.68 } as const;
const DIRECT = { width: 3.6, dash: [0.5, 10] } as const;
const OPACITY = 0.9;

/** Calm marker strokes between what is joined. */
export function paintTies(ctx: Ctx, ties: readonly TieShape[], options: PaintOptions): void {
  ctx.save();
  ctx.lineCap = 'round';
  ctx.globalAlpha = OPACITY;
  ctx.fillStyle = PALETTE.graphite;
  ctx.strokeStyle = PALETTE.graphite;
  if (showsDetail(options)) {
    for (const tie of ties) if (isSettled(tie)) ctx.fill(strokeOf(tie));
    strokeAll(
      ctx,
      ties.filter(({ direct }) => direct),
      DIRECT,
    );
    ctx.globalAlpha = EXPECTED.opacity;
    strokeAll(
      ctx,
      ties.filter(({ direct, expected }) => expected && !direct),
      EXPECTED,
    );
  } else {
    strokeAll(ctx, ties, { width: (MARKER.from + MARKER.to) / 2, dash: [] });
  }
  ctx.restore();
}

const isSettled = ({ direct, expected }: TieShape) => !direct && !expected;

function strokeAll(
  ctx: Ctx,
  ties: readonly TieShape[],
  { width, dash }: { readonly width: number; readonly dash: readonly number[] },
): void {
  if (ties.length === 0) return;
  ctx.lineWidth = width;
  ctx.setLineDash([...dash]);
  for (const { path } of ties) {
    const [a, b, c, d] = path;
    ctx.beginPath();
    ctx.moveTo(a[0], a[1]);
    ctx.bezierCurveTo(b[0], b[1], c[0], c[1], d[0], d[1]);
    ctx.stroke();
  }
}

const strokes = new WeakMap<TieShape, Path2D>();

/** The outline of a stroke that thins from its beginning to its end: the curve, moved aside both ways. */
function strokeOf(tie: TieShape): Path2D {
  const known = strokes.get(tie);
  if (known) return known;
  const [a, b, c, d] = tie.path;
  const [begin, finish] = [normal(a, b, d), normal(c, d, a)];
  const aside = ([x, y]: Point, [nx, ny]: Point, by: number): Point => [x + nx * by, y + ny * by];
  const [from, to] = [MARKER.from / 2, MARKER.to / 2];
  const third = (from - to) / 3;
  const side = (sign: 1 | -1) =>
    [
      aside(a, begin, sign * from),
      aside(b, begin, sign * (from - third)),
      aside(c, finish, sign * (to + third)),
      aside(d, finish, sign * to),
    ] as const;
  const [p, q, r, s] = side(1);
  const [w, v, u, t] = side(-1);
  const path = new Path2D();
  path.moveTo(p[0], p[1]);
  path.bezierCurveTo(q[0], q[1], r[0], r[1], s[0], s[1]);
  path.lineTo(t[0], t[1]);
  path.bezierCurveTo(u[0], u[1], v[0], v[1], w[0], w[1]);
  path.closePath();
  strokes.set(tie, path);
  return path;
}

/** Square to the way from p to q, or to `otherwise` when these are one. Of length 1, or 0 when all is one point. */
function normal(p: Point, q: Point, otherwise: Point): Point {
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const length = Math.hypot(dx, dy);
  if (length > 1e-6) return [-dy / length, dx / length];
  const [ox, oy] = [otherwise[0] - p[0], otherwise[1] - p[1]];
  const far = Math.hypot(ox, oy);
  return far > 1e-6 ? [-oy / far, ox / far] : [0, 0];
}
