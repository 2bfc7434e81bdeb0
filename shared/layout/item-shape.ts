import type { Point, PositionLetter } from '../model/schema.ts';
import type { Item } from '../model/snapshot.ts';
import { isBlank } from '../text/clean-text.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { type Box, boxAround, polygonBox, unionOf } from './box.ts';
import { itemSize } from './item-size.ts';
import type { BadgeShape, ItemShape } from './shapes.ts';

/**
 * The letters of positions, mm at a table for six; each one past two turns the row on the rim this far back, radians. A larger
 * table is seen from as far away, so that they grow with it.
 */
const BADGE = { radius: 16.5, step: 34, turn: 0.21 } as const;
/** The mark of a contact: this part of a letter's size, and where it stands on the rim, in radii: beside the name, not on it. */
const CONTACT = { size: 0.86, x: -0.951, y: 0.309 } as const;
/** The tail of a clarification, mm: width at its root, reach, where under a slip, and how deep it roots in a circle. */
const TAIL = { width: 15, slip: 13, circle: 15, inset: 20, sunk: 3.5 } as const;

/** One item as it is drawn, in the room that `sizeOf` gives its words, on a table `scale` times as large as one for six. */
export function itemShape(item: Item, measure: TextMeasure, sizeOf = itemSize, scale = 1): ItemShape {
  const { w, h, radius, text } = sizeOf(item.kind, item.text, measure);
  const box = boxAround(item.pos, w, h);
  const badges = badgesOn(box, radius, item.pos, item.positions, scale);
  const tail = item.clarification === '' ? null : tailOf(box, radius, item.pos);
  const contact = radius > 0 ? contactOn(item, radius, scale) : null;
  const question = item.asked ? questionOn(box, radius, item.pos, scale) : null;
  return {
    id: item.id,
    kind: item.kind,
    box,
    radius,
    centre: item.pos,
    turn: 0,
    text,
    colour: item.colour,
    badges,
    tail,
    question,
    contact,
    extent: extentOf(box, [...badges, question, contact], tail),
  };
}

/** At the lower left: under a slip, or out of a circle's rim (where its box has room for it). */
function tailOf(box: Box, radius: number, [x, y]: Point): ItemShape['tail'] {
  if (radius === 0) {
    const [left, foot] = [box.x + TAIL.inset, box.y + box.h];
    return [
      [left, foot],
      [left - TAIL.width * 0.4, foot + TAIL.slip],
      [left + TAIL.width, foot],
    ];
  }
  const rim = (degrees: number, out: number): Point => {
    const angle = (degrees * Math.PI) / 180;
    return [x + Math.cos(angle) * (radius + out), y + Math.sin(angle) * (radius + out)];
  };
  const half = (TAIL.width / radius / Math.PI) * 90;
  return [rim(135 + half, -TAIL.sunk), rim(138, TAIL.circle), rim(135 - half, -TAIL.sunk)];
}

/** A circle wears its letters on its rim from the top to the right, a slip along its upper border from the right. */
function badgesOn(
  box: Box,
  radius: number,
  [x, y]: Point,
  letters: readonly PositionLetter[],
  scale: number,
): BadgeShape[] {
  const [size, step] = [BADGE.radius * scale, BADGE.step * scale];
  // Many letters spread over the top, or the last of them would come down beside the name.
  const middle = -Math.PI / 4 - Math.max(0, letters.length - 2) * BADGE.turn;
  return letters.map((letter, at) => {
    if (radius === 0) {
      const right = box.x + box.w - size * 0.4;
      return { letter, centre: [right - at * step, box.y - size * 0.45], radius: size };
    }
    const angle = middle + (at - (letters.length - 1) / 2) * (step / radius);
    return {
      letter,
      centre: [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius],
      radius: size,
    };
  });
}

/** At the lower right: away from the letters above and the tail at the left. */
function questionOn(
  box: Box,
  radius: number,
  [x, y]: Point,
  scale: number,
): { readonly centre: Point; readonly radius: number } {
  const size = BADGE.radius * scale;
  if (radius === 0) {
    const sunk = size * 0.45;
    return { centre: [box.x + box.w - sunk, box.y + box.h + sunk], radius: size };
  }
  return { centre: [x + radius * Math.SQRT1_2, y + radius * Math.SQRT1_2], radius: size };
}

/** Low at the left, away from letters, tail and question. */
function contactOn({ pos: [x, y], contacted, story }: Item, radius: number, scale: number): ItemShape['contact'] {
  const stage = contacted === 'done' ? 'talked' : contacted === 'planned' ? 'agreed' : isBlank(story) ? null : 'story';
  return (
    stage && {
      stage,
      centre: [x + radius * CONTACT.x, y + radius * CONTACT.y],
      radius: BADGE.radius * scale * CONTACT.size,
    }
  );
}

type Round = { readonly centre: Point; readonly radius: number } | null;

function extentOf(box: Box, marks: readonly Round[], tail: ItemShape['tail']): Box {
  const boxes = marks.flatMap((mark) => (mark ? boxAround(mark.centre, 2 * mark.radius, 2 * mark.radius) : []));
  return unionOf([box, ...boxes, ...(tail ? [polygonBox(tail)] : [])]) ?? box;
}

/** The same item elsewhere, for previews of a drag: words and measures are shared with the one at rest. */
export function shiftItem(shape: ItemShape, dx: number, dy: number): ItemShape {
  const moved = ([x, y]: Point): Point => [x + dx, y + dy];
  const movedBox = (box: Box): Box => ({ ...box, x: box.x + dx, y: box.y + dy });
  return {
    ...shape,
    box: movedBox(shape.box),
    centre: moved(shape.centre),
    badges: shape.badges.map((badge) => ({ ...badge, centre: moved(badge.centre) })),
    tail: shape.tail && [moved(shape.tail[0]), moved(shape.tail[1]), moved(shape.tail[2])],
    contact: shape.contact && { ...shape.contact, centre: moved(shape.contact.centre) },
    question: shape.question && { ...shape.question, centre: moved(shape.question.centre) },
    extent: movedBox(shape.extent),
  };
}
