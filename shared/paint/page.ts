import type { Page } from '../scene/page.ts';
import { paintBadges, paintContact } from './badges.ts';
import { paintWriter } from './items.ts';
import { paintMarkSample } from './mark-sample.ts';
import type { PaintOptions, Pen } from './pen.ts';
import { paintTies } from './ties.ts';
import { clothFont, prepareWords } from './words.ts';

/** The paper under it all. */
export function paintGround(pen: Pen, { box }: Page): void {
  pen.fillStyle = '#ffffff';
  pen.fillRect(box.x, box.y, box.w, box.h);
}

/** What stands round the cloth: title, day, names, the legend of letters and lines and whose method it is. */
export function paintPage(
  pen: Pen,
  { labels, badges, ties, contacts, edges, marks }: Page,
  options: PaintOptions,
): void {
  pen.save();
  prepareWords(pen);
  paintBadges(pen, badges, options);
  for (const mark of marks) paintMarkSample(pen, mark);
  paintTies(pen, ties, options);
  for (const mark of contacts) paintContact(pen, mark);
  for (const edge of edges) paintWriter(pen, edge, edge.colour);
  for (const { text, at, align, size, weight, colour, width } of labels) {
    pen.textAlign = align;
    pen.font = clothFont(size, weight);
    pen.fillStyle = colour;
    pen.fillText(text, at[0], at[1], width);
  }
  pen.restore();
}
