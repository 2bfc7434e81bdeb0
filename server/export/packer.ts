import { once } from 'node:events';
import { createDeflate } from 'node:zlib';
import type { NewPacker } from '../../shared/formats/pictures/png.ts';

/** As hard as browsers try: harder takes twice as long, and saves little. */
const LEVEL = 6;

/** Packs a picture beside what draws it: on a thread of Node's own. */
export const packer: NewPacker = (take) => {
  const stream = createDeflate({ level: LEVEL });
  stream.on('data', take);
  const ended = once(stream, 'end');
  return {
    add: (bytes) =>
      new Promise((resolve, reject) => stream.write(bytes, (error) => (error ? reject(error) : resolve()))),
    async end() {
      stream.end();
      await ended;
    },
  };
};
