/** The usual size of letters on the cloth, mm: what the eye needs to read most of it. */
export const LETTERS = 24;
/** Letters as small as this can hardly be made out, and so large they can be read, px. */
const HARDLY = 9;
export const READABLE = 13;

/**
 * At how many px per mm letters of a size (mm) can be read by who reads letters so many times larger than usual; 0 when they
 * can be made out as it is.
 */
export function zoomToRead(size: number, zoom: number, larger = 1): number {
  return size * zoom < HARDLY * larger ? (READABLE * larger) / size : 0;
}

/**
 * How near the whole cloth is looked at, px per mm, when it would fit at `whole` (at `bare`, were there no bars) by who reads
 * letters so many times larger than usual: their words are as much larger here, or so large that they can be read.
 */
export function zoomForReader(whole: number, bare: number, larger: number): number {
  return larger > 1 ? Math.max(whole, Math.min(bare, READABLE / LETTERS) * larger) : whole;
}
