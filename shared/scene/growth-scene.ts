import type { Box } from '../layout/box.ts';
import type { ItemShape, Scene } from '../layout/shapes.ts';
import type { Still, Stretch } from '../method/growth.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import type { Page } from './page.ts';
import { contentBox, type LaidPage } from './page-choice.ts';
import { ATTRIBUTION } from './page-legend.ts';
import { GAP, type PageLabel, pageLabel, SIZE } from './page-words.ts';
import { PALETTE } from './palette.ts';

/** The scene of a stretch, and of the one before it, where there is one: made once for all stills it tells. */
export interface StretchScenes {
  readonly scene: Scene;
  readonly before: Scene | null;
}

/**
 * What lies on the cloth at a still, out of the scene of its stretch, so that nothing is measured or routed anew for it. What
 * was said of a thing after it was laid (letters, contact, clarification, question) comes with the look at the stretch's end.
 */
export function stillScene(
  { scene, before }: StretchScenes,
  stretch: Stretch,
  { upTo, whole }: Pick<Still, 'upTo' | 'whole'>,
): Scene {
  const lies = (id: string) => (stretch.rank.get(id) ?? -1) < upTo;
  const known = new Map(before?.items.map((item) => [item.id, item]));
  const shown = scene.items.filter(({ id }) => lies(id));
  const items = whole ? shown : shown.map((item) => asKnown(item, known.get(item.id)));
  const there = new Set([...items.map(({ id }) => id)]);
  const taken = new Set(scene.items.map(({ id }) => id));
  const stands = (end: string) => !taken.has(end) || there.has(end);
  const ties = scene.ties.filter(({ id, from, to }) => lies(id) && stands(from) && stands(to));
  // A person comes to the table with a first word, or with the look at which they sat there.
  const writers = new Set(
    stretch.cloth.items.flatMap(({ id, seat }) => (seat !== null && there.has(id) ? [seat] : [])),
  );
  const sat = new Set(before?.seats.filter(({ free }) => !free).map(({ id }) => id));
  const seats = scene.seats.filter(({ id, free }) => !free && (whole || writers.has(id) || sat.has(id)));
  return { ...scene, items, ties, seats };
}

/** An item with no more said of it than was before. */
function asKnown(item: ItemShape, before: ItemShape | undefined): ItemShape {
  const letters = new Set(before?.badges.map(({ letter }) => letter));
  const stage = before?.contact?.stage;
  const badges = item.badges.filter(({ letter }) => letters.has(letter));
  const same = badges.length === item.badges.length;
  if (same && !item.tail && !item.question && !item.contact) return item;
  return {
    ...item,
    badges,
    tail: before?.tail ? item.tail : null,
    question: before?.question ? item.question : null,
    contact: item.contact && stage ? { ...item.contact, stage } : null,
  };
}

/**
 * The box in which all of every picture of a film has room, mm: nothing jumps when the cloth becomes larger, and the
 * initiative is in the middle of it.
 */
export function filmBounds(scenes: readonly Scene[]): Box {
  const [first] = scenes;
  if (!first) return { x: 0, y: 0, w: 1, h: 1 };
  if (first.sheet.boxes) return first.bounds;
  const [cx, cy] = first.initiative.centre;
  const boxes = scenes.map((scene) => contentBox({ ...scene, seats: scene.seats.filter(({ free }) => !free) }));
  const across = Math.max(...boxes.flatMap(({ x, w }) => [cx - x, x + w - cx]));
  const down = Math.max(...boxes.flatMap(({ y, h }) => [cy - y, y + h - cy]));
  return { x: cx - across, y: cy - down, w: 2 * across, h: 2 * down };
}

/** A picture of a film as a page: the tablecloth is all of it, but for a sheet with boxes, which is its own page. */
export function filmLaid(scene: Scene, bounds: Box, texts: FilmTexts, measure: TextMeasure): LaidPage {
  const page = filmPage(bounds, texts, measure);
  const sheet = scene.sheet.boxes ? scene.sheet : ({ shape: 'rectangle', box: page.box, corner: 0 } as const);
  return { scene: { ...scene, sheet }, page, colours: 'paper', compared: null, fields: null, leaf: null };
}

/** What stands round a picture of a film, in the maker's language. */
export interface FilmTexts {
  readonly title: string;
  /** What is happening, and when. */
  readonly caption: string;
  readonly when: string;
}

/** A film is as wide as this for its height. */
const ASPECT = 16 / 9;
/** For a cloth 1,800 mm wide; words of a film are read from farther than those of a page. */
const USUAL = { width: 1_800, larger: 1.2 } as const;

/** The page round one picture of a film: title and caption above, day and hour beside them, below whose method it is. mm. */
function filmPage({ x, y, w, h }: Box, texts: FilmTexts, measure: TextMeasure): Page {
  const unit = (Math.max(w, h * 1.5) / USUAL.width) * USUAL.larger;
  const margin = GAP.margin * unit * 0.7;
  const above = GAP.line * unit * 2.2 + GAP.toCloth * unit * 0.6;
  const below = GAP.line * unit + GAP.toCloth * unit * 0.5;
  const content = { w: w + 2 * margin, h: h + 2 * margin + above + below };
  const full = { w: Math.max(content.w, content.h * ASPECT), h: Math.max(content.h, content.w / ASPECT) };
  const box: Box = {
    x: x + w / 2 - full.w / 2,
    y: y - margin - above - (full.h - content.h) / 2,
    w: full.w,
    h: full.h,
  };
  // The words go as wide as the picture: a square cloth leaves little room above itself.
  const [left, right] = [box.x + margin, box.x + box.w - margin];
  const most = (right - left) * 0.66;
  const first = y - above + GAP.line * unit * 0.9;
  const second = first + GAP.line * unit * 1.1;
  const small = { weight: 500, colour: PALETTE.pencil } as const;
  const title = { size: SIZE.title * unit, weight: 700, colour: PALETTE.ink } as const;
  const labels: PageLabel[] = [
    pageLabel(measure, texts.title, [left, first], title, most),
    pageLabel(measure, texts.caption, [left, second], { ...small, size: SIZE.date * unit }, most),
    pageLabel(measure, texts.when, [right, first], { ...small, size: SIZE.date * unit, align: 'right' }, most / 2),
    pageLabel(
      measure,
      ATTRIBUTION,
      [right, y + h + below],
      { ...small, size: SIZE.attribution * unit, align: 'right' },
      most,
    ),
  ];
  return {
    box,
    labels: labels.filter(({ text }) => text !== ''),
    badges: [],
    ties: [],
    contacts: [],
    edges: [],
    marks: [],
  };
}
