import type { BadgeShape, ItemShape, SheetShape, TieShape } from '../../../shared/layout/shapes.ts';
import type { Point } from '../../../shared/model/schema.ts';
import type { CompareMarks } from '../../../shared/scene/compare-marks.ts';
import { PALETTE } from '../../../shared/scene/palette.ts';
import { paintBadges } from './badges.ts';
import type { Ctx, PaintOptions } from './ctx.ts';
import { paintItems } from './items.ts';
import { paintTies, traceCourse } from './ties.ts';
import { clothFont, prepareWords } from './words.ts';

/** Ink of what is new, gone and worded otherwise; each also has a sign of its own, for colour alone says too little. */
export const MARK = {
  added: { ink: '#2b6238', sign: '+' },
  gone: { ink: '#a5311d', sign: '–' },
  reworded: { ink: '#80500b', sign: '≈' },
} as const;

/** Lines, signs and air, mm. */
const ROUND = { width: 4, air: 6, corner: 12, dash: [12, 9] } as const;
const TIE = { glow: 13, glowOpacity: 0.32, gone: 2.6, dash: [5, 10] } as const;
const SIGN = { radius: 13, letter: 21, sunk: 4 } as const;
const LETTER = { air: 4, width: 3.5, dash: [6, 5], faded: 0.55 } as const;
const GHOST_OPACITY = 0.5;

/** A veil of paper over the sheet: what is painted after it stands out, the rest steps back. `opacity` from 0 to 1. */
export function paintVeil(ctx: Ctx, { shape, box, corner }: SheetShape, opacity: number): void {
  ctx.save();
  ctx.beginPath();
  if (shape === 'round') {
    ctx.ellipse(box.x + box.w / 2, box.y + box.h / 2, box.w / 2, box.h / 2, 0, 0, 2 * Math.PI);
  } else ctx.roundRect(box.x, box.y, box.w, box.h, corner);
  ctx.globalAlpha = opacity;
  ctx.fillStyle = PALETTE.paper;
  ctx.fill();
  ctx.restore();
}

/** What happened since a moment: ghosts where something was, signs on what is new, ties that turned, letters come and gone. */
export function paintMarks(ctx: Ctx, marks: CompareMarks, options: PaintOptions): void {
  ctx.save();
  ctx.lineCap = 'round';
  strokeTies(ctx, marks.untied, MARK.gone.ink, TIE.gone, TIE.dash);
  const turned = [...marks.provedReal, ...marks.onlyExpected];
  ctx.globalAlpha = TIE.glowOpacity;
  strokeTies(ctx, marks.tied, MARK.added.ink, TIE.glow, []);
  strokeTies(ctx, turned, MARK.reworded.ink, TIE.glow, []);
  ctx.globalAlpha = 1;
  paintTies(ctx, [...marks.tied, ...turned], options);
  ctx.globalAlpha = GHOST_OPACITY;
  paintItems(ctx, marks.gone, options);
  ctx.globalAlpha = 1;
  const moved = marks.moved.map(({ shape }) => shape);
  paintItems(ctx, [...marks.added, ...marks.reworded, ...moved], options);
  for (const { gained, lost } of marks.moved) {
    for (const badge of gained) ringLetter(ctx, badge, MARK.added.ink, []);
    paintLost(ctx, lost, options);
  }
  for (const kind of ['gone', 'reworded', 'added'] as const) {
    for (const shape of marks[kind]) {
      outline(ctx, shape, MARK[kind].ink, kind === 'gone' ? ROUND.dash : []);
      sign(ctx, shape, MARK[kind]);
    }
  }
  ctx.restore();
}

function strokeTies(ctx: Ctx, ties: readonly TieShape[], ink: string, width: number, dash: readonly number[]): void {
  ctx.strokeStyle = ink;
  ctx.lineWidth = width;
  ctx.setLineDash([...dash]);
  for (const { path } of ties) {
    ctx.beginPath();
    traceCourse(ctx, path);
    ctx.stroke();
  }
  ctx.setLineDash([]);
}

function outline(ctx: Ctx, { box, radius, centre }: ItemShape, ink: string, dash: readonly number[]): void {
  ctx.beginPath();
  if (radius > 0) ctx.arc(...centre, radius + ROUND.air, 0, 2 * Math.PI);
  else {
    const { x, y, w, h } = box;
    ctx.roundRect(x - ROUND.air, y - ROUND.air, w + 2 * ROUND.air, h + 2 * ROUND.air, ROUND.corner);
  }
  ctx.setLineDash([...dash]);
  ctx.strokeStyle = ink;
  ctx.lineWidth = ROUND.width;
  ctx.stroke();
  ctx.setLineDash([]);
}

/** A round sign at the upper left, away from the letters. */
function sign(ctx: Ctx, { box, radius, centre }: ItemShape, { ink, sign: letter }: (typeof MARK)[keyof typeof MARK]) {
  const rim = (radius + ROUND.air) * Math.SQRT1_2;
  const [x, y]: Point = radius > 0 ? [centre[0] - rim, centre[1] - rim] : [box.x - SIGN.sunk, box.y - SIGN.sunk];
  ctx.beginPath();
  ctx.arc(x, y, SIGN.radius, 0, 2 * Math.PI);
  ctx.fillStyle = ink;
  ctx.fill();
  prepareWords(ctx);
  ctx.font = clothFont(SIGN.letter, 700);
  ctx.fillStyle = '#ffffff';
  ctx.fillText(letter, x, y + SIGN.letter * 0.32);
}

function ringLetter(ctx: Ctx, { centre, radius }: BadgeShape, ink: string, dash: readonly number[]): void {
  ctx.beginPath();
  ctx.arc(...centre, radius + LETTER.air, 0, 2 * Math.PI);
  ctx.setLineDash([...dash]);
  ctx.strokeStyle = ink;
  ctx.lineWidth = LETTER.width;
  ctx.stroke();
  ctx.setLineDash([]);
}

function paintLost(ctx: Ctx, badges: readonly BadgeShape[], options: PaintOptions): void {
  prepareWords(ctx);
  ctx.globalAlpha = LETTER.faded;
  paintBadges(ctx, badges, options);
  ctx.globalAlpha = 1;
  for (const badge of badges) ringLetter(ctx, badge, MARK.gone.ink, LETTER.dash);
}
