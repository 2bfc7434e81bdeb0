import { boxAround } from '../layout/box.ts';
import type { SeatShape } from '../layout/shapes.ts';
import type { SeatZone } from '../layout/table.ts';
import { graphemesOf } from '../text/graphemes.ts';
import type { TextMeasure } from '../text/text-measure.ts';

/** Size of a name at the edge, mm; a long one is set smaller, down to the least, before it is cut off. */
const NAME_SIZES = [30, 27, 24, 21] as const;
const NAME_LINE = 1.25;

/** A seat's name in the strip along its stretch of the edge. */
export function seatShape({ seat, at, angle, facing, length, hem, zone }: SeatZone, measure: TextMeasure): SeatShape {
  const name = seat.name.replace(/\s+/g, ' ').trim();
  const widthAt = (size: number) => measure.width(name, size, 700);
  const fontSize = NAME_SIZES.find((size) => widthAt(size) <= length) ?? NAME_SIZES[NAME_SIZES.length - 1] ?? 21;
  const label = widthAt(fontSize) <= length ? name : shortened(name, fontSize, length, measure);
  const labelWidth = measure.width(label, fontSize, 700);
  const high = fontSize * NAME_LINE;
  // Turned by a quarter at most on a rectangle; on a round sheet the box is the one round the turned label.
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const box = boxAround(at, labelWidth * cos + high * sin, labelWidth * sin + high * cos);
  return {
    id: seat.id,
    name: seat.name,
    label,
    labelWidth,
    colour: seat.colour,
    free: name === '',
    at,
    angle,
    facing,
    fontSize,
    hem,
    zone,
    box,
  };
}

function shortened(name: string, size: number, length: number, measure: TextMeasure): string {
  const graphemes = graphemesOf(name);
  while (graphemes.length > 1 && measure.width(`${graphemes.join('')}…`, size, 700) > length) graphemes.pop();
  return `${graphemes.join('').trimEnd()}…`;
}
