import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { clothChunk } from './scripts/cloth-chunk.ts';
import { compressBuild } from './scripts/compress-build.ts';
import { keepEarlierBuild } from './scripts/earlier-build.ts';
import { leanModules } from './scripts/lean-modules.ts';
import { offlineBuild } from './scripts/offline-build.ts';

/** Where `npm run dev` finds the server; the built client is served by the server itself, from the same address. */
const server = `http://localhost:${process.env.PORT ?? '8080'}`;

const source = (path: string): string => fileURLToPath(new URL(`client/${path}`, import.meta.url));

/** Builds client/ to dist/client: hashed files that never change, and one index.html that names them. */
export default defineConfig({
  root: 'client',
  base: '/',
  resolve: {
    // Instead of what libraries bring along and a cloth does not use; the last is how Konva's modules call one of their own.
    alias: {
      'lib0/logging': source('document/yjs-log.ts'),
      'lib0/broadcastchannel': source('document/no-broadcast.ts'),
      './DragAndDrop.js': source('canvas/stage/no-drag.ts'),
    },
  },
  plugins: [
    react(),
    leanModules(),
    offlineBuild(['/icon.svg', '/manifest.webmanifest']),
    compressBuild(),
    keepEarlierBuild(),
  ],
  build: {
    outDir: '../dist/client',
    // Emptied by hand, of all but the build before.
    emptyOutDir: false,
    // The oldest browsers that people have: docs/browsers.md. Newer functions need a fallback of their own.
    target: ['safari16', 'ios16', 'firefox115', 'chrome109', 'edge109'],
    sourcemap: true,
    // With a cloth's page the server names the files that showing it takes.
    manifest: true,
    // The licences of all that is bundled travel with it.
    license: { fileName: 'licenses.md' },
    // The content security policy allows this address only: no data: URIs, and no polyfill script to make an exception for.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // A panel's script names the scripts it needs itself; a list of them for every panel would be 2 kB of each first load.
      resolveDependencies: (_file, needed, { hostType }) =>
        hostType === 'js' ? needed.filter((file) => file.endsWith('.css')) : needed,
    },
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      // No getter that we or our libraries have does anything but say what it is asked.
      treeshake: { propertyReadSideEffects: false },
      input: { index: source('index.html'), 'service-worker': source('app/offline/service-worker.ts') },
      output: {
        // The one script whose address never changes: browsers ask for it anew to learn of a new build.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        // Only what is named: what it imports may belong to the pages without a cloth as well.
        codeSplitting: { groups: [{ name: clothChunk(), debugName: 'cloth', includeDependenciesRecursively: false }] },
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      '/api': { target: server },
      '/sync': { target: server, ws: true },
    },
  },
});
