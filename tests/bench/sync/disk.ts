import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './statistics.ts';

const TIMES = 100;

/** What one small synced append costs on this machine's disk, ms, by median: no store can acknowledge sooner. */
export function syncedAppendMs(): number {
  const folder = mkdtempSync(join(tmpdir(), 'tafelkleed-bench-disk-'));
  const file = openSync(join(folder, 'log'), 'a');
  const durations = Array.from({ length: TIMES }, () => {
    const startedAt = performance.now();
    writeSync(file, Buffer.alloc(200));
    fdatasyncSync(file);
    return performance.now() - startedAt;
  });
  closeSync(file);
  rmSync(folder, { recursive: true });
  return median(durations);
}
