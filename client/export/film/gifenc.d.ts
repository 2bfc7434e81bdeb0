/** What is used of gifenc 1.0, which comes without types. */
declare module 'gifenc' {
  /** Red, green and blue, 0 to 255. */
  export type Palette = (readonly number[])[];

  export interface Encoder {
    /** Writes indexes of colours; the first picture's palette is that of all. `delay` in ms. */
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: {
        readonly palette?: Palette;
        readonly transparent?: boolean;
        readonly transparentIndex?: number;
        readonly delay?: number;
        readonly dispose?: number;
        readonly repeat?: number;
      },
    ): void;
    finish(): void;
    bytes(): Uint8Array;
    bytesView(): Uint8Array;
  }

  export function GIFEncoder(): Encoder;
  export function quantize(rgba: Uint8ClampedArray | Uint8Array, most: number): Palette;
  /** The nearest colour of the palette for each pixel, by its number. */
  export function applyPalette(rgba: Uint8ClampedArray | Uint8Array, palette: Palette): Uint8Array;
}
