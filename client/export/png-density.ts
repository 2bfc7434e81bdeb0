/** A PNG begins with its signature (8 bytes) and the IHDR chunk (25 bytes). */
const AFTER_HEADER = 33;
const INCH_MM = 25.4;
const PER_METRE = 1;

/** The same PNG with its density written in (a pHYs chunk, PNG 1.2 § 11.3.5.3), so that it prints at its true size. */
export async function withDensity(png: Blob, dpi: number): Promise<Blob> {
  const chunk = physChunk(Math.round((dpi * 1_000) / INCH_MM));
  return new Blob([png.slice(0, AFTER_HEADER), chunk, png.slice(AFTER_HEADER)], { type: png.type });
}

function physChunk(perMetre: number): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set(new TextEncoder().encode('pHYs'), 4);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  view.setUint8(16, PER_METRE);
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return chunk;
}

/** CRC-32 as PNG has it (ISO 3309, reflected 0xEDB88320), bit by bit: there are thirteen bytes. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
