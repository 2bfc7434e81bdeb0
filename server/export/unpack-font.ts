import { inflateSync } from 'node:zlib';

/** Sizes of what a font file consists of, bytes: a WOFF begins with 44 bytes of header, an OpenType font with 12. */
const WOFF = { header: 44, entry: 20 } as const;
const PLAIN = { header: 12, entry: 16, align: 4 } as const;

/**
 * A WOFF (W3C, WOFF 1.0) as the OpenType font it holds. What draws letters unpacks them itself, in JavaScript and again for every
 * document: that took it most of a second each.
 */
export function unpackFont(packed: Uint8Array): Uint8Array {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const count = view.getUint16(12);
  const entries = Array.from({ length: count }, (_, nth) => {
    const at = WOFF.header + nth * WOFF.entry;
    const [offset, length, whole] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)];
    const bytes = packed.subarray(offset, offset + length);
    return {
      tag: view.getUint32(at),
      sum: view.getUint32(at + 16),
      bytes: length < whole ? inflateSync(bytes) : bytes,
    };
  });
  const aligned = (length: number) => Math.ceil(length / PLAIN.align) * PLAIN.align;
  const first = PLAIN.header + count * PLAIN.entry;
  const font = new Uint8Array(entries.reduce((sum, { bytes }) => sum + aligned(bytes.length), first));
  const plain = new DataView(font.buffer);
  // How its tables are to be searched by halves, as the format has it.
  const power = 2 ** Math.floor(Math.log2(count));
  plain.setUint32(0, view.getUint32(4));
  plain.setUint16(4, count);
  plain.setUint16(6, power * PLAIN.entry);
  plain.setUint16(8, Math.log2(power));
  plain.setUint16(10, (count - power) * PLAIN.entry);
  let offset = first;
  entries.forEach(({ tag, sum, bytes }, nth) => {
    const at = PLAIN.header + nth * PLAIN.entry;
    plain.setUint32(at, tag);
    plain.setUint32(at + 4, sum);
    plain.setUint32(at + 8, offset);
    plain.setUint32(at + 12, bytes.length);
    font.set(bytes, offset);
    offset += aligned(bytes.length);
  });
  return font;
}
