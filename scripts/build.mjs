/**
 * Builds server and client, each only when something it is made of changed since: `npm start` on a built copy is at
 * once there, and a test never runs against yesterday's build.
 *
 * `node scripts/build.mjs [server] [client] [--force]`: without a name both, with `--force` whether changed or not.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const common = ['shared', 'package.json', 'package-lock.json', 'tsconfig.json'];

const targets = [
  {
    name: 'server',
    sources: ['server', ...common],
    result: 'dist/server/main.js',
    // The memory of the incremental build lies beside its result, so that who deletes the one deletes the other.
    command: ['typescript/bin/tsc', '-p', 'server/tsconfig.json', '--tsBuildInfoFile', 'dist/server.tsbuildinfo'],
  },
  {
    name: 'client',
    sources: [
      'client',
      'vite.config.ts',
      'scripts/cloth-chunk.ts',
      'scripts/compress-build.ts',
      'scripts/earlier-build.ts',
      'scripts/lean-modules.ts',
      'scripts/offline-build.ts',
      ...common,
    ],
    result: 'dist/client/index.html',
    command: ['vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  },
];

const asked = process.argv.slice(2).filter((argument) => argument !== '--force');
const force = process.argv.includes('--force');

for (const { name, sources, result, command } of targets) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const stamp = join(root, 'dist', `${name}.built`);
  const wanted = fingerprint(sources);
  const built = existsSync(join(root, result)) && existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (built === wanted && !force) continue;

  const [tool = '', ...options] = command;
  const program = join(root, 'node_modules', tool);
  if (!existsSync(program)) {
    console.error(`The ${name} is not built, and the tools to build it are not installed. Run: npm ci`);
    process.exit(1);
  }
  console.log(`Building the ${name}…`);
  // Whoever asks for the build (a test runner has another NODE_ENV) gets the one that is delivered.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync(process.execPath, [program, ...options], { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  if (name === 'server') for (const folder of ['server', 'shared']) removeStale(folder);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** The compiler leaves what it made of a file that is not there any more. */
function removeStale(folder) {
  for (const path of filesIn(`dist/${folder}`)) {
    const source = path.replace(/^dist\//, '').replace(/\.js(\.map)?$/, '.ts');
    if (!existsSync(join(root, source))) rmSync(join(root, path));
  }
}

/** One hash over names and contents of files and folders: the same on every machine and for every checkout. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesIn))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

function filesIn(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}
