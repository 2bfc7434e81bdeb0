import type { Box } from '../layout/box.ts';
import type { Point } from '../model/schema.ts';
import type { CompareKind } from '../scene/compare-marks.ts';
import type { MarkSample } from '../scene/page-legend.ts';
import { PALETTE } from '../scene/palette.ts';
import { cross, MARK, paintSign, ring, TIE } from './marks.ts';
import type { Pen } from './pen.ts';
import { clothFont, prepareWords } from './words.ts';

/** Lengths of a sample, as parts of its height. */
const PART = { ring: 0.44, ringLine: 0.1, letter: 0.5, sunk: 0.14, glow: 0.38, line: 0.07, cross: 0.2 } as const;

/** One kind of mark in a legend, as it is on the cloth. */
export function paintMarkSample(pen: Pen, { kind, box }: MarkSample): void {
  const { x, y, w, h } = box;
  const centre: Point = [x + w / 2, y + h / 2];
  pen.save();
  pen.lineCap = 'round';
  if (kind === 'added' || kind === 'gone' || kind === 'reworded') {
    paintSign(pen, centre, h / 2, MARK[kind]);
  } else if (kind === 'gained' || kind === 'lost') {
    prepareWords(pen);
    ring(pen, centre, h * PART.ring, MARK[kind === 'gained' ? 'added' : 'gone'].ink, h * PART.ringLine);
    pen.font = clothFont(h * PART.letter, 700);
    pen.fillStyle = PALETTE.ink;
    pen.fillText('p', centre[0], centre[1] + h * PART.sunk);
  } else paintTieSample(pen, kind, box);
  pen.restore();
}

function paintTieSample(pen: Pen, kind: CompareKind, { x, y, w, h }: Box): void {
  pen.beginPath();
  pen.moveTo(x, y + h * 0.6);
  pen.quadraticCurveTo(x + w / 2, y + h * 0.25, x + w, y + h * 0.5);
  if (kind === 'untied') {
    pen.strokeStyle = MARK.gone.ink;
    pen.lineWidth = h * PART.line;
    pen.stroke();
    cross(pen, [x + w / 2, y + h * 0.39], h * PART.cross);
    return;
  }
  // The tie itself is drawn over it.
  pen.strokeStyle = kind === 'tied' ? MARK.added.ink : MARK.reworded.ink;
  pen.lineWidth = h * PART.glow;
  pen.globalAlpha = TIE.glowOpacity;
  pen.stroke();
}
