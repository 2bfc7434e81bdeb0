import { BOX_TITLE, boxAt, type SheetBox } from '../layout/boxes.ts';
import type { BoxShape, Label, SheetShape } from '../layout/shapes.ts';
import type { TableLayout } from '../layout/table.ts';
import type { ClothSnapshot, Programme } from '../model/snapshot.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { wrapText } from '../text/wrap.ts';
import { lineShape } from './line-shape.ts';
import { type SheetWords, sheetWords } from './theme-words.ts';

/** The letters of titles and of help, and how far they stand from the box's corner, mm. */
const TITLE = { size: 34, least: 24, x: 28, y: 52 } as const;
const HELP = { size: 24, line: 33, most: 520 } as const;

interface Made {
  readonly layout: TableLayout;
  readonly programme: Programme | undefined;
  readonly filled: string;
  readonly language: string | undefined;
  readonly sheet: SheetShape;
}

const made = new WeakMap<TextMeasure, Made>();

/** A theme sheet with all that is printed on it: the same object while nothing of it differs. */
export function themeSheet(snapshot: ClothSnapshot, layout: TableLayout, measure: TextMeasure): SheetShape {
  const { programme, meta, items } = snapshot;
  const full = new Set(items.map(({ pos }) => boxAt(pos)));
  const filled = [...full].sort().join();
  const known = made.get(measure);
  if (
    known?.layout === layout &&
    known.programme === programme &&
    known.filled === filled &&
    known.language === meta.language
  ) {
    return known.sheet;
  }
  const words = sheetWords(meta.language);
  const boxes = (layout.boxes ?? []).map((box) => {
    const isEmpty = !full.has(box.id) && (box.id !== 'timeline' || !programme?.period);
    return boxShape(box, words, isEmpty, measure);
  });
  const sheet: SheetShape = { ...layout.sheet, boxes, line: lineShape(programme, words, meta.language, measure) };
  made.set(measure, { layout, programme, filled, language: meta.language, sheet });
  return sheet;
}

function boxShape({ id, box }: SheetBox, words: SheetWords, isEmpty: boolean, measure: TextMeasure): BoxShape {
  const text = words.titles[id];
  const room = box.w - 2 * TITLE.x;
  const width = measure.width(text, TITLE.size, 700);
  const size = Math.max(TITLE.least, width > room ? (TITLE.size * room) / width : TITLE.size);
  const left = box.x + TITLE.x;
  const style = { size: HELP.size, weight: 500, lineHeight: HELP.line } as const;
  const beside = id === 'timeline';
  const help = isEmpty ? wrapText(words.help[id], style, beside ? room : Math.min(HELP.most, room), measure).lines : [];
  const first = box.y + (beside ? TITLE.y : BOX_TITLE + HELP.size);
  const from = beside ? left + measure.width(text, size, 700) + 40 : left;
  return {
    id,
    box,
    title: { text, at: [left, box.y + TITLE.y], size, align: 'left' },
    help: help.map((line, nth): Label => {
      return { text: line, at: [from, first + nth * HELP.line], size: HELP.size, align: 'left' };
    }),
  };
}
