import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the server; the built client is served by the server itself, from the same address. */
const server = `http://localhost:${process.env.PORT ?? '8080'}`;

/** Builds client/ to dist/client: hashed files that never change, and one index.html that names them. */
export default defineConfig({
  root: 'client',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    // The licences of all that is bundled travel with it.
    license: { fileName: 'licenses.md' },
    // The content security policy allows this address only: no data: URIs, and no polyfill script to make an exception for.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
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
