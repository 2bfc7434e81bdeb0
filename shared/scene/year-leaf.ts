import { monthsOf, partOf } from '../method/school-year.ts';
import type { YearLine, YearMeeting, YearTheme } from '../method/year-line.ts';
import { ENTRY_WAYS, type EntryWay } from '../model/commons.ts';
import type { Point } from '../model/schema.ts';
import { isBlank } from '../text/clean-text.ts';
import type { FontWeight, TextMeasure } from '../text/text-measure.ts';
import { fillLines, measureWords, type TextBlock } from '../text/wrap.ts';
import type { Leaf, LeafMark } from './leaf.ts';
import { PALETTE } from './palette.ts';

/** What the year line says by itself, in the reader's language. Days are `YYYY-MM-DD`. */
export interface YearTexts {
  readonly titleOf: (room: string, year: number) => string;
  readonly dayOf: (day: string) => string;
  /** With its year. */
  readonly fullDayOf: (day: string) => string;
  /** Of the first day of a month: its name, short. */
  readonly monthOf: (day: string) => string;
  readonly ways: Readonly<Record<EntryWay, string>>;
  readonly themes: string;
  readonly untitled: string;
  readonly manifestation: string;
  readonly roundedOffOn: (day: string) => string;
}

/** The page, as wide as this and with the proportions that paper leaves under a title, mm. */
const ROOM = { w: 1_500, h: 900 } as const;
/** Round it all, mm. */
const EDGE = 32;
/** How large words are tried, the largest first; with the last they may need a higher page. */
const SCALES = [1.3, 1.15, 1, 0.88, 0.76] as const;
const TEXT = {
  theme: { size: 25, weight: 700, line: 1.2 },
  small: { size: 18, weight: 500, line: 1.25 },
  month: { size: 22, weight: 500, line: 1.2 },
  day: { size: 25, weight: 700, line: 1.25 },
  name: { size: 22, weight: 500, line: 1.25 },
  way: { size: 18, weight: 700, line: 1.4 },
  entry: { size: 22, weight: 500, line: 1.25 },
} as const satisfies Record<string, { size: number; weight: FontWeight; line: number }>;
type Style = keyof typeof TEXT;

/** At scale 1, mm. */
const THEME = { wide: 9, dot: 9, flag: 15, under: 15, apart: 20 } as const;
const THREAD = { wide: 6, knot: 15, tick: 16, above: 34, below: 64 } as const;
const CARD = { w: 330, most: 6, pad: 18, gap: 20, way: 6, hang: 20 } as const;
const COLOUR = { theme: '#9a5b00', earlier: '#8f8576', card: '#8f8576', thread: '#6d665d', knot: '#ffe39a' } as const;
/** Where the baseline of a line of words lies in it. */
const BASELINE = 0.78;

/** A year of a room, for paper: the lines of its themes, the months on one thread with a knot for each meeting, and what comes up at it. */
export function yearLeaf(line: YearLine, texts: YearTexts, measure: TextMeasure): Leaf {
  const tried = (scale: number) => new Laying(line, texts, measure, scale).leaf();
  return SCALES.map(tried).find(({ box }) => box.h <= ROOM.h) ?? tried(SCALES[SCALES.length - 1] ?? 1);
}

interface Card {
  readonly meeting: YearMeeting;
  readonly rows: readonly { readonly block: TextBlock; readonly style: Style; readonly inset: number }[];
  readonly height: number;
}

class Laying {
  readonly #marks: LeafMark[] = [];
  #y = 0;

  readonly line: YearLine;
  readonly texts: YearTexts;
  readonly measure: TextMeasure;
  readonly scale: number;

  constructor(line: YearLine, texts: YearTexts, measure: TextMeasure, scale: number) {
    this.line = line;
    this.texts = texts;
    this.measure = measure;
    this.scale = scale;
  }

  leaf(): Leaf {
    const { scale } = this;
    for (const theme of this.line.themes) this.#theme(theme);
    this.#y += THREAD.above * scale;
    const thread = this.#thread();
    this.#y += THREAD.below * scale;
    this.#cards(thread);
    const box = { x: -EDGE, y: -EDGE, w: ROOM.w + 2 * EDGE, h: this.#y + 2 * EDGE };
    return { box, marks: this.#marks };
  }

  #at(day: string): number {
    return partOf(this.line.year, day) * ROOM.w;
  }

  /** One theme: its name over the stretch it takes, its meetings on it, and what it ends with. */
  #theme({ title, from, to, meetings, manifestation, roundedOff }: YearTheme): void {
    const { scale, texts } = this;
    const [start, end] = [this.#at(from), this.#at(to)];
    const colour = roundedOff ? COLOUR.earlier : COLOUR.theme;
    const ends = roundedOff
      ? texts.roundedOffOn(roundedOff)
      : isBlank(manifestation)
        ? texts.manifestation
        : manifestation;
    const name = isBlank(title) ? texts.untitled : title;
    // Late in the year words end where the line ends; before that they begin where it begins.
    const isLate = start > ROOM.w * 0.6;
    const top = this.#y + TEXT.theme.size * scale;
    this.#label(name, [isLate ? end : start, top], 'theme', isLate ? 'right' : 'left', isLate ? end : ROOM.w - start);
    const y = this.#y + (TEXT.theme.size * TEXT.theme.line + THEME.under) * scale;
    const along: Point[] = [
      [start, y],
      [end, y],
    ];
    this.#marks.push({ is: 'stroke', points: along, colour, width: THEME.wide * scale });
    for (const day of meetings) this.#dot([this.#at(day), y], THEME.dot * scale, PALETTE.white, colour);
    this.#dot([end, y], THEME.flag * scale, colour, PALETTE.paper);
    const foot = y + (THEME.flag + TEXT.small.size) * scale;
    const toLeft = end > ROOM.w * 0.5;
    const x = toLeft ? end : end - THEME.flag * scale;
    this.#label(ends, [x, foot], 'small', toLeft ? 'right' : 'left', ROOM.w * 0.45);
    this.#y = foot + THEME.apart * scale;
  }

  /** The months, and the meetings as knots in the thread under them. Returns how far down it lies. */
  #thread(): number {
    const { scale, line, texts } = this;
    const months = monthsOf(line.year);
    const top = this.#y + TEXT.month.size * scale;
    const y = top + THREAD.above * scale * 0.8;
    months.slice(0, -1).forEach((month, nth) => {
      const x = this.#at(month);
      const middle = (x + this.#at(months[nth + 1] ?? month)) / 2;
      this.#label(texts.monthOf(month), [middle, top], 'month', 'center', ROOM.w / 12);
      if (nth === 0) return;
      const points: Point[] = [
        [x, y - (THREAD.tick / 2) * scale],
        [x, y + (THREAD.tick / 2) * scale],
      ];
      this.#marks.push({ is: 'stroke', points, colour: COLOUR.thread, width: 2 });
    });
    const points: Point[] = Array.from({ length: 13 }, (_, nth) => [
      (ROOM.w * nth) / 12,
      y + (nth % 2 === 0 ? 1 : -1) * 1.6 * scale,
    ]);
    this.#marks.push({ is: 'stroke', points, colour: COLOUR.thread, width: THREAD.wide * scale });
    this.#y = y + THREAD.knot * scale;
    return y;
  }

  /** What comes up at each meeting, on a card below its knot; where more stand than fit side by side, in rows and by number. */
  #cards(thread: number): void {
    const { scale } = this;
    const { meetings } = this.line;
    const rows = Math.ceil(meetings.length / CARD.most);
    const each = Math.ceil(meetings.length / Math.max(1, rows));
    const gap = CARD.gap * scale;
    const w = Math.min(CARD.w * scale, (ROOM.w - (each - 1) * gap) / Math.max(1, each));
    const knots = meetings.map(({ date }) => this.#at(date));
    for (let row = 0; row < rows; row++) {
      const from = row * each;
      const cards = meetings
        .slice(from, from + each)
        .map((meeting, nth) => this.#card(meeting, from + nth, w, rows > 1));
      const lefts = apart(
        knots.slice(from, from + each).map((x) => x - w / 2),
        w,
        gap,
      );
      const top = this.#y;
      cards.forEach((card, nth) => {
        const x = lefts[nth] ?? 0;
        const knot = knots[from + nth] ?? 0;
        if (rows === 1) this.#leader([knot, thread], [x + w / 2, top]);
        this.#lay(card, x, top, w);
      });
      this.#y = top + Math.max(0, ...cards.map(({ height }) => height)) + gap;
    }
    knots.forEach((x, nth) => {
      this.#dot([x, thread], THREAD.knot * scale, COLOUR.knot, PALETTE.ink);
      if (rows < 2) return;
      const size = THREAD.knot * 1.2 * scale;
      const at: Point = [x, thread + size * 0.35];
      this.#marks.push({
        is: 'label',
        text: String(nth + 1),
        at,
        align: 'center',
        size,
        weight: 700,
        colour: PALETTE.ink,
        most: 2 * THREAD.knot * scale,
      });
    });
  }

  #card(meeting: YearMeeting, nth: number, w: number, numbered: boolean): Card {
    const { scale, texts } = this;
    const rows: Card['rows'][number][] = [];
    const add = (text: string, style: Style, inset = 0) => {
      if (isBlank(text)) return;
      const { size, weight, line } = TEXT[style];
      const measured = measureWords(
        text,
        { size: size * scale, weight, lineHeight: size * line * scale },
        this.measure,
      );
      rows.push({ block: fillLines(measured, w - (2 * CARD.pad + inset) * scale), style, inset: inset * scale });
    };
    const day = texts.dayOf(meeting.date);
    add(numbered ? `${nth + 1}. ${day}` : day, 'day');
    add(meeting.name, 'name');
    for (const way of ENTRY_WAYS) {
      const here = meeting.entries.filter((entry) => entry.way === way && !isBlank(entry.words));
      if (here.length === 0) continue;
      add(texts.ways[way], 'way');
      for (const { words } of here) add(words, 'entry', CARD.hang);
    }
    const text = rows.reduce((sum, { block }) => sum + block.lines.length * block.lineHeight, 0);
    const ways = rows.filter(({ style }) => style === 'way').length * CARD.way * scale;
    return { meeting, rows, height: text + ways + 2 * CARD.pad * scale };
  }

  #lay({ rows, height }: Card, x: number, y: number, w: number): void {
    const { scale } = this;
    this.#marks.push({
      is: 'card',
      box: { x, y, w, h: height },
      corner: 9,
      fill: PALETTE.slip,
      rim: COLOUR.card,
      width: 2,
    });
    let top = y + CARD.pad * scale;
    for (const { block, style, inset } of rows) {
      if (style === 'way') top += CARD.way * scale;
      const left = x + CARD.pad * scale + inset;
      if (style === 'entry')
        this.#dot([left - inset * 0.6, top + block.lineHeight / 2], 3 * scale, PALETTE.graphite, PALETTE.graphite);
      for (const text of block.lines) {
        this.#marks.push({
          is: 'label',
          text,
          at: [left, top + block.lineHeight * BASELINE],
          align: 'left',
          size: block.size,
          weight: block.weight,
          colour: style === 'way' || style === 'small' ? PALETTE.pencil : PALETTE.ink,
          most: w - 2 * CARD.pad * scale - inset,
        });
        top += block.lineHeight;
      }
    }
  }

  #leader([x0, y0]: Point, [x1, y1]: Point): void {
    const middle = (y0 + y1) / 2;
    const points: Point[] = [
      [x0, y0],
      [x0, middle],
      [x1, middle],
      [x1, y1],
    ];
    this.#marks.push({ is: 'stroke', points, colour: COLOUR.card, width: 2 });
  }

  #dot(centre: Point, radius: number, fill: string, rim: string): void {
    this.#marks.push({ is: 'stone', centre, radii: [radius, radius], turn: 0, fill, rim, width: 2.5 });
  }

  /** A line of words; where it would be wider than it may be, it is set smaller. */
  #label(text: string, at: Point, style: Style, align: 'left' | 'center' | 'right', most: number): void {
    const { size: usual, weight } = TEXT[style];
    const wished = usual * this.scale;
    const wide = this.measure.width(text, wished, weight);
    const size = wide > most ? (wished * most) / wide : wished;
    const colour = style === 'theme' ? PALETTE.ink : PALETTE.pencil;
    this.#marks.push({ is: 'label', text, at, align, size, weight, colour, most });
  }
}

/** Left edges as near to those wished as they can be without one lying over another, all on the page. mm */
function apart(wished: readonly number[], w: number, gap: number): readonly number[] {
  const lefts: number[] = [];
  for (const wish of wished) {
    const before = lefts[lefts.length - 1];
    lefts.push(Math.max(0, wish, before === undefined ? 0 : before + w + gap));
  }
  let right = ROOM.w;
  for (let nth = lefts.length - 1; nth >= 0; nth--) {
    lefts[nth] = Math.min(lefts[nth] ?? 0, right - w);
    right = (lefts[nth] ?? 0) - gap;
  }
  return lefts;
}
