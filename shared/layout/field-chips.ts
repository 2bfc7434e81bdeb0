import type { Item } from '../model/snapshot.ts';
import { graphemesOf } from '../text/graphemes.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { type TextBlock, wrapText } from '../text/wrap.ts';
import type { Standing } from './fields.ts';

/** How a name is set on its slip, px at scale 1. */
const WORDS = { size: 17, weight: 700, lineHeight: 20, most: 160 } as const;
const ROOM = { x: 16, one: 46, two: 60 } as const;
/** The other letters of who holds several stand on the rim, each so wide. */
const RIM = { letter: 20, ends: 26 } as const;
const MOST_LINES = 2;

/** Somebody as they stand in the fields: the same everywhere, so that one sees that it is one person. */
export interface Chip extends Standing {
  readonly item: Item;
  readonly words: TextBlock;
}

/** Connectors, and ingredients that hold a position. */
export function chipsOf(items: readonly Item[], unnamed: string, measure: TextMeasure, scale: number): Chip[] {
  return items
    .filter(({ kind, positions }) => kind === 'connector' || positions.length > 0)
    .map((item): Chip => {
      const style = { ...WORDS, size: WORDS.size * scale, lineHeight: WORDS.lineHeight * scale };
      const block = wrapText(item.text || unnamed, style, WORDS.most * scale, measure);
      const lines = block.lines.length > MOST_LINES ? cut(block.lines) : block.lines;
      const widest = Math.max(...lines.map((line) => measure.width(line, style.size, style.weight)));
      const rim = (Math.max(0, item.positions.length - 1) * RIM.letter + RIM.ends) * scale;
      return {
        id: item.id,
        item,
        words: { ...block, lines },
        letters: item.positions,
        size: {
          w: Math.ceil(Math.max(widest + 2 * ROOM.x * scale, rim, ROOM.two * scale)),
          h: Math.ceil((lines.length > 1 ? ROOM.two : ROOM.one) * scale),
        },
      };
    });
}

/** A name that is longer than there is room for ends in an ellipsis; its whole stands in the card. */
function cut(lines: readonly string[]): string[] {
  const kept = lines.slice(0, MOST_LINES);
  const last = graphemesOf(kept[MOST_LINES - 1] ?? '');
  return [
    ...kept.slice(0, -1),
    `${last
      .slice(0, Math.max(1, last.length - 1))
      .join('')
      .trimEnd()}…`,
  ];
}
