import type { BadgeShape, ItemShape, SheetShape, TieShape } from '../layout/shapes.ts';
import { pointOn } from '../layout/tie-path.ts';
import type { Point } from '../model/schema.ts';
import type { CompareMarks } from '../scene/compare-marks.ts';
import { PALETTE } from '../scene/palette.ts';
import { paintBadges } from './badges.ts';
import { paintItems } from './items.ts';
import { traceCourse } from './path.ts';
import type { PaintOptions, Pen } from './pen.ts';
import { paintTies } from './ties.ts';
import { clothFont, prepareWords } from './words.ts';

/** Ink of what is new, gone and worded otherwise; each also has a sign of its own, for colour alone says too little. */
export const MARK = {
  added: { ink: '#2b6238', sign: '+' },
  gone: { ink: '#a5311d', sign: '–' },
  reworded: { ink: '#80500b', sign: '≈' },
} as const;

/** Lines, signs and air, mm. */
const ROUND = { width: 4, air: 6, corner: 12 } as const;
export const TIE = { glow: 13, glowOpacity: 0.32, gone: 2.6, cross: 7 } as const;
/** A sign's radius and how far it is sunk into a slip, mm; its letter is so many times the radius. */
const SIGN = { radius: 13, letter: 21 / 13, sunk: 4 } as const;
const LETTER = { air: 4, width: 3.5, faded: 0.55 } as const;
const GHOST_OPACITY = 0.5;
/** How far the rest of the cloth steps back behind the news since a moment. */
export const COMPARED_VEIL = 0.5;

/** A veil of paper over the sheet: what is painted after it stands out, the rest steps back. `opacity` from 0 to 1. */
export function paintVeil(pen: Pen, { shape, box, corner }: SheetShape, opacity: number): void {
  pen.save();
  pen.beginPath();
  if (shape === 'round') {
    pen.ellipse(box.x + box.w / 2, box.y + box.h / 2, box.w / 2, box.h / 2, 0, 0, 2 * Math.PI);
  } else pen.roundRect(box.x, box.y, box.w, box.h, corner);
  pen.globalAlpha = opacity;
  pen.fillStyle = PALETTE.paper;
  pen.fill();
  pen.restore();
}

/** What happened since a moment: ghosts where something was, signs on what is new, ties that turned, letters come and gone. */
export function paintMarks(pen: Pen, marks: CompareMarks, options: PaintOptions): void {
  pen.save();
  pen.lineCap = 'round';
  strokeTies(pen, marks.untied, MARK.gone.ink, TIE.gone);
  for (const { path } of marks.untied) crossOut(pen, path);
  const turned = [...marks.provedReal, ...marks.onlyExpected];
  pen.globalAlpha = TIE.glowOpacity;
  strokeTies(pen, marks.tied, MARK.added.ink, TIE.glow);
  strokeTies(pen, turned, MARK.reworded.ink, TIE.glow);
  pen.globalAlpha = 1;
  paintTies(pen, [...marks.tied, ...turned], options);
  pen.globalAlpha = GHOST_OPACITY;
  paintItems(pen, marks.gone, options);
  pen.globalAlpha = 1;
  const moved = marks.moved.map(({ shape }) => shape);
  paintItems(pen, [...marks.added, ...marks.reworded, ...moved], options);
  for (const { gained, lost } of marks.moved) {
    for (const badge of gained) ringLetter(pen, badge, MARK.added.ink);
    paintLost(pen, lost, options);
  }
  for (const kind of ['gone', 'reworded', 'added'] as const) {
    for (const shape of marks[kind]) {
      pen.globalAlpha = kind === 'gone' ? GHOST_OPACITY : 1;
      outline(pen, shape, MARK[kind].ink);
      pen.globalAlpha = 1;
      sign(pen, shape, MARK[kind]);
    }
  }
  pen.restore();
}

function strokeTies(pen: Pen, ties: readonly TieShape[], ink: string, width: number): void {
  pen.strokeStyle = ink;
  pen.lineWidth = width;
  for (const { path } of ties) {
    pen.beginPath();
    traceCourse(pen, path);
    pen.stroke();
  }
}

/** A tie that is gone has a small cross half way: dashes and dots say other things of ties. */
function crossOut(pen: Pen, path: TieShape['path']): void {
  const curve = path[Math.floor(path.length / 2)];
  if (!curve) return;
  const [x, y] = pointOn(curve, path.length % 2 === 0 ? 0 : 0.5);
  pen.strokeStyle = MARK.gone.ink;
  pen.lineWidth = TIE.gone;
  cross(pen, [x, y], TIE.cross);
}

/** A small cross of the stroke that is set. */
export function cross(pen: Pen, [x, y]: Point, half: number): void {
  pen.beginPath();
  pen.moveTo(x - half, y - half);
  pen.lineTo(x + half, y + half);
  pen.moveTo(x + half, y - half);
  pen.lineTo(x - half, y + half);
  pen.stroke();
}

function outline(pen: Pen, { box, radius, centre }: ItemShape, ink: string): void {
  pen.beginPath();
  if (radius > 0) pen.arc(...centre, radius + ROUND.air, 0, 2 * Math.PI);
  else {
    const { x, y, w, h } = box;
    pen.roundRect(x - ROUND.air, y - ROUND.air, w + 2 * ROUND.air, h + 2 * ROUND.air, ROUND.corner);
  }
  pen.strokeStyle = ink;
  pen.lineWidth = ROUND.width;
  pen.stroke();
}

/** A round sign at the upper left, away from the letters. */
function sign(pen: Pen, { box, radius, centre }: ItemShape, mark: (typeof MARK)[keyof typeof MARK]): void {
  const rim = (radius + ROUND.air) * Math.SQRT1_2;
  const [x, y]: Point = radius > 0 ? [centre[0] - rim, centre[1] - rim] : [box.x - SIGN.sunk, box.y - SIGN.sunk];
  paintSign(pen, [x, y], SIGN.radius, mark);
}

export function paintSign(
  pen: Pen,
  [x, y]: Point,
  radius: number,
  { ink, sign: letter }: (typeof MARK)[keyof typeof MARK],
) {
  const size = radius * SIGN.letter;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = ink;
  pen.fill();
  prepareWords(pen);
  pen.font = clothFont(size, 700);
  pen.fillStyle = '#ffffff';
  pen.fillText(letter, x, y + size * 0.32);
}

function ringLetter(pen: Pen, { centre, radius }: BadgeShape, ink: string): void {
  ring(pen, centre, radius + LETTER.air, ink, LETTER.width);
}

export function ring(pen: Pen, centre: Point, radius: number, ink: string, width: number): void {
  pen.beginPath();
  pen.arc(...centre, radius, 0, 2 * Math.PI);
  pen.strokeStyle = ink;
  pen.lineWidth = width;
  pen.stroke();
}

function paintLost(pen: Pen, badges: readonly BadgeShape[], options: PaintOptions): void {
  prepareWords(pen);
  pen.globalAlpha = LETTER.faded;
  paintBadges(pen, badges, options);
  pen.globalAlpha = 1;
  for (const badge of badges) ringLetter(pen, badge, MARK.gone.ink);
}
