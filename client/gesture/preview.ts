import type { GestureContext, GestureState, Preview } from './gesture.ts';
import { boxBetween } from './targets.ts';

/** Nothing is going on. */
export const NO_PREVIEW: Preview = { pointer: 'default', hover: null, drag: null, marquee: null, tie: null };

/** What a state shows. */
export function previewOf({ mode, hover }: GestureState, context: GestureContext): Preview {
  switch (mode.kind) {
    case 'pan':
    case 'pinch':
      return { ...NO_PREVIEW, pointer: 'grabbing' };
    case 'drag':
      return { ...NO_PREVIEW, pointer: 'move', drag: { ids: mode.ids, by: mode.by } };
    case 'marquee':
      return { ...NO_PREVIEW, pointer: 'crosshair', marquee: boxBetween(mode.corner, mode.to) };
    case 'tie':
      return {
        ...NO_PREVIEW,
        pointer: 'crosshair',
        hover: mode.over,
        tie: { from: mode.from, to: mode.to, over: mode.over },
      };
    default:
      return { ...NO_PREVIEW, hover, pointer: pointerOver(hover, context) };
  }
}

function pointerOver(hover: string | null, { tool, tieFrom }: GestureContext): Preview['pointer'] {
  if (tool !== 'select' || tieFrom !== null) return 'crosshair';
  return hover === null ? 'default' : 'pointer';
}
