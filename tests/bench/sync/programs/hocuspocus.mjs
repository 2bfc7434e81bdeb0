/** Hocuspocus 3 as its handbook sets it up, with a store on disk: one file per document, written as it asks for it. */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const peers = createRequire(join(process.env.PEERS, 'package.json'));
const load = (name) => import(pathToFileURL(peers.resolve(name)).href);
const { Server } = await load('@hocuspocus/server');
const Y = await load('yjs');
const fileOf = (name) => join(process.env.DATA_DIR, encodeURIComponent(name));

const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  async onLoadDocument({ document, documentName }) {
    const stored = await readFile(fileOf(documentName)).catch(() => null);
    if (stored) Y.applyUpdate(document, stored);
  },
  async onStoreDocument({ document, documentName }) {
    await writeFile(fileOf(documentName), Y.encodeStateAsUpdate(document));
  },
});
await server.listen();
