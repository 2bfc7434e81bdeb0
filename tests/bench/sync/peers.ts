import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };

/** What is measured beside this server. Not dependencies of the project: nothing else needs them. */
const PEERS = { '@hocuspocus/server': '3.4.4', '@y/websocket-server': '0.1.1', yjs: packageJson.dependencies.yjs };

/** The folder with the peers installed; from the registry the first time, from there on as it is. */
export function peersFolder(): string {
  const versions = Object.entries(PEERS).map(([name, version]) => `${name}@${version}`);
  const folder = resolve('node_modules/.cache/bench-sync', versions.join('+').replace(/[/@]/g, '_'));
  if (existsSync(join(folder, 'done'))) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  console.log(`Installing ${versions.join(', ')} for comparison…`);
  const options = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...versions];
  const { status } = spawnSync('npm', options, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('the servers to compare with could not be installed');
  writeFileSync(join(folder, 'done'), '');
  return folder;
}
