import type { DeviceStorage } from '../../device/device-storage.ts';
import type { Stop } from './stops.ts';

/** When the newest words were written that were read at each edge, by seat: ms since the epoch. */
export type ReadEdges = Readonly<Record<string, number>>;

const keyOf = (cloth: string) => `tafelkleed.read.${cloth}`;

/** What this device remembers of the edges that were read on a cloth. What is not readable is as nothing read. */
export function readEdges(storage: DeviceStorage, cloth: string): ReadEdges {
  try {
    const kept: unknown = JSON.parse(storage.get(keyOf(cloth)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
    );
  } catch {
    return {};
  }
}

/** Remembers that all that stands at an edge now has been read. */
export function rememberRead(storage: DeviceStorage, cloth: string, { seat, newest }: Stop): ReadEdges {
  const edges = { ...readEdges(storage, cloth), [seat]: newest };
  storage.set(keyOf(cloth), JSON.stringify(edges));
  return edges;
}

/** Whether all that stands at an edge has been read; what was written since counts as unread. */
export function isRead(edges: ReadEdges, { seat, newest }: Stop): boolean {
  const read = edges[seat];
  return read !== undefined && read >= newest;
}
