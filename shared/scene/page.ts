import { POSITION_LETTERS, type Point, type PositionLetter } from '../cloth/schema.ts';
import type { Box } from '../geometry/box.ts';
import { PALETTE } from './palette.ts';
import type { BadgeShape, Scene } from './scene.ts';
import type { FontWeight, TextMeasure } from './text-measure.ts';

/** The words on a page that are not on the cloth, in the reader's language. */
export interface PageTexts {
  readonly title: string;
  /** The day, written out. */
  readonly date: string;
  /** Before the names of those who sat there, with its colon: "Round the table:". */
  readonly atTable: string;
  /** What each letter stands for. */
  readonly positions: Readonly<Record<PositionLetter, string>>;
}

/** The method's author asks for it on every picture that leaves the house. */
export const ATTRIBUTION = 'Initiatief-netwerkanalyse © Anne-Marie Poorthuis';

/** A cloth with all that belongs to it on paper: in mm of the cloth, so that it is drawn with the scene in one go. */
export interface Page {
  readonly box: Box;
  readonly labels: readonly PageLabel[];
  readonly badges: readonly BadgeShape[];
}

export interface PageLabel {
  readonly text: string;
  /** Where its baseline begins, or ends when `align` is right. */
  readonly at: Point;
  readonly align: 'left' | 'right';
  readonly size: number;
  readonly weight: FontWeight;
  readonly colour: string;
  /** The text is drawn no wider than this, mm. */
  readonly width: number;
}

/** For a sheet 1,800 mm wide; larger cloths get all of it larger, for they are printed smaller. mm. */
const SIZE = { title: 46, date: 28, names: 25, legend: 27, attribution: 24 } as const;
const GAP = { margin: 44, line: 42, toCloth: 34, entry: 34, letter: 12 } as const;
const BADGE = 17;
const USUAL = { width: 1_800, aspect: 1.5 } as const;

/**
 * A page round a scene: title and day above, who sat at the table, below what the letters stand for and whose method it
 * is. With an `aspect` (width / height, e.g. of A3) the page is widened or heightened to it with the cloth in its middle.
 */
export function layPage(scene: Scene, texts: PageTexts, measure: TextMeasure, aspect: number | null): Page {
  const { x, y, w, h } = scene.bounds;
  const unit = Math.max(w, h * USUAL.aspect) / USUAL.width;
  const ratio = aspect ?? 0;
  const margin = GAP.margin * unit;
  // A tall cloth on a wide page leaves room at its sides: titles begin there, not in the middle of nowhere.
  const above = headerHeight(scene) * unit;
  const legend = legendWidth(texts, measure) * unit;
  const attribution = measure.width(ATTRIBUTION, SIZE.attribution * unit, 500);
  const oneRow = legend + GAP.entry * unit * 2 + attribution <= w;
  const below = (GAP.toCloth + GAP.line + (oneRow ? 0 : GAP.line * 1.2)) * unit;
  const content = { w: w + 2 * margin, h: h + 2 * margin + above + below };
  const full = {
    w: Math.max(content.w, content.h * ratio),
    h: ratio > 0 ? Math.max(content.h, content.w / ratio) : content.h,
  };
  const spare = (full.h - content.h) / 2;
  const box: Box = { x: x - margin - (full.w - content.w) / 2, y: y - margin - above - spare, w: full.w, h: full.h };
  const edges = { left: x, right: x + w, top: y - above, foot: y + h + GAP.toCloth * unit };
  const furniture = { measure, unit, edges };
  const footer = footerOf(texts, furniture, oneRow);
  return { box, labels: [...headerOf(scene, texts, furniture), ...footer.labels], badges: footer.badges };
}

interface Furniture {
  readonly measure: TextMeasure;
  readonly unit: number;
  readonly edges: { readonly left: number; readonly right: number; readonly top: number; readonly foot: number };
}

const namesOf = (scene: Scene) => scene.seats.filter(({ free }) => !free).map(({ name }) => name.trim());

function headerHeight(scene: Scene): number {
  return GAP.line * 1.1 + (namesOf(scene).length > 0 ? GAP.line : 0) + GAP.toCloth;
}

/** A line of words, set smaller when it would be wider than it may be. */
function label(
  { measure }: Furniture,
  text: string,
  at: Point,
  style: { readonly size: number; readonly weight: FontWeight; readonly colour: string; readonly align?: 'right' },
  most: number,
): PageLabel {
  const wished = measure.width(text, style.size, style.weight);
  const size = wished > most ? (style.size * most) / wished : style.size;
  return {
    text,
    at,
    align: style.align ?? 'left',
    size,
    weight: style.weight,
    colour: style.colour,
    width: Math.min(wished, most),
  };
}

function headerOf(scene: Scene, texts: PageTexts, furniture: Furniture): PageLabel[] {
  const { measure, unit, edges } = furniture;
  const day = { size: SIZE.date * unit, weight: 500, colour: PALETTE.pencil, align: 'right' } as const;
  const dayWidth = measure.width(texts.date, day.size, day.weight);
  const baseline = edges.top + GAP.line * unit * 0.9;
  const most = edges.right - edges.left;
  const title = { size: SIZE.title * unit, weight: 700, colour: PALETTE.ink } as const;
  const labels = [
    label(
      furniture,
      texts.title,
      [edges.left, baseline],
      title,
      Math.max(most / 2, most - dayWidth - GAP.entry * unit),
    ),
    label(furniture, texts.date, [edges.right, baseline], day, most / 2),
  ];
  const names = namesOf(scene);
  if (names.length === 0) return labels.filter(({ text }) => text !== '');
  const style = { size: SIZE.names * unit, weight: 500, colour: PALETTE.pencil } as const;
  const line = `${texts.atTable} ${names.join(', ')}`;
  labels.push(label(furniture, line, [edges.left, baseline + GAP.line * unit], style, most));
  return labels.filter(({ text }) => text !== '');
}

/** At unit 1, mm. */
function legendWidth(texts: PageTexts, measure: TextMeasure): number {
  return POSITION_LETTERS.reduce((sum, letter) => sum + entryWidth(texts.positions[letter], measure), -GAP.entry);
}

const entryWidth = (name: string, measure: TextMeasure) =>
  2 * BADGE + GAP.letter + measure.width(name, SIZE.legend, 500) + GAP.entry;

function footerOf(texts: PageTexts, furniture: Furniture, oneRow: boolean) {
  const { measure, unit, edges } = furniture;
  const most = edges.right - edges.left;
  const scale = unit * Math.min(1, most / (legendWidth(texts, measure) * unit));
  const baseline = edges.foot + GAP.line * unit * 0.75;
  const labels: PageLabel[] = [];
  const badges: BadgeShape[] = [];
  let x = edges.left;
  for (const letter of POSITION_LETTERS) {
    const name = texts.positions[letter];
    badges.push({ letter, centre: [x + BADGE * scale, baseline - SIZE.legend * scale * 0.31], radius: BADGE * scale });
    const style = { size: SIZE.legend * scale, weight: 500, colour: PALETTE.ink } as const;
    labels.push(label(furniture, name, [x + (2 * BADGE + GAP.letter) * scale, baseline], style, most));
    x += entryWidth(name, measure) * scale;
  }
  const last = baseline + (oneRow ? 0 : GAP.line * unit * 1.2);
  const style = { size: SIZE.attribution * unit, weight: 500, colour: PALETTE.pencil, align: 'right' } as const;
  labels.push(label(furniture, ATTRIBUTION, [edges.right, last], style, most));
  return { labels, badges };
}
