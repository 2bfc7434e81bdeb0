import { type Box, centreOf } from '../layout/box.ts';
import type { Chip } from '../layout/field-chips.ts';
import type { Field } from '../layout/fields.ts';
import type { Label } from '../layout/shapes.ts';
import type { PositionLetter } from '../model/schema.ts';
import { byId } from '../model/snapshot.ts';
import type { FieldsShape } from '../scene/fields-shape.ts';
import { faded, PALETTE, POSITION_COLOURS } from '../scene/palette.ts';
import type { FontWeight } from '../text/text-measure.ts';
import { paintBadges } from './badges.ts';
import type { PaintOptions, Pen } from './pen.ts';
import { clothFont, paintBlock, prepareWords } from './words.ts';

/** The wash of a field's colour over the paper, 0 to 1, and how far its corners are rounded, mm. */
const FIELD = { wash: 0.07, round: 10 } as const;
/** Lines between the places of one person: mm, and 0 to 1. */
const LINK = { width: 2, opacity: 0.4 } as const;
/** The initiative: its rim, and how much paper stays clear round it, mm. */
const HUB = { rim: 4, clear: 18 } as const;
/** Who stands there: as the slips and circles of the cloth. The letters of the other fields stand on the rim. mm. */
const CHIP = { rim: 3, slipRim: 1.5, corner: 9, letter: 9, inward: 14, above: 1 } as const;
const TRAY = { rim: 2, corner: 14, opacity: 0.45 } as const;

/** A cloth looked at by position: the fields, the initiative between them, and who stands in each. Painted on a sheet. */
export function paintFields(pen: Pen, shape: FieldsShape, options: PaintOptions): void {
  const { laid, hub, links, heads, waiting, scale } = shape;
  const chips = byId(shape.chips);
  pen.save();
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  prepareWords(pen);
  for (const { letter, outline } of laid.fields) if (letter) paintField(pen, outline, POSITION_COLOURS[letter]);
  for (const { id, curve } of links) {
    const [from, bend, to] = curve;
    pen.beginPath();
    pen.moveTo(...from);
    pen.quadraticCurveTo(...bend, ...to);
    pen.strokeStyle = faded(chips.get(id)?.item.colour ?? PALETTE.graphite, LINK.opacity);
    pen.lineWidth = LINK.width * scale;
    pen.stroke();
  }
  paintHub(pen, laid.hub);
  pen.fillStyle = PALETTE.ink;
  paintBlock(pen, hub, centreOf(laid.hub), options);
  for (const { badge, word } of heads) {
    paintBadges(pen, [badge], options);
    paintLabel(pen, word, 700, PALETTE.ink);
  }
  if (waiting) {
    paintTray(pen, laid.waiting);
    paintLabel(pen, waiting, 500, PALETTE.pencil);
  }
  for (const { letter, people } of [...laid.fields, laid.waiting]) {
    for (const { id, box } of people) {
      const chip = chips.get(id);
      if (chip) paintChip(pen, chip, box, { letter, scale, options });
    }
  }
  pen.restore();
}

/** Its outline is stroked in the wash as well, which rounds its corners: so both are one colour that lets nothing through. */
function paintField(pen: Pen, outline: Field['outline'], colour: string): void {
  pen.beginPath();
  outline.forEach(([x, y], corner) => {
    if (corner === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.closePath();
  const ground = mixed(colour, PALETTE.white, FIELD.wash);
  pen.fillStyle = ground;
  pen.fill();
  pen.strokeStyle = ground;
  pen.lineWidth = FIELD.round;
  pen.stroke();
}

function paintHub(pen: Pen, { x, y, w, h }: Box): void {
  pen.beginPath();
  pen.roundRect(x, y, w, h, Math.min(w, h) / 2);
  pen.strokeStyle = PALETTE.paper;
  pen.lineWidth = HUB.clear;
  pen.stroke();
  pen.fillStyle = PALETTE.core;
  pen.fill();
  pen.strokeStyle = PALETTE.ink;
  pen.lineWidth = HUB.rim;
  pen.stroke();
}

/** Where who holds no position yet waits, beside the sheet on the table. */
function paintTray(pen: Pen, { outline }: Field): void {
  const [[left = 0, top = 0] = [], , [right = 0, foot = 0] = []] = outline;
  pen.beginPath();
  pen.roundRect(left, top, right - left, foot - top, TRAY.corner);
  pen.strokeStyle = faded(PALETTE.graphite, TRAY.opacity);
  pen.lineWidth = TRAY.rim;
  pen.stroke();
}

function paintLabel(pen: Pen, { text, at, size }: Label, weight: FontWeight, colour: string): void {
  pen.textAlign = 'left';
  pen.font = clothFont(size, weight);
  pen.fillStyle = colour;
  pen.fillText(text, ...at);
  pen.textAlign = 'center';
}

interface Standing {
  /** Of the field it stands in; null for who waits. */
  readonly letter: PositionLetter | null;
  readonly scale: number;
  readonly options: PaintOptions;
}

function paintChip(pen: Pen, { item, words }: Chip, box: Box, { letter, scale, options }: Standing): void {
  const isSlip = item.kind === 'ingredient';
  const rim = (isSlip ? CHIP.slipRim : CHIP.rim) * scale;
  const { x, y, w, h } = box;
  pen.beginPath();
  pen.roundRect(x + rim / 2, y + rim / 2, w - rim, h - rim, isSlip ? CHIP.corner * scale : (h - rim) / 2);
  pen.fillStyle = isSlip ? PALETTE.slip : PALETTE.white;
  pen.fill();
  pen.strokeStyle = item.colour;
  pen.lineWidth = rim;
  pen.stroke();
  pen.fillStyle = item.colour;
  paintBlock(pen, words, centreOf(box), options);
  const others = item.positions.filter((each) => each !== letter);
  const radius = CHIP.letter * scale;
  const badges = others.map((each, nth) => ({
    letter: each,
    centre: [x + w - CHIP.inward * scale - 2 * radius * (others.length - 1 - nth), y + CHIP.above * scale] as const,
    radius,
  }));
  paintBadges(pen, badges, options);
}

/** So much of a colour in another, both `#rrggbb`. */
function mixed(colour: string, ground: string, part: number): string {
  const channel = (from: number) => {
    const [a, b] = [colour, ground].map((each) => Number.parseInt(each.slice(from, from + 2), 16)) as [number, number];
    return Math.round(a * part + b * (1 - part))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
