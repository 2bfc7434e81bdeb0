/** When a browser cannot make a picture of any size: out of memory, or canvases are switched off. */
export class PictureFailed extends Error {
  override readonly name = 'PictureFailed';
}
