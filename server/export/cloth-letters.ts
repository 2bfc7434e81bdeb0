import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FontBytes } from '../../shared/text/font-runs.ts';

const { resolve } = createRequire(import.meta.url);
const kept = new Map<string, Uint8Array>();

/** The files of the cloth's font as they lie on the server's disk, each read once. */
export const clothLetters: FontBytes = (file, weight) => {
  const name = `shantell-sans-${file}-${weight}-normal.woff`;
  let bytes = kept.get(name);
  if (!bytes) {
    bytes = new Uint8Array(readFileSync(resolve(`@fontsource/shantell-sans/files/${name}`)));
    kept.set(name, bytes);
  }
  return bytes;
};
