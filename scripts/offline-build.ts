import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Files of a build that the app opens without: maps, licences, and fonts for browsers too old for a service worker. */
const LEFT_OUT = /\.(map|md|woff|html)$|^\.vite\//;
const WORKER = 'service-worker.js';

/**
 * A Vite plugin that tells the service worker (client/app/offline/service-worker.ts, an input named `service-worker`) which
 * files the build has. The list stands in front of its code, so every other build is another worker to the browser.
 *
 * @param others addresses of files that Vite copies and does not build
 */
export function offlineBuild(others: readonly string[]): Plugin {
  return {
    name: 'tafelkleed-offline-build',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[WORKER];
        const page = bundle['index.html'];
        if (worker?.type !== 'chunk' || page?.type !== 'asset')
          throw new Error('the build lacks its page or its worker');
        if (worker.imports.length > 0) throw new Error('the service worker must be one file');
        const built = Object.keys(bundle).filter((name) => name !== WORKER && !LEFT_OUT.test(name));
        const files = [...built.map((name) => `/${name}`), ...others].sort();
        const name = createHash('sha256').update(files.join('\n')).update(page.source).digest('hex').slice(0, 16);
        const entry = Object.values(bundle).find((part) => part.type === 'chunk' && part.isEntry && part !== worker);
        worker.code = `const BUILD=${JSON.stringify({ name, files, entry: entry?.fileName })};\n${worker.code}`;
      },
    },
  };
}
