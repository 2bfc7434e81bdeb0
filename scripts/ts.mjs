/**
 * Runs one of the project's own TypeScript programs (tests, benchmarks, tools) without a build:
 * `node scripts/ts.mjs <file> [arguments]`. The file runs as it is imported and reads its arguments from
 * `process.argv.slice(2)`, as if it had been started itself.
 */
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [, , file, ...rest] = process.argv;
if (!file) {
  console.error('Which file? node scripts/ts.mjs <file> [arguments]');
  process.exit(1);
}
process.argv = [process.argv[0], resolve(file), ...rest];
await runnerImport(resolve(file), { configFile: false, logLevel: 'error' });
