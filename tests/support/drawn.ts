import type { Point } from '../../shared/cloth/schema.ts';
import { PALETTE, POSITION_COLOURS } from '../../shared/scene/palette.ts';
import type { Scene, TextBlock } from '../../shared/scene/scene.ts';
import { fontMeasure, graphemesOf } from '../../shared/scene/text-measure.ts';
import { heightOf } from '../../shared/scene/wrap.ts';
import { colourIn, type Picture, type Region } from './picture.ts';

/** How a scene lies in a picture: px per mm, and where the cloth's origin is, px. */
export interface Placement {
  readonly pxPerMm: number;
  readonly origin: Point;
}

/** The least part of a letter's own room that its ink fills: a full stop is the smallest. */
const LEAST_INK = 0.01;
/** The least part of a badge's box that is in the position's colour, and in the white of its letter. */
const LEAST_BADGE = { colour: 0.25, letter: 0.02 } as const;

/**
 * What a picture of a scene lacks, in words; empty when every letter of every word stands at its place in its own ink,
 * and every position in its badge. Letters have the places that the font's table of widths gives them.
 */
export function notDrawn(picture: Picture, scene: Scene, { pxPerMm, origin }: Placement): string[] {
  const inPicture = ({ x, y, w, h }: Region): Region => ({
    x: origin[0] + x * pxPerMm,
    y: origin[1] + y * pxPerMm,
    w: w * pxPerMm,
    h: h * pxPerMm,
  });
  const lacking: string[] = [];
  const look = (what: string, region: Region, colour: string, least: number) => {
    if (colourIn(picture, inPicture(region), colour) < least) lacking.push(what);
  };
  const words = (text: TextBlock, centre: Point, colour: string) => {
    for (const { letter, line, region } of lettersOf(text, centre))
      look(`${letter} of “${line}”`, region, colour, LEAST_INK);
  };

  words(scene.initiative.text, scene.initiative.centre, PALETTE.ink);
  for (const seat of scene.seats) {
    if (seat.free) continue;
    // A name at the side of the table is turned; its whole room is looked at then.
    const [w, h] =
      Math.abs(Math.sin(seat.angle)) > 0.5 ? [seat.fontSize, seat.labelWidth] : [seat.labelWidth, seat.fontSize];
    look(`name ${seat.label}`, { x: seat.at[0] - w / 2, y: seat.at[1] - h / 2, w, h }, seat.colour, 0.05);
  }
  for (const item of scene.items) {
    words(item.text, item.centre, item.colour);
    for (const { letter, centre, radius } of item.badges) {
      const region = { x: centre[0] - radius, y: centre[1] - radius, w: 2 * radius, h: 2 * radius };
      const what = `${letter} at “${item.text.lines.join(' ')}”`;
      look(what, region, POSITION_COLOURS[letter], LEAST_BADGE.colour);
      look(`letter ${what}`, middleOf(region), '#ffffff', LEAST_BADGE.letter);
    }
  }
  return lacking;
}

/** Every letter that leaves ink, with its room on the cloth (mm): its advance wide, its line high. */
function* lettersOf(text: TextBlock, [x, y]: Point): Iterable<{ letter: string; line: string; region: Region }> {
  for (const [row, line] of text.lines.entries()) {
    let left = x - fontMeasure.width(line, text.size, text.weight) / 2;
    for (const letter of graphemesOf(line)) {
      const w = fontMeasure.width(letter, text.size, text.weight);
      const region = { x: left, y: y - heightOf(text) / 2 + row * text.lineHeight, w, h: text.lineHeight };
      if (letter.trim() !== '') yield { letter, line, region };
      left += w;
    }
  }
}

/** Half as wide and high: within a badge's rim. */
function middleOf({ x, y, w, h }: Region): Region {
  return { x: x + w / 4, y: y + h / 4, w: w / 2, h: h / 2 };
}
