import type { BadgeShape, Scene } from '../../shared/layout/shapes.ts';
import type { Point } from '../../shared/model/schema.ts';
import type { Page } from '../../shared/scene/page.ts';
import type { PageLabel } from '../../shared/scene/page-words.ts';
import { PALETTE, POSITION_COLOURS } from '../../shared/scene/palette.ts';
import { graphemesOf } from '../../shared/text/graphemes.ts';
import { type FontWeight, fontMeasure } from '../../shared/text/text-measure.ts';
import type { TextBlock } from '../../shared/text/wrap.ts';
import { heightOf } from '../../shared/text/wrap.ts';
import { colourIn, type Picture, type Region } from './picture.ts';

/** Something that must be seen in a picture: where (mm of the cloth), in which ink, and which part of it at least. */
interface Expected {
  readonly what: string;
  readonly at: Region;
  readonly colour: string;
  readonly least: number;
}

/** A letter's ink fills at least this part of its own room: a full stop is the smallest. */
const LEAST_INK = 0.01;
/** Of a name that is turned on its side the whole room is looked at. */
const LEAST_TURNED = 0.05;
/** Of a badge's box: the position's colour, and the white of its letter in the middle. */
const LEAST_BADGE = { colour: 0.25, letter: 0.02 } as const;

/**
 * What a picture of a page with a scene lacks, in words; empty when every letter of every word stands at its place in its
 * own ink, and every position in its badge. Letters have the places that the font's table of widths gives them.
 */
export function notDrawn(picture: Picture, scene: Scene, page: Page): string[] {
  const { box } = page;
  const scale = Math.min(picture.width / box.w, picture.height / box.h);
  const left = (picture.width - box.w * scale) / 2 - box.x * scale;
  const top = (picture.height - box.h * scale) / 2 - box.y * scale;
  const seen = ({ at: { x, y, w, h }, colour, least }: Expected) =>
    colourIn(picture, { x: left + x * scale, y: top + y * scale, w: w * scale, h: h * scale }, colour) >= least;
  return [
    ...onCloth(scene),
    ...page.labels.flatMap(labelOf),
    ...page.badges.flatMap((badge) => badgeOf(badge, 'legend')),
  ]
    .filter((expected) => !seen(expected))
    .map(({ what }) => what);
}

function onCloth({ initiative, seats, items }: Scene): Expected[] {
  const names = seats
    .filter(({ free }) => !free)
    .map(({ at: [x, y], angle, label, labelWidth, fontSize, colour }): Expected => {
      const [w, h] = Math.abs(Math.sin(angle)) > 0.5 ? [fontSize, labelWidth] : [labelWidth, fontSize];
      return { what: `name ${label}`, at: { x: x - w / 2, y: y - h / 2, w, h }, colour, least: LEAST_TURNED };
    });
  return [
    ...blockOf(initiative.text, initiative.centre, PALETTE.ink),
    ...names,
    ...items.flatMap(({ text, centre, colour, badges }) => [
      ...blockOf(text, centre, colour),
      ...badges.flatMap((badge) => badgeOf(badge, text.lines.join(' '))),
    ]),
  ];
}

function blockOf(text: TextBlock, [x, y]: Point, colour: string): Expected[] {
  const { size, weight, lineHeight } = text;
  return text.lines.flatMap((line, row) => {
    const width = fontMeasure.width(line, size, weight);
    const top = y - heightOf(text) / 2 + row * lineHeight;
    return lettersOf({ text: line, left: x - width / 2, top, height: lineHeight, size, weight, width, colour });
  });
}

function labelOf({ text, at: [x, baseline], align, size, weight, width, colour }: PageLabel): Expected[] {
  const left = align === 'left' ? x : x - width;
  return lettersOf({ text, left, top: baseline - size, height: size * 1.3, size, weight, width, colour });
}

/** Every letter of a line that leaves ink, in the room of its advance; `width` is what the line was held to. */
function lettersOf(line: {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly height: number;
  readonly size: number;
  readonly weight: FontWeight;
  readonly width: number;
  readonly colour: string;
}): Expected[] {
  const { text, top, height, size, weight, colour } = line;
  const squeeze = line.width / fontMeasure.width(text, size, weight);
  let x = line.left;
  return graphemesOf(text).flatMap((letter) => {
    const w = fontMeasure.width(letter, size, weight) * squeeze;
    const at = { x, y: top, w, h: height };
    x += w;
    return letter.trim() === '' ? [] : [{ what: `${letter} of “${text}”`, at, colour, least: LEAST_INK }];
  });
}

function badgeOf({ letter, centre: [x, y], radius }: BadgeShape, where: string): Expected[] {
  const around = (half: number): Region => ({ x: x - half, y: y - half, w: 2 * half, h: 2 * half });
  return [
    {
      what: `badge ${letter}, ${where}`,
      at: around(radius),
      colour: POSITION_COLOURS[letter],
      least: LEAST_BADGE.colour,
    },
    { what: `letter ${letter}, ${where}`, at: around(radius / 2), colour: '#ffffff', least: LEAST_BADGE.letter },
  ];
}
