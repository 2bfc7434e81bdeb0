import type { Box } from '../layout/box.ts';

/** Sheets a large page can be printed on in parts, lying down, mm. */
export const TILES = { a4: { w: 297, h: 210 }, a3: { w: 420, h: 297 } } as const;
export type TileName = keyof typeof TILES;
export const TILE_NAMES = Object.keys(TILES) as readonly TileName[];

/** White that no printer prints on, and by how much a sheet lies over the one before it, mm. */
export const TILING = { margin: 10, overlap: 10 } as const;
/** More sheets than this nobody glues together. */
export const MOST_TILES = 200;

/** A page cut into sheets that are glued together again. mm. */
export interface Tiling {
  /** Of each sheet, as it lies in the printer. */
  readonly sheet: { readonly w: number; readonly h: number };
  readonly columns: number;
  readonly rows: number;
  /** Row by row. */
  readonly tiles: readonly Tile[];
}

export interface Tile {
  /** A letter for its row and a number for its column: "B3". */
  readonly name: string;
  readonly column: number;
  readonly row: number;
  /** What of the page is printed on it; over its right and lower edge the next one is glued. */
  readonly box: Box;
}

/** Cuts a page into as few sheets as can be, standing up or lying down. */
export function layTiles(page: { readonly w: number; readonly h: number }, name: TileName): Tiling {
  const { w, h } = TILES[name];
  const [lying, standing] = [tiling(page, { w, h }), tiling(page, { w: h, h: w })];
  return standing.tiles.length < lying.tiles.length ? standing : lying;
}

function tiling(page: { readonly w: number; readonly h: number }, sheet: Tiling['sheet']): Tiling {
  const [across, down] = [stretches(page.w, sheet.w), stretches(page.h, sheet.h)];
  const tiles = down.flatMap(([y, h], row) =>
    across.map(([x, w], column): Tile => ({ name: `${letterOf(row)}${column + 1}`, column, row, box: { x, y, w, h } })),
  );
  return { sheet, columns: across.length, rows: down.length, tiles };
}

/** Where each sheet begins along one side of the page, and how much of it there is. */
function stretches(length: number, sheet: number): readonly (readonly [from: number, length: number])[] {
  const printed = sheet - 2 * TILING.margin;
  const step = printed - TILING.overlap;
  const count = Math.max(1, Math.ceil((length - TILING.overlap - 1e-6) / step));
  return Array.from({ length: count }, (_, at) => [at * step, Math.min(printed, length - at * step)] as const);
}

/** A, B, … Z, AA, AB, … */
function letterOf(row: number): string {
  const last = String.fromCharCode(65 + (row % 26));
  return row < 26 ? last : `${letterOf(Math.floor(row / 26) - 1)}${last}`;
}
