import type { Doing, GestureContext, GestureState, Preview } from './gesture.ts';
import { boxBetween } from './targets.ts';

/** Nothing is going on. */
export const NO_PREVIEW: Preview = { pointer: 'default', hover: null, drags: [], marquee: null, ties: [] };

/** What a state shows. */
export function previewOf({ hands, hover }: GestureState, context: GestureContext): Preview {
  const all = <K extends Doing['kind']>(kind: K) =>
    hands.map(({ doing }) => doing).filter((doing): doing is Extract<Doing, { kind: K }> => doing.kind === kind);
  const drags = all('drag');
  const ties = all('tie');
  const [marquee] = all('marquee');
  const busy = { ...NO_PREVIEW, drags, ties, marquee: marquee ? boxBetween(marquee.corner, marquee.to) : null };
  if (ties.length > 0 || marquee) return { ...busy, pointer: 'crosshair', hover: ties.at(-1)?.over ?? null };
  if (drags.length > 0) return { ...busy, pointer: 'move' };
  if (all('pan').length > 0) return { ...NO_PREVIEW, pointer: 'grabbing' };
  return { ...NO_PREVIEW, hover, pointer: pointerOver(hover, context) };
}

/** Whether something is carried, marked out or tied. */
export function isBusy({ drags, marquee, ties }: Preview): boolean {
  return drags.length > 0 || ties.length > 0 || marquee !== null;
}

/** Whether two lists hold the very same. */
export function sameAll<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at]);
}

function pointerOver(hover: string | null, { tool, tieFrom }: GestureContext): Preview['pointer'] {
  if (tool !== 'select' || tieFrom !== null) return 'crosshair';
  return hover === null ? 'default' : 'pointer';
}
