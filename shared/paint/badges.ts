import type { BadgeShape, ContactMark } from '../layout/shapes.ts';
import type { Point } from '../model/schema.ts';
import { PALETTE, POSITION_COLOURS } from '../scene/palette.ts';
import type { PaintOptions, Pen } from './pen.ts';
import { clothFont } from './words.ts';

/** Letter size and rim, as parts of the badge's radius; how far the baseline lies under its centre, in em. */
const LETTER = 1.35;
const RIM = 0.17;
const BASELINE = 0.29;
/**
 * Letters lower than this are left out, px: one tells nobody more than the badge's colour does, and of a cloth seen from afar
 * hundreds of them take as long as all the rest.
 */
const LEAST_LETTER_PX = 6;

/** The letters of the positions somebody holds, each in its own colour. Call `prepareWords` before. */
export function paintBadges(pen: Pen, badges: readonly BadgeShape[], { pxPerMm }: PaintOptions): void {
  for (const { letter, centre, radius } of badges) {
    const [x, y] = centre;
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.fillStyle = PALETTE.white;
    pen.fill();
    pen.beginPath();
    pen.arc(x, y, radius * (1 - RIM), 0, 2 * Math.PI);
    pen.fillStyle = POSITION_COLOURS[letter];
    pen.fill();
    const size = radius * LETTER;
    if (size * pxPerMm < LEAST_LETTER_PX) continue;
    pen.font = clothFont(size, 700);
    pen.fillStyle = '#ffffff';
    pen.fillText(letter, x, y + size * BASELINE);
  }
}

/** Somebody asked what is meant: a question mark, open where the letters are filled. Call `prepareWords` before. */
export function paintQuestion(
  pen: Pen,
  { centre: [x, y], radius }: { readonly centre: Point; readonly radius: number },
  { pxPerMm }: PaintOptions,
): void {
  pen.beginPath();
  pen.arc(x, y, radius * (1 - RIM), 0, 2 * Math.PI);
  pen.fillStyle = PALETTE.core;
  pen.fill();
  pen.strokeStyle = PALETTE.ink;
  pen.lineWidth = radius * RIM;
  pen.stroke();
  const size = radius * LETTER;
  if (size * pxPerMm < LEAST_LETTER_PX) return;
  pen.font = clothFont(size, 700);
  pen.fillStyle = PALETTE.ink;
  pen.fillText('?', x, y + size * BASELINE);
}

/**
 * How far a contact has come, told by how full the mark is: open with two lines when its story is written, half full when a talk is
 * agreed on, full with a tick when they have talked. All in ink: no colour is needed to tell them apart.
 */
export function paintContact(pen: Pen, { stage, centre: [x, y], radius }: ContactMark): void {
  const drawn = radius * (1 - RIM);
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = PALETTE.white;
  pen.fill();
  if (stage !== 'story') {
    pen.beginPath();
    pen.arc(x, y, drawn, 0, stage === 'agreed' ? Math.PI : 2 * Math.PI);
    pen.fillStyle = PALETTE.ink;
    pen.fill();
  }
  pen.beginPath();
  pen.arc(x, y, drawn, 0, 2 * Math.PI);
  pen.strokeStyle = PALETTE.ink;
  pen.lineWidth = radius * RIM;
  pen.stroke();
  if (stage === 'agreed') return;
  const strokes: readonly Point[][] =
    stage === 'talked'
      ? [
          [
            [-0.38, 0.02],
            [-0.1, 0.3],
            [0.4, -0.28],
          ],
        ]
      : [
          [
            [-0.36, -0.17],
            [0.36, -0.17],
          ],
          [
            [-0.36, 0.19],
            [0.16, 0.19],
          ],
        ];
  pen.beginPath();
  for (const [first, ...rest] of strokes) {
    if (!first) continue;
    pen.moveTo(x + first[0] * radius, y + first[1] * radius);
    for (const [dx, dy] of rest) pen.lineTo(x + dx * radius, y + dy * radius);
  }
  pen.strokeStyle = stage === 'talked' ? PALETTE.white : PALETTE.ink;
  pen.lineWidth = radius * RIM;
  pen.stroke();
}
