import type { Around } from '../../document/commons-api.ts';

/** Something in the drawing of a neighbourhood, and to what it is drawn. Lengths in CSS px. */
export interface Spot {
  readonly id: string;
  /** Where a press leads; null for nowhere. */
  readonly node: string | null;
  readonly kind: 'middle' | 'sheet' | 'name';
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly from: string | null;
}

/** More than this round one sheet is for the list alone. */
const MOST_OF_A_SHEET = 6;
const MOST_SHEETS = 8;

/** Whether names are to be drawn small, or they would lie over each other. */
export function isNarrow(width: number): boolean {
  return width < 560;
}

/** The node in the middle, its sheets in a ring round it, and beyond each what stands with it there. */
export function layAround(around: Around, width: number, height: number): Spot[] {
  const [cx, cy] = [width / 2, height / 2];
  const [rx, ry] = [width / 2 - (isNarrow(width) ? 58 : 84), height / 2 - 34];
  const sheets = around.sheets.slice(0, MOST_SHEETS);
  const spots: Spot[] = [{ id: 'middle', node: null, kind: 'middle', words: around.name, x: cx, y: cy, from: null }];
  sheets.forEach((sheet, at) => {
    // One alone has the length of the drawing before it.
    const isAlone = sheets.length === 1 && !isNarrow(width);
    const turn = isAlone ? 0 : -Math.PI / 2 + ((at + 0.5) / sheets.length) * 2 * Math.PI;
    const place = (angle: number, far: number) => ({
      x: cx + Math.cos(angle) * rx * far,
      y: cy + Math.sin(angle) * ry * far,
    });
    const id = `sheet ${sheet.id}`;
    spots.push({
      id,
      node: null,
      kind: 'sheet',
      words: sheet.title,
      ...place(turn, isNarrow(width) ? 0.7 : 0.56),
      from: 'middle',
    });
    const beside = around.beside.filter((one) => one.sheet === sheet.id).slice(0, MOST_OF_A_SHEET);
    // Nothing lies beyond the middle, seen from its sheet.
    const room = Math.min(Math.PI, (2 * Math.PI) / sheets.length);
    beside.forEach((one, n) => {
      const angle = turn + ((n + 1) / (beside.length + 1) - 0.5) * room;
      spots.push({
        id: `${sheet.id} ${one.node} ${n}`,
        node: one.node,
        kind: 'name',
        words: one.name,
        ...place(angle, 1),
        from: id,
      });
    });
  });
  return spots;
}
