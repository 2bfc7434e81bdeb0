import type { Point } from '../../../shared/cloth/schema.ts';
import { pointOn } from '../../../shared/geometry/tie-path.ts';
import { PALETTE } from '../../../shared/scene/palette.ts';
import type { TieShape } from '../../../shared/scene/scene.ts';
import { type Ctx, type PaintOptions, showsDetail } from './ctx.ts';

/** Width of the marker where a tie begins and where it ends, mm: lifted a little on the way. */
const MARKER = { from: 3.9, to: 2.4 } as const;
/** A tie straight to the initiative is drawn lightly, in dashes: through whom? mm. */
const DIRECT = { width: 2.6, dash: [11, 9] } as const;
const STEPS = 12;
const OPACITY = 0.9;

/** Calm marker strokes between what is joined. */
export function paintTies(ctx: Ctx, ties: readonly TieShape[], options: PaintOptions): void {
  ctx.save();
  ctx.lineCap = 'round';
  ctx.globalAlpha = OPACITY;
  ctx.fillStyle = PALETTE.graphite;
  ctx.strokeStyle = PALETTE.graphite;
  const detail = showsDetail(options);
  for (const tie of ties) {
    if (tie.direct || !detail) continue;
    ctx.fill(strokeOf(tie));
  }
  ctx.lineWidth = detail ? DIRECT.width : (MARKER.from + MARKER.to) / 2;
  if (detail) ctx.setLineDash(DIRECT.dash);
  for (const { direct, path } of ties) {
    if (detail && !direct) continue;
    const [a, b, c, d] = path;
    ctx.beginPath();
    ctx.moveTo(a[0], a[1]);
    ctx.bezierCurveTo(b[0], b[1], c[0], c[1], d[0], d[1]);
    ctx.stroke();
  }
  ctx.restore();
}

const strokes = new WeakMap<TieShape, Path2D>();

/** The outline of a stroke that thins from its beginning to its end. */
function strokeOf(tie: TieShape): Path2D {
  const known = strokes.get(tie);
  if (known) return known;
  const left: Point[] = [];
  const right: Point[] = [];
  for (let step = 0; step <= STEPS; step++) {
    const t = step / STEPS;
    const [x, y] = pointOn(tie.path, t);
    const [ax, ay] = pointOn(tie.path, Math.max(0, t - 0.04));
    const [bx, by] = pointOn(tie.path, Math.min(1, t + 0.04));
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const half = (MARKER.from + (MARKER.to - MARKER.from) * t) / 2;
    const [nx, ny] = [(-(by - ay) / length) * half, ((bx - ax) / length) * half];
    left.push([x + nx, y + ny]);
    right.push([x - nx, y - ny]);
  }
  const path = new Path2D();
  [...left, ...right.reverse()].forEach(([x, y], at) => {
    if (at === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
  path.closePath();
  strokes.set(tie, path);
  return path;
}
