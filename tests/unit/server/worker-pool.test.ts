import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { WorkerPool } from '../../../server/core/worker-pool.ts';

/** Sleeps where nothing written in JavaScript is run meanwhile, as a drawing program does, and says when it was done. */
const PROGRAM = `
import { execFileSync } from 'node:child_process';
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ seconds }) => {
  if (seconds > 0) execFileSync(process.execPath, ['-e', 'setTimeout(() => {}, ' + 1000 * seconds + ')']);
  parentPort.postMessage({ done: performance.timeOrigin + performance.now() });
});
`;

function poolOf(times: { readonly patienceMs: number; readonly waitMs?: number }): WorkerPool {
  const folder = mkdtempSync(join(tmpdir(), 'tafelkleed-'));
  const program = join(folder, 'sleeper.mjs');
  writeFileSync(program, PROGRAM);
  const pool = new WorkerPool({ program: pathToFileURL(program), threads: 1, heapBytes: 64 * 1024 * 1024, ...times });
  onTestFinished(() => {
    pool.stop();
    rmSync(folder, { recursive: true });
  });
  return pool;
}

const now = (): number => performance.timeOrigin + performance.now();

test('a thread that cannot be ended at once keeps its place until it is', async () => {
  const pool = poolOf({ patienceMs: 2_000 });
  await pool.run('a', () => ({ task: { seconds: 0 } }));
  const began = now();
  const long = pool.run('a', () => ({ task: { seconds: 3 } }));
  const next = pool.run('a', () => ({ task: { seconds: 0 } }));
  await expect(long).rejects.toThrow('it took too long');
  expect(now() - began).toBeLessThan(3_000);
  expect(((await next) as number) - began).toBeGreaterThanOrEqual(3_000);
});

test('what waits too long, or for nobody any more, is given up and never begun', async () => {
  const pool = poolOf({ patienceMs: 10_000, waitMs: 300 });
  const left = new AbortController();
  const first = pool.run('a', () => ({ task: { seconds: 2 } }));
  const gone = expect(pool.run('a', () => ({ task: { seconds: 2 } }), left.signal)).rejects.toThrow('nobody waits');
  const late = expect(pool.run('a', () => ({ task: { seconds: 2 } }))).rejects.toThrow('many wait before it');
  left.abort();
  await Promise.all([first, gone, late]);
  // Neither was begun: whoever comes now is the next.
  const began = now();
  await pool.run('b', () => ({ task: { seconds: 0 } }));
  expect(now() - began).toBeLessThan(2_000);
});
