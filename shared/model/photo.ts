/** What a photo under a sheet may be, on its way and in the store: as the page makes it of what a camera gave. */
export const PHOTO = {
  /** Bytes, unless an operator decides otherwise. */
  bytes: 2 * 1024 * 1024,
  /** The long side that the page makes it, px: enough to read a word on a tablecloth of three metres. */
  made: 2_400,
  /** The longest side that the server takes, px. */
  side: 4_096,
  /** The one form in which it travels and lies in the store. */
  mediaType: 'image/jpeg',
} as const;

/** What a page takes from a camera or a folder before it makes {@link PHOTO} of it: more would take a tablet's memory. */
export const TAKEN = {
  bytes: 40 * 1024 * 1024,
  /** Width times height. A telephone of today takes 50 million; unpacked, each is four bytes. */
  pixels: 80_000_000,
} as const;

/** How a photo can lie: how wide, how far its middle is from the cloth's, mm; how faint, 0 for as it was taken. */
export const PHOTO_REACH = {
  width: { least: 50, most: 20_000 },
  off: 10_000,
  dim: { least: 0, most: 0.9, usual: 0.3 },
} as const;
