import type { Pen, PenGradient } from '../../shared/paint/pen.ts';

/** One thing a pen was asked for, and with what; of a property that was set `=` and its name. */
export type Stroke = readonly [does: string, ...given: readonly unknown[]];

/** A pen that writes down what it is asked for, and draws nothing. */
export function recordingPen(): { readonly pen: Pen; readonly strokes: readonly Stroke[] } {
  const strokes: Stroke[] = [];
  const set: Record<string, unknown> = {};
  const pen = new Proxy({} as Pen, {
    get(_, name: string) {
      if (name in set) return set[name];
      return (...given: unknown[]): PenGradient | undefined => {
        strokes.push([name, ...given]);
        if (!/^create\w+Gradient$/.test(name)) return undefined;
        return { addColorStop: (part, colour) => void strokes.push(['addColorStop', part, colour]) };
      };
    },
    set(_, name: string, value: unknown) {
      set[name] = value;
      strokes.push([`=${name}`, typeof value === 'object' ? 'gradient' : value]);
      return true;
    },
  });
  return { pen, strokes };
}
