/** Development: the server rebuilt and restarted on every change, and Vite's page with hot reload in front of it. */
import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tool = (path) => join(root, 'node_modules', path);
const tsc = [tool('typescript/bin/tsc'), '-p', 'server/tsconfig.json', '--tsBuildInfoFile', 'dist/server.tsbuildinfo'];

// Type errors do not stop it: half-finished work may run, and the watching compiler repeats them.
spawnSync(process.execPath, tsc, { cwd: root, stdio: 'inherit' });

const parts = [
  [...tsc, '--watch', '--preserveWatchOutput'],
  ['--watch', 'dist/server/main.js'],
  [tool('vite/bin/vite.js')],
].map((command) => spawn(process.execPath, command, { cwd: root, stdio: 'inherit' }));

const stop = () => {
  for (const part of parts) part.kill('SIGTERM');
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
for (const part of parts) part.on('exit', stop);
