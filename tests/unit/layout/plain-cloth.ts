import { type Box, overlaps } from '../../../shared/layout/box.ts';
import { NO_DETAILS } from '../../../shared/model/records.ts';
import type { Point, TableShape } from '../../../shared/model/schema.ts';
import type { ClothSnapshot, Item, Seat, Tie } from '../../../shared/model/snapshot.ts';

/** A snapshot written down rather than read from a document: what geometry and scenes are made of. */
export function plainCloth(
  fields: Partial<Omit<ClothSnapshot, 'meta'>> & {
    readonly shape?: TableShape;
    readonly width?: number;
    readonly height?: number;
  } = {},
): ClothSnapshot {
  const { shape = 'rectangle', width = 1_800, height = 1_200, ...rest } = fields;
  const meta = {
    schema: 1,
    title: 'lezen',
    kind: 'initiative',
    createdAt: 1,
    table: { shape, width, height },
    minutes: {},
  } as const;
  return { meta, initiative: 'leesplezier', seats: plainSeats(6), items: [], ties: [], moments: [], ...rest };
}

const NAMES = ['Gemma', 'Caroline', 'Heleen', 'Theo', 'Thomas', 'Fred'] as const;

export function plainSeats(count: number): Seat[] {
  return Array.from({ length: count }, (_, order) => ({
    id: `seat-${order}`,
    name: NAMES[order % NAMES.length] ?? 'Gemma',
    order,
    colour: '#1d4ed8',
    holder: null,
  }));
}

export function plainItem(id: string, pos: Point, fields: Partial<Item> = {}): Item {
  const written = { text: id, seat: null, colour: '#1d4ed8', by: 'Gemma', createdAt: 1, positions: [] } as const;
  return { id, kind: 'ingredient', pos, ...written, ...NO_DETAILS, ...fields };
}

export function plainTie(from: string, to: string): Tie {
  return { id: `${from}>${to}`, from, to, createdAt: 1, expected: false };
}

/** Every pair of boxes that share area, as the indexes of both, the lesser first. Sweeps along x, so thousands are no matter. */
export function overlappingPairs(boxes: readonly Box[]): [number, number][] {
  const sorted = boxes.map((box, index) => ({ box, index })).sort((a, b) => a.box.x - b.box.x);
  const pairs: [number, number][] = [];
  sorted.forEach((one, at) => {
    for (let next = at + 1; next < sorted.length; next++) {
      const other = sorted[next];
      if (!other || other.box.x >= one.box.x + one.box.w) break;
      if (overlaps(one.box, other.box))
        pairs.push([Math.min(one.index, other.index), Math.max(one.index, other.index)]);
    }
  });
  return pairs;
}

/** What some work costs this process, ms: unlike the time it takes, it does not count what else the machine is doing. */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
