import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** What a page in a browser needs to run a file and all that it imports, fonts included. */
export interface Bundled {
  readonly script: string;
  readonly style: string;
  /** The scripts of its threads, by their address: of whoever has any, served with its page. */
  readonly threads: ReadonlyMap<string, string>;
}

/** A file as one script and one style sheet, for a test that tries a part of the client by itself in a real browser. */
export async function bundled(entry: URL): Promise<Bundled> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    // React as it is while it is worked on, as the rest is translated here.
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      lib: { entry: fileURLToPath(entry), formats: ['iife'], name: 'page' },
    },
  });
  const code = { script: '', style: '', threads: new Map<string, string>() };
  for (const one of [built].flat()) {
    for (const file of 'output' in one ? one.output : []) {
      // A script of this kind does not know its own address, from which it would find its threads.
      if (file.type === 'chunk') code.script = file.code.replaceAll('"" + {}.url', 'location.href');
      else if (file.fileName.endsWith('.js')) code.threads.set(`/${file.fileName}`, String(file.source));
      else if (file.fileName.endsWith('.css')) code.style = String(file.source);
    }
  }
  return code;
}
