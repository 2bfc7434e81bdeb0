import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const WORDS = /\.(js|css|svg|html)$/;
/** Below this a header costs more than is won, bytes. */
const LEAST = 1_024;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** A Vite plugin that lays a compressed copy beside each file of words, as the server sends it to who takes that. */
export function compressBuild(): Plugin {
  return {
    name: 'tafelkleed-compress-build',
    apply: 'build',
    async writeBundle({ dir = '.' }, bundle) {
      const compressed = Object.values(bundle).map(async (part) => {
        const bytes = Buffer.from(part.type === 'chunk' ? part.code : part.source);
        if (!WORDS.test(part.fileName) || bytes.length < LEAST) return;
        const path = join(dir, part.fileName);
        const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
        const [br, gz] = await Promise.all([
          toBrotli(bytes, { params: quality }),
          toGzip(bytes, { level: constants.Z_BEST_COMPRESSION }),
        ]);
        await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
      });
      // Side by side, in the threads that Node has for it.
      await Promise.all(compressed);
    },
  };
}
