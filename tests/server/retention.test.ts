import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { openAdminEndpoint } from '../../server/admin/admin-endpoint.ts';
import { runCommand } from '../../server/admin/commands.ts';
import { Operator } from '../../server/admin/operator.ts';
import { deleteExpired } from '../../server/app/retention.ts';
import { readConfig } from '../../server/core/config.ts';
import { Metrics } from '../../server/core/metrics.ts';
import { LevelStorage } from '../../server/storage/leveldb.ts';
import { Workshop } from '../../server/sync/guard/workshop.ts';
import { Cloths } from '../../server/sync/room/cloths.ts';
import { Rooms } from '../../server/sync/room/rooms.ts';
import { freshDirectory } from './support.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A store with cloths of these ages, days, and what looks at it by a clock of one's own. */
async function table(ages: Readonly<Record<string, number>>) {
  const start = Date.now();
  const storage = await LevelStorage.open(await freshDirectory(), () => undefined);
  const rooms = new Rooms(
    storage,
    new Workshop(readConfig({}).limits),
    readConfig({}).limits,
    new Metrics(),
    pino({ level: 'silent' }),
  );
  onTestFinished(async () => {
    rooms.stop();
    await storage.close(1_000);
  });
  const make = (id: string, createdAt: number) =>
    storage.create({ id, epoch: 'e', kind: 'initiative', createdAt, keys: [], codes: [] }, new Uint8Array([0, 0]));
  for (const [id, age] of Object.entries(ages)) await make(id, start - age * DAY);
  const parts = { storage, rooms, cloths: new Cloths(storage, rooms) };
  const left = async (): Promise<string[]> => {
    const ids: string[] = [];
    for await (const { id } of storage.list()) ids.push(id);
    return ids;
  };
  return {
    start,
    make,
    left,
    parts,
    /** As the server does every hour, from one moment up to another; resolves with what was said to go. */
    look: async (from: number, until = from): Promise<string[]> => {
      const said: string[] = [];
      for (let now = from; now <= until; now += HOUR) said.push(...(await deleteExpired(parts, 30, now)).announced);
      return said;
    },
  };
}

test('what is old goes a day after that was said, and not when it was written to meanwhile', async () => {
  const { start, look, left } = await table({ old: 40, new: 1 });
  expect(await look(start, start + 23 * HOUR)).toEqual(['old']);
  expect(await left()).toEqual(['new', 'old']);
  await look(start + DAY);
  expect(await left()).toEqual(['new']);
});

test('a clock that is 400 days ahead deletes nothing, and what was right before goes on when it is right again', async () => {
  const { start, look, left, make } = await table({ old: 40, new: 1 });
  await look(start, start + 12 * HOUR);
  // With the server off or on meanwhile: all it knows of is what was written down.
  const ahead = start + 400 * DAY;
  expect(await look(ahead, ahead + 6 * DAY)).toEqual(['new', 'old']);
  await make('justMade', ahead + 6 * DAY);
  expect(await left()).toEqual(['justMade', 'new', 'old']);
  const back = start + 6 * DAY;
  await look(back, back + 6 * DAY);
  expect(await left()).toEqual(['justMade', 'new', 'old']);
  await look(back + 7 * DAY);
  expect(await left()).toEqual(['justMade', 'new']);
});

test('the first time a clock is held against what was last written', async () => {
  const { start, look, left } = await table({ old: 40, new: 1 });
  await look(start + 400 * DAY, start + 406 * DAY);
  expect(await left()).toEqual(['new', 'old']);
});

test('a server that is off for every weekend still deletes what is old', async () => {
  const { start, look, left } = await table({ old: 40, new: 1 });
  for (let week = 0; week < 2; week++) await look(start + week * 7 * DAY, start + (week * 7 + 4.5) * DAY);
  expect(await left()).toEqual(['new']);
});

test('the operator reads in the list what will go, and when', async () => {
  const { start, look, parts } = await table({ old: 40, new: 1 });
  const takeHome = { make: () => Promise.reject(new Error('nothing goes home here')) };
  const door = await openAdminEndpoint({ ...parts, takeHome, log: pino({ level: 'silent' }), publicUrl: '' });
  onTestFinished(() => door.close());
  const list = () => runCommand(new Operator(door), ['list']);
  expect(await list()).not.toContain('deleted');
  await look(start);
  const said = (await list()).split('\n').filter((line) => line.includes('will be deleted'));
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(new RegExp(`^old .*${new Date(start + DAY).toISOString().slice(0, 10)}$`));
});

test('what hangs in a room goes when the room goes, and neither while anybody writes in the other', async () => {
  const { start, look, left, parts } = await table({ loose: 40, hung: 40, room: 1, sheet: 1, staff: 40 });
  const hang = (id: string, commons: string) =>
    parts.cloths.change(id, (record) => ({ ...record, hangs: [{ commons, grant: 'look', names: 'all' }] }));
  await hang('hung', 'room');
  await hang('sheet', 'staff');
  expect(await look(start)).toEqual(['loose']);
  await look(start + DAY);
  expect(await left()).toEqual(['hung', 'room', 'sheet', 'staff']);
  expect(await look(start + 31 * DAY)).toEqual(['hung', 'room', 'sheet', 'staff']);
});
