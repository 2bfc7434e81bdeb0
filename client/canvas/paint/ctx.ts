/** What all painters draw on, on a screen or off it. Its unit is the mm on the cloth: whoever calls has set the transform. */
export type Ctx = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export interface PaintOptions {
  /** Pixels of the canvas per mm: decides how much detail is worth drawing. */
  readonly pxPerMm: number;
}

/** Words lower than this are drawn as bars, px of letter size: they could not be read, and bars cost a tenth. */
export const LEAST_LETTERS_PX = 4;
/** Below this a circle is only a circle: no second stroke, no letters in badges. */
const LEAST_DETAIL = 0.16;

/** Whether the hand of the drawing (second strokes, taper, paper slips) can be seen at this scale. */
export function showsDetail({ pxPerMm }: PaintOptions): boolean {
  return pxPerMm >= LEAST_DETAIL;
}
