import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const ASSETS = 'assets';
/** What is made of a file beside it: compressed forms and its map. */
const BESIDE = /\.(?:br|gz|map)$/;

/** The files of a build as its worker lists them (scripts/offline-build.ts). */
const LISTED = /^const BUILD=(\{.*\});$/m;

/**
 * A Vite plugin that keeps the files of the build before in `assets/`, and throws away those of older ones: pages that are
 * open while a server gets its next version still fetch parts of theirs.
 */
export function keepEarlierBuild(): Plugin {
  let folder = '';
  let earlier: readonly string[] = [];
  let built: readonly string[] = [];
  return {
    name: 'tafelkleed-earlier-build',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
      earlier = filesOfBuild(join(folder, 'service-worker.js'));
    },
    writeBundle(_options, bundle) {
      built = Object.keys(bundle).map((name) => `/${name}`);
    },
    closeBundle() {
      const assets = join(folder, ASSETS);
      if (built.length === 0 || !existsSync(assets)) return;
      const kept = new Set([...earlier, ...built]);
      for (const name of readdirSync(assets)) {
        const of = `/${ASSETS}/${name}`;
        if (!kept.has(of) && !kept.has(of.replace(BESIDE, ''))) rmSync(join(assets, name));
      }
    },
  };
}

function filesOfBuild(worker: string): readonly string[] {
  const [, listed] = (existsSync(worker) && LISTED.exec(readFileSync(worker, 'utf8'))) || [];
  if (listed === undefined) return [];
  const { files }: { readonly files: readonly string[] } = JSON.parse(listed);
  return files;
}
