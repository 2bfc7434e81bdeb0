import { type Box, grow, overlaps, unionOf } from '../layout/box.ts';
import type { ItemShape, Scene } from '../layout/shapes.ts';
import { compareCloths } from '../method/compare.ts';
import { NAMES, type Names, named, namedAlike } from '../method/named.ts';
import { INITIATIVE, type Point, type PositionLetter } from '../model/schema.ts';
import type { ClothSnapshot } from '../model/snapshot.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { buildScene } from './build-scene.ts';
import { type CompareKind, type CompareMarks, compareMarks } from './compare-marks.ts';
import { type FieldsShape, fieldsShape } from './fields-shape.ts';
import { type Leaf, sceneOfLeaf } from './leaf.ts';
import { layPage, type Page, type PageTexts } from './page.ts';
import { pathLeaf } from './path-leaf.ts';
import { TILE_NAMES, type TileName } from './tiles.ts';

/** Which part of a cloth a page shows. What is tied to an edge or a position comes along, for without it one sees no network. */
export type PagePart =
  | { readonly of: 'whole' }
  | { readonly of: 'selection'; readonly ids: readonly string[] }
  | { readonly of: 'edge'; readonly seat: string }
  | { readonly of: 'position'; readonly letter: PositionLetter }
  /** The whole cloth looked at by position: five fields round the initiative. */
  | { readonly of: 'positions' }
  /** The path on the cloth's back. */
  | { readonly of: 'path' };

/**
 * The papers a page can be laid on, lying down, in mm, and at how many dots to the inch a picture for it is made: sharp at
 * the distance from which one looks at it. `slide` has the shape of one, 3,840 px wide; `own` is as large as the cloth itself.
 */
export const PAPERS = {
  a4: { w: 297, h: 210, dpi: 300 },
  a3: { w: 420, h: 297, dpi: 300 },
  a2: { w: 594, h: 420, dpi: 200 },
  a1: { w: 841, h: 594, dpi: 150 },
  a0: { w: 1_189, h: 841, dpi: 150 },
  slide: { w: 320, h: 180, dpi: 304.8 },
  own: null,
} as const;

export type PaperName = keyof typeof PAPERS;
export const PAPER_NAMES = Object.keys(PAPERS) as readonly PaperName[];

/** The cloth's own colours; the same on white paper; or black on white, for a printer that has nothing else. */
export const PAGE_COLOURS = ['paper', 'white', 'black'] as const;
export type PageColours = (typeof PAGE_COLOURS)[number];

/** What may stand round the cloth on a page, or on it, and be left out. */
export const PAGE_PARTS = ['fill', 'large', 'legend', 'atTable', 'date', 'marks'] as const;

/** What one chooses of a page to take home. The browser's pictures, what it prints and the server's exports all read this. */
export interface PageChoice {
  readonly paper: PaperName;
  /** The page is the tablecloth: it reaches to the paper's edge, and what is empty of it is cut off. */
  readonly fill: boolean;
  /** Title, names and legend half as large again. */
  readonly large: boolean;
  readonly legend: boolean;
  /** The line that says who sat at the table. */
  readonly atTable: boolean;
  readonly date: boolean;
  /** The small marks that say how far a contact has come. */
  readonly marks: boolean;
  readonly names: Names;
  readonly colours: PageColours;
  /** A PDF in parts on sheets of this size, for who has no larger printer; null for one page. */
  readonly tile: TileName | null;
}

export const USUAL_PAGE: PageChoice = {
  paper: 'a3',
  fill: true,
  large: false,
  legend: true,
  atTable: true,
  date: true,
  marks: true,
  names: 'full',
  colours: 'paper',
  tile: null,
};

export const WHOLE: PagePart = { of: 'whole' };

/** A page that is ready to be painted: what is on it, and in which colours. mm of the cloth. */
export interface LaidPage {
  readonly scene: Scene;
  readonly page: Page;
  readonly colours: PageColours;
  /** What happened since a moment, over the cloth; null where nothing is compared. */
  readonly compared: CompareMarks | null;
  /** Stands on the sheet in place of the cloth's shapes, of which the scene then has none; null for a cloth as it lies. */
  readonly fields: FieldsShape | null;
  /** The same of what is no cloth at all: a path. */
  readonly leaf: Leaf | null;
}

/** A choice that was kept or sent by somebody else: what cannot be read of it is as usual. */
export function readPageChoice(kept: unknown): PageChoice {
  if (typeof kept !== 'object' || kept === null) return USUAL_PAGE;
  const { paper, names, colours, tile } = kept as Partial<Record<keyof PageChoice, unknown>>;
  const flags = PAGE_PARTS.map((part) => {
    const flag: unknown = Reflect.get(kept, part);
    return [part, typeof flag === 'boolean' ? flag : USUAL_PAGE[part]];
  });
  return {
    ...USUAL_PAGE,
    ...Object.fromEntries(flags),
    paper: PAPER_NAMES.find((name) => name === paper) ?? USUAL_PAGE.paper,
    names: NAMES.find((name) => name === names) ?? USUAL_PAGE.names,
    colours: PAGE_COLOURS.find((name) => name === colours) ?? USUAL_PAGE.colours,
    tile: TILE_NAMES.find((name) => name === tile) ?? USUAL_PAGE.tile,
  };
}

/** How a page is laid: of which part of the cloth, as chosen, on papers of which shapes (width / height; null for any). */
export interface PageOrder {
  readonly part: PagePart;
  readonly choice: PageChoice;
  readonly texts: PageTexts;
  /** How the cloth was before, to show what became of it since, and what the marks that show it mean. */
  readonly since?: { readonly before: ClothSnapshot; readonly marks: Readonly<Record<CompareKind, string>> };
  readonly aspects?: readonly (number | null)[];
}

/** The shapes a paper can have: lying down or standing up; a slide only lies. */
function aspectsOf(name: PaperName): readonly (number | null)[] {
  const paper = PAPERS[name];
  if (!paper) return [null];
  const lying = paper.w / paper.h;
  return name === 'slide' ? [lying] : [lying, 1 / lying];
}

/** Lays a page of a cloth as chosen: standing up or lying down, whichever shows the cloth larger. */
export function chosenPage(
  cloth: ClothSnapshot,
  { part, choice: asked, texts, since, aspects = aspectsOf(asked.paper) }: PageOrder,
  measure: TextMeasure,
): LaidPage {
  // A sheet with boxes is its own page: cut to what lies on it, it would lose them.
  const choice = cloth.meta.sheet === 'theme' ? { ...asked, fill: false } : asked;
  const { before, now } = since
    ? namedAlike(since.before, cloth, choice.names)
    : { before: null, now: named(cloth, choice.names) };
  const fields = part.of === 'positions' ? fieldsShape(now, texts, measure) : null;
  const leaf = part.of === 'path' ? pathLeaf(now, texts.path, measure) : null;
  const found = since && !fields && !leaf && compareCloths(since.before, cloth);
  const compared = before && found ? compareMarks(before, now, measure, found) : null;
  const whole = buildScene(now, measure);
  const scene = leaf
    ? sceneOfLeaf(leaf, whole)
    : fields
      ? sceneOfFields(whole, fields)
      : sceneOf(now, part, choice, whole, compared?.gone ?? []);
  // The fields say themselves what each letter stands for, and a path has none.
  const look = fields || leaf ? { ...choice, legend: false } : choice;
  const said = leaf ? { ...texts, title: texts.path.titleOf(texts.title) } : texts;
  const explained = compared && since ? { compared, words: since.marks } : null;
  const page = smallest(aspects.map((aspect) => layPage(scene, said, measure, aspect, look, explained)));
  const sheet = choice.fill ? ({ shape: 'rectangle', box: page.box, corner: 0 } as const) : scene.sheet;
  return { scene: { ...scene, sheet }, page, colours: choice.colours, compared, fields, leaf };
}

/** Strokes are wider than the course they follow, and drawn by a hand that strays, mm. */
const STROKE = 12;

/** Lays a page of what is no cloth, such as a room's year, as chosen. */
export function leafPage(
  leaf: Leaf,
  { choice, texts, aspects = aspectsOf(choice.paper) }: Pick<PageOrder, 'choice' | 'texts' | 'aspects'>,
  measure: TextMeasure,
): LaidPage {
  const scene = sceneOfLeaf(leaf);
  const look = { ...choice, legend: false };
  const page = smallest(aspects.map((aspect) => layPage(scene, texts, measure, aspect, look)));
  const sheet = choice.fill ? ({ shape: 'rectangle', box: page.box, corner: 0 } as const) : scene.sheet;
  return { scene: { ...scene, sheet }, page, colours: choice.colours, compared: null, fields: null, leaf };
}

/** On which what is shown is largest; of two alike the first. */
function smallest(pages: readonly Page[]): Page {
  return pages.reduce((best, other) => (areaOf(other.box) < areaOf(best.box) * 0.999 ? other : best));
}

/** A page with of its cloth only what is to be seen in a part of it: for who paints it part by part. mm of the cloth. */
export function partOfPage(laid: LaidPage, part: Box): LaidPage {
  const near = grow(part, STROKE);
  const items = laid.scene.items.filter(({ extent }) => overlaps(extent, near));
  const ties = laid.scene.ties.filter(({ box }) => overlaps(box, near));
  return { ...laid, scene: { ...laid.scene, items, ties } };
}

/** So large a picture is made: so many px per mm of the cloth, or for a paper of this size at so many dots to the inch. */
export type PictureSize = number | { readonly width: number; readonly height: number; readonly dpi: number };

/** How large a laid page is on its paper, whichever way that lies: where it has none of a size, as large as it is. mm. */
export function paperSize({ page: { box } }: LaidPage, paper: PaperName): { readonly w: number; readonly h: number } {
  const sheet = PAPERS[paper];
  if (!sheet) return { w: box.w, h: box.h };
  return box.w >= box.h ? { w: sheet.w, h: sheet.h } : { w: sheet.h, h: sheet.w };
}

const INCH_MM = 25.4;
/** px per mm at which a cloth of its own size is drawn. */
const OWN_SIZE = 2;

/** How large the picture of a laid page becomes on the paper that was chosen for it, whichever way that lies. */
export function pictureSize({ page: { box } }: LaidPage, paper: PaperName): PictureSize {
  const sheet = PAPERS[paper];
  if (!sheet) return OWN_SIZE;
  const [long, short] = [sheet.w, sheet.h].map((mm) => Math.round((mm * sheet.dpi) / INCH_MM)) as [number, number];
  return box.w >= box.h
    ? { width: long, height: short, dpi: sheet.dpi }
    : { width: short, height: long, dpi: sheet.dpi };
}

const areaOf = ({ w, h }: Box) => w * h;

/** Nothing but the sheet that the fields stand on, and who sat at the table. */
function sceneOfFields({ seats, initiative }: Scene, { laid, waiting }: FieldsShape): Scene {
  const { size, sheet } = laid;
  const box = waiting ? { x: 0, y: 0, ...size } : sheet;
  return { bounds: box, sheet: { shape: 'rectangle', box: sheet, corner: 18 }, seats, initiative, items: [], ties: [] };
}

/** What of a cloth's scene stands on the page: never the dashes of an edge where nobody sits. */
function sceneOf(
  cloth: ClothSnapshot,
  part: PagePart,
  { marks, fill }: PageChoice,
  whole: Scene,
  gone: readonly ItemShape[],
): Scene {
  const shown = idsOf(cloth, part);
  const items = whole.items.flatMap((item): ItemShape[] => {
    if (shown && !shown.has(item.id)) return [];
    return marks || !item.contact ? [item] : [{ ...item, contact: null }];
  });
  const ties = shown ? whole.ties.filter(({ from, to }) => shown.has(from) && shown.has(to)) : whole.ties;
  const seats = whole.seats.filter(({ free, id }) => !free && (part.of !== 'edge' || part.seat === id));
  const scene: Scene = { ...whole, items, ties, seats };
  // What is gone may have lain beyond where the cloth ends now.
  const shownHere = { ...scene, items: [...items, ...gone] };
  if (!fill)
    return gone.length > 0
      ? { ...scene, bounds: unionOf([scene.bounds, contentBox(shownHere)]) ?? scene.bounds }
      : scene;
  if (part.of === 'whole') return { ...scene, bounds: contentBox(shownHere) };
  // The line along an edge is no longer than what stands there, or it would make the page as long as the table.
  const bounds = contentBox({ ...scene, seats: seats.map((seat) => ({ ...seat, hem: [] })) });
  const shortened = { ...scene, seats: seats.map((seat) => ({ ...seat, hem: within(seat.hem, bounds) })) };
  return { ...shortened, bounds: contentBox(shortened) };
}

/** A straight line along an edge, cut off where a box ends; a bent one is left as it is. */
function within(hem: readonly Point[], { x, y, w, h }: Box): readonly Point[] {
  const [from, to] = hem;
  if (!from || !to || hem.length > 2) return hem;
  const lies = Math.abs(from[0] - to[0]) > Math.abs(from[1] - to[1]);
  return hem.map(
    ([px, py]): Point => (lies ? [Math.min(x + w, Math.max(x, px)), py] : [px, Math.min(y + h, Math.max(y, py))]),
  );
}

/** Which items and ends of ties are shown; null for all. */
function idsOf({ items, ties }: ClothSnapshot, part: PagePart): ReadonlySet<string> | null {
  if (part.of === 'whole' || part.of === 'positions' || part.of === 'path') return null;
  if (part.of === 'selection') return new Set([INITIATIVE, ...part.ids]);
  const own = new Set(
    items
      .filter(({ seat, positions }) => (part.of === 'edge' ? seat === part.seat : positions.includes(part.letter)))
      .map(({ id }) => id),
  );
  const tied = ties.flatMap(({ from, to }) => (own.has(from) ? [to] : own.has(to) ? [from] : []));
  return new Set([INITIATIVE, ...own, ...tied]);
}

/** The box round all that is there, without the paper. */
export function contentBox({ items, ties, seats, initiative }: Scene): Box {
  const boxes = [
    initiative.box,
    ...items.map(({ extent }) => extent),
    ...ties.map(({ box }) => box),
    ...seats.flatMap(({ box, hem }) => [box, ...hem.map(([x, y]) => ({ x, y, w: 0, h: 0 }))]),
  ];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, w, h } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + w);
    bottom = Math.max(bottom, y + h);
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
}
