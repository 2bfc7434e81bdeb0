/** The usual size of letters on the cloth, mm: what the eye needs to read most of it. */
export const LETTERS = 24;
/** Letters as small as this can hardly be made out, and so large they can be read, px. */
const HARDLY = 9;
export const READABLE = 13;

/** At how many px per mm letters of a size (mm) can be read; 0 when they can be made out as it is. */
export function zoomToRead(size: number, zoom: number): number {
  return size * zoom < HARDLY ? READABLE / size : 0;
}
