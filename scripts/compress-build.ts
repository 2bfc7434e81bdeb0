import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const WORDS = /\.(js|css|svg|html)$/;
/** Below this a header costs more than is won, bytes. */
const LEAST = 1_024;

/** A Vite plugin that lays a compressed copy beside each file of words, as the server sends it to who takes that. */
export function compressBuild(): Plugin {
  return {
    name: 'tafelkleed-compress-build',
    apply: 'build',
    writeBundle({ dir = '.' }, bundle) {
      for (const part of Object.values(bundle)) {
        const bytes = Buffer.from(part.type === 'chunk' ? part.code : part.source);
        if (!WORDS.test(part.fileName) || bytes.length < LEAST) continue;
        const path = join(dir, part.fileName);
        const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: quality }));
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
      }
    },
  };
}
