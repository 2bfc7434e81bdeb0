/** `npm run soak`: the tests that throw dice, with many more throws. Takes about half an hour. */
import { spawnSync } from 'node:child_process';

const env = { KILL_ROUNDS: '200', FUZZ_FRAMES: '1000000', ...process.env };
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'server',
    'tests/server/kill.test.ts',
    'tests/server/fuzz.test.ts',
  ],
  { stdio: 'inherit', env },
);
process.exit(status ?? 1);
