import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { LevelStorage } from '../../server/storage/leveldb.ts';
import { storageContract } from './storage.ts';

storageContract('LevelDB', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'tafelkleed-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return {
    open: () => LevelStorage.open(directory, () => undefined),
  };
});
