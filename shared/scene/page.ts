import type { Box } from '../layout/box.ts';
import type { Scene } from '../layout/shapes.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { type ExplainedMarks, type LegendTexts, layLegend, legendRows, type PageLegend } from './page-legend.ts';
import { GAP, type PageLabel, pageLabel, SIZE } from './page-words.ts';
import { PALETTE } from './palette.ts';
import type { PathTexts } from './path-leaf.ts';

/** The words on a page that are not on the cloth, in the reader's language. */
export interface PageTexts extends LegendTexts {
  readonly title: string;
  /** The day, written out. */
  readonly date: string;
  /** Before the names of those who sat there, with its colon: "Round the table:". */
  readonly atTable: string;
  /** Of a page by position: who holds none yet, and who has no name. */
  readonly waiting: string;
  readonly unnamed: string;
  /** Of a page of the path. */
  readonly path: PathTexts;
}

/** What stands round the cloth, and how large. */
export interface PageLook {
  /** The cloth reaches to the paper's edge: no white is left round it. */
  readonly fill: boolean;
  /** Words half as large again. */
  readonly large: boolean;
  readonly legend: boolean;
  readonly atTable: boolean;
  readonly date: boolean;
}

const ALL: PageLook = { fill: false, large: false, legend: true, atTable: true, date: true };

/** A cloth with all that belongs to it on paper: in mm of the cloth, so that it is drawn with the scene in one go. */
export interface Page extends PageLegend {
  readonly box: Box;
}

const USUAL = { width: 1_800, aspect: 1.5 } as const;
const LARGE = 1.5;
/** Where the cloth reaches to the paper's edge its words need less room beside them. */
const FILLED_MARGIN = 0.6;

/**
 * A page round a scene: title and day above, who sat at the table, below what the letters stand for and whose method it
 * is. With an `aspect` (width / height, e.g. of A3) the page is widened or heightened to it with the cloth in its middle.
 */
export function layPage(
  scene: Scene,
  texts: PageTexts,
  measure: TextMeasure,
  aspect: number | null,
  look: PageLook = ALL,
  marks: ExplainedMarks | null = null,
): Page {
  const { x, y, w, h } = scene.bounds;
  const unit = (Math.max(w, h * USUAL.aspect) / USUAL.width) * (look.large ? LARGE : 1);
  const ratio = aspect ?? 0;
  const margin = GAP.margin * unit * (look.fill ? FILLED_MARGIN : 1);
  const names = look.atTable ? namesOf(scene) : [];
  // A tall cloth on a wide page leaves room at its sides: titles begin there, not in the middle of nowhere.
  const above = headerHeight(names) * unit;
  const rows = legendRows(scene, texts, { measure, unit, most: w, explains: look.legend, marks });
  const below = (GAP.toCloth + GAP.line) * unit + rows.height;
  const content = { w: w + 2 * margin, h: h + 2 * margin + above + below };
  const full = {
    w: Math.max(content.w, content.h * ratio),
    h: ratio > 0 ? Math.max(content.h, content.w / ratio) : content.h,
  };
  const spare = (full.h - content.h) / 2;
  const box: Box = { x: x - margin - (full.w - content.w) / 2, y: y - margin - above - spare, w: full.w, h: full.h };
  const edges = { left: x, right: x + w, top: y - above };
  const baseline = y + h + (GAP.toCloth + GAP.line * 0.75) * unit;
  const legend = layLegend(rows, measure, unit, { ...edges, baseline });
  return {
    ...legend,
    box,
    labels: [
      ...headerOf(names, look.date ? texts : { ...texts, date: '' }, { measure, unit, edges }),
      ...legend.labels,
    ],
  };
}

interface Furniture {
  readonly measure: TextMeasure;
  readonly unit: number;
  readonly edges: { readonly left: number; readonly right: number; readonly top: number };
}

const namesOf = ({ seats }: Scene) => seats.filter(({ free }) => !free).map(({ name }) => name.trim());

function headerHeight(names: readonly string[]): number {
  return GAP.line * 1.1 + (names.length > 0 ? GAP.line : 0) + GAP.toCloth;
}

function headerOf(names: readonly string[], texts: PageTexts, { measure, unit, edges }: Furniture): PageLabel[] {
  const day = { size: SIZE.date * unit, weight: 500, colour: PALETTE.pencil, align: 'right' } as const;
  const dayWidth = measure.width(texts.date, day.size, day.weight);
  const baseline = edges.top + GAP.line * unit * 0.9;
  const most = edges.right - edges.left;
  const title = { size: SIZE.title * unit, weight: 700, colour: PALETTE.ink } as const;
  const labels = [
    pageLabel(
      measure,
      texts.title,
      [edges.left, baseline],
      title,
      Math.max(most / 2, most - dayWidth - GAP.entry * unit),
    ),
    pageLabel(measure, texts.date, [edges.right, baseline], day, most / 2),
  ];
  if (names.length === 0) return labels.filter(({ text }) => text !== '');
  const style = { size: SIZE.names * unit, weight: 500, colour: PALETTE.pencil } as const;
  const line = `${texts.atTable} ${names.join(', ')}`;
  labels.push(pageLabel(measure, line, [edges.left, baseline + GAP.line * unit], style, most));
  return labels.filter(({ text }) => text !== '');
}
