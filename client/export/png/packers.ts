import type { NewPacker } from '../../../shared/formats/pictures/png.ts';

/** How hard it tries where the browser cannot pack itself: harder takes long on such a browser, and saves little. */
const LEVEL = 4;

/** What packs in this browser: itself, or a library where it cannot (docs/browsers.md). */
export async function newPacker(): Promise<NewPacker> {
  return typeof CompressionStream === 'function' ? packedByBrowser : packedByLibrary(await import('fflate'));
}

const packedByBrowser: NewPacker = (take) => {
  const stream = new CompressionStream('deflate');
  const writer = stream.writable.getWriter();
  const taken = stream.readable.pipeTo(new WritableStream({ write: take }));
  return {
    add: (bytes) => writer.write(bytes as Uint8Array<ArrayBuffer>),
    async end() {
      await writer.close();
      await taken;
    },
  };
};

const packedByLibrary =
  ({ Zlib }: typeof import('fflate')): NewPacker =>
  (take) => {
    const packer = new Zlib({ level: LEVEL }, (packed) => take(packed));
    return {
      add: async (bytes) => packer.push(bytes),
      end: async () => packer.push(new Uint8Array(), true),
    };
  };
