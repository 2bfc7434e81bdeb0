import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FontBytes } from '../../shared/text/font-runs.ts';
import { unpackFont } from './unpack-font.ts';

const { resolve } = createRequire(import.meta.url);

/** The files of the cloth's font as they lie on the server's disk, to go along in a file. */
export const clothLetters: FontBytes = keeping((file, weight) => {
  const name = `shantell-sans-${file}-${weight}-normal.woff`;
  return new Uint8Array(readFileSync(resolve(`@fontsource/shantell-sans/files/${name}`)));
});

/** The same unpacked, to draw letters with. */
export const clothOutlines: FontBytes = keeping((file, weight) => unpackFont(clothLetters(file, weight)));

/** Each is read once. */
function keeping(read: FontBytes): FontBytes {
  const kept = new Map<string, Uint8Array>();
  return (file, weight) => {
    const key = `${file} ${weight}`;
    const bytes = kept.get(key) ?? read(file, weight);
    kept.set(key, bytes);
    return bytes;
  };
}
