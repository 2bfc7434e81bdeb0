import { type Box, boxAround } from '../layout/box.ts';
import {
  type BadgeShape,
  CONTACT_STAGES,
  type ContactMark,
  type ContactStage,
  type Scene,
  type TieShape,
} from '../layout/shapes.ts';
import { POSITION_LETTERS, type Point, type PositionLetter } from '../model/schema.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { type CompareKind, type CompareMarks, kindsIn } from './compare-marks.ts';
import { GAP, type PageLabel, pageLabel, SIZE } from './page-words.ts';
import { PALETTE } from './palette.ts';

/** Ties that are not drawn through: of dashes where involvement is expected only, of dots where no connector is between. */
export type UnsettledLine = 'expected' | 'direct';

/** What the legend says, in the reader's language. */
export interface LegendTexts {
  /** What each letter stands for. */
  readonly positions: Readonly<Record<PositionLetter, string>>;
  /** What a tie means that is drawn so. */
  readonly lines: Readonly<Record<UnsettledLine, string>>;
  /** How far a contact has come. */
  readonly contacts: Readonly<Record<ContactStage, string>>;
  /** Whose word it is. */
  readonly writer: string;
}

/** The method's author asks for it on every picture that leaves the house. */
export const ATTRIBUTION = 'Initiatief-netwerkanalyse © Anne-Marie Poorthuis';

/** Half a badge, and the length of a sample of a tie; rows are as far apart as this. At unit 1, mm. */
const BADGE = 17;
const SAMPLE = 92;
/** Beside a writer's edge, at unit 1, mm. */
const EDGE = 6;
const ROW = GAP.line * 1.2;
/** Words stand on their baseline; what is beside them has its middle this part of their size above it. */
const MIDDLE = 0.31;

type Sign =
  | { readonly letter: PositionLetter }
  | { readonly line: UnsettledLine }
  | { readonly contact: ContactStage }
  | { readonly writer: string }
  | { readonly mark: CompareKind };

/** What a comparison shows, and what each of its marks means. */
export interface ExplainedMarks {
  readonly compared: CompareMarks;
  readonly words: Readonly<Record<CompareKind, string>>;
}

interface Entry {
  readonly sign: Sign;
  readonly words: string;
  /** With the gap to the next, mm. */
  readonly width: number;
}

/** The legend before it has a place: which entries stand in which row. */
export interface LegendRows {
  readonly rows: readonly (readonly Entry[])[];
  /** How tall its last row is below its first, mm. */
  readonly height: number;
  /** Its entries are drawn this much larger than at unit 1. */
  readonly scale: number;
}

/** What of the legend stands on the page, mm. */
export interface PageLegend {
  readonly labels: readonly PageLabel[];
  readonly badges: readonly BadgeShape[];
  /** Short samples of the ties that are explained. */
  readonly ties: readonly TieShape[];
  readonly contacts: readonly ContactMark[];
  /** The writer's edge of a slip, in the colour of one who is there. */
  readonly edges: readonly { readonly x: number; readonly y: number; readonly h: number; readonly colour: string }[];
  /** Samples of a comparison's marks. */
  readonly marks: readonly MarkSample[];
}

/** A mark as it is in a legend: a sign or a ring in its box, or a tie as long as that. mm. */
export interface MarkSample {
  readonly kind: CompareKind;
  readonly box: Box;
}

/**
 * Breaks the legend into rows no wider than `most` (mm), with room at the end of the last for whose method it is, which
 * stands there also when nothing else is explained.
 */
export function legendRows(
  scene: Scene,
  texts: LegendTexts,
  { measure, unit, most, explains = true, marks = null }: LegendLook,
): LegendRows {
  const signs: Sign[] = explains ? signsOf(scene, marks) : [];
  const named = signs.map((sign) => {
    const words = wordsOf(sign, texts, marks);
    return { sign, words, width: signWidth(sign) + measure.width(words, SIZE.legend, 500) + GAP.entry };
  });
  const widest = Math.max(1, ...named.map(({ width }) => width - GAP.entry));
  const scale = Math.min(unit, most / widest);
  const entries = named.map((entry): Entry => ({ ...entry, width: entry.width * scale }));
  const rows: Entry[][] = [];
  for (const entry of entries) {
    const row = rows.at(-1);
    if (row && lengthOf(row) + entry.width - GAP.entry * scale <= most) row.push(entry);
    else rows.push([entry]);
  }
  const attribution = measure.width(ATTRIBUTION, SIZE.attribution * unit, 500);
  const besides = lengthOf(rows.at(-1) ?? []) + GAP.entry * unit + attribution <= most;
  const all = besides && rows.length > 0 ? rows : [...rows, []];
  return { rows: all, height: (all.length - 1) * ROW * unit, scale };
}

/** How a legend is set: in mm at unit 1, no wider than `most`; without `explains` it only says whose method it is. */
interface LegendLook {
  readonly measure: TextMeasure;
  readonly unit: number;
  readonly most: number;
  readonly explains?: boolean;
  readonly marks?: ExplainedMarks | null;
}

/** All letters (a sheet with boxes has none), and of marks, lines, contacts and edges those that are on this cloth. */
function signsOf(scene: Scene, marks: ExplainedMarks | null): Sign[] {
  return [
    ...(marks ? kindsIn(marks.compared) : []).map((mark) => ({ mark })),
    ...(scene.sheet.boxes ? [] : POSITION_LETTERS.map((letter) => ({ letter }))),
    ...(scene.ties.some(isDashed) ? [{ line: 'expected' } as const] : []),
    ...(scene.ties.some(({ direct }) => direct) ? [{ line: 'direct' } as const] : []),
    ...CONTACT_STAGES.filter((stage) => scene.items.some(({ contact }) => contact?.stage === stage)).map((contact) => ({
      contact,
    })),
    ...scene.items.flatMap(({ writer }) => (writer === undefined ? [] : { writer })).slice(0, 1),
  ];
}

/** Lays the rows down from a first baseline between two sides, mm. */
export function layLegend(
  { rows, scale }: LegendRows,
  measure: TextMeasure,
  unit: number,
  { left, right, baseline: first }: { readonly left: number; readonly right: number; readonly baseline: number },
): PageLegend {
  const labels: PageLabel[] = [];
  const badges: BadgeShape[] = [];
  const ties: TieShape[] = [];
  const contacts: ContactMark[] = [];
  const edges: PageLegend['edges'][number][] = [];
  const marks: MarkSample[] = [];
  const style = { size: SIZE.legend * scale, weight: 500, colour: PALETTE.ink } as const;
  rows.forEach((row, nth) => {
    const baseline = first + nth * ROW * unit;
    const middle = baseline - SIZE.legend * scale * MIDDLE;
    let x = left;
    for (const { sign, words, width } of row) {
      if ('letter' in sign) {
        badges.push({ letter: sign.letter, centre: [x + BADGE * scale, middle], radius: BADGE * scale });
      } else if ('contact' in sign) {
        contacts.push({ stage: sign.contact, centre: [x + BADGE * scale, middle], radius: BADGE * scale });
      } else if ('writer' in sign) {
        edges.push({ x: x + EDGE * scale, y: middle - BADGE * scale, h: 2 * BADGE * scale, colour: sign.writer });
      } else if ('mark' in sign) {
        const [w, h] = [(signWidth(sign) - GAP.letter) * scale, 2 * BADGE * scale];
        marks.push({ kind: sign.mark, box: { x, y: middle - h / 2, w, h } });
        if (isTieMark(sign.mark) && sign.mark !== 'untied') {
          ties.push(sampleOf(`mark ${sign.mark}`, sign.mark === 'onlyExpected' ? 'expected' : null, [x, middle], w));
        }
      } else ties.push(sampleOf(sign.line, sign.line, [x, middle], SAMPLE * scale));
      labels.push(pageLabel(measure, words, [x + signWidth(sign) * scale, baseline], style, right - left));
      x += width;
    }
  });
  const last = first + (rows.length - 1) * ROW * unit;
  const small = { size: SIZE.attribution * unit, weight: 500, colour: PALETTE.pencil, align: 'right' } as const;
  labels.push(pageLabel(measure, ATTRIBUTION, [right, last], small, right - left));
  return { labels, badges, ties, contacts, edges, marks };
}

const isDashed = ({ expected, direct }: TieShape) => expected && !direct;
const lengthOf = (row: readonly Entry[]) => row.reduce((sum, { width }) => sum + width, 0);
function wordsOf(
  sign: Sign,
  { positions, lines, contacts, writer }: LegendTexts,
  marks: ExplainedMarks | null,
): string {
  if ('mark' in sign) return marks?.words[sign.mark] ?? '';
  if ('letter' in sign) return positions[sign.letter];
  if ('contact' in sign) return contacts[sign.contact];
  return 'line' in sign ? lines[sign.line] : writer;
}

/** What stands before an entry's words, with the gap to them. At unit 1, mm. */
function signWidth(sign: Sign): number {
  if ('writer' in sign) return 2 * EDGE + GAP.letter;
  const isLine = 'line' in sign || ('mark' in sign && isTieMark(sign.mark));
  return (isLine ? SAMPLE : 2 * BADGE) + GAP.letter;
}

/** Whether a mark is on a tie, and its sample a tie too. */
export function isTieMark(kind: CompareKind): boolean {
  return kind === 'tied' || kind === 'untied' || kind === 'provedReal' || kind === 'onlyExpected';
}

/** A stroke as ties are drawn, bent a little as by hand. */
function sampleOf(name: string, line: UnsettledLine | null, [x, y]: Point, length: number): TieShape {
  const bend = length * 0.06;
  const path = [
    [
      [x, y + bend],
      [x + length * 0.33, y - bend],
      [x + length * 0.66, y - bend],
      [x + length, y],
    ],
  ] as const;
  const box = boxAround([x + length / 2, y], length, 2 * bend);
  return {
    id: `legend ${name}`,
    from: '',
    to: '',
    path,
    lifted: [],
    box,
    expected: line === 'expected',
    direct: line === 'direct',
  };
}
