import { expect, test } from 'vitest';
import { dimPhoto, layPhoto, lockPhoto, placePhoto, takePhotoAway } from '../../../shared/commands/photo.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { UndoStack } from '../../../shared/document/undo.ts';
import { clothFileOf } from '../../../shared/formats/cloth-file.ts';
import { projectSnapshot } from '../../../shared/method/projection.ts';
import { emptyCloth } from '../../support/cloth.ts';

const LIES = { ratio: 0.75, pos: [0, 0], width: 1_000, turn: 0, by: 'Ria' } as const;

test('one photo lies under a cloth: another takes its place, and undo brings back the first', () => {
  const cloth = emptyCloth();
  const undo = new UndoStack(cloth);
  const photo = () => readSnapshot(cloth).photo;
  expect(photo()).toBeUndefined();
  layPhoto(cloth, { ...LIES, id: 'a', hash: 'one', createdAt: 2 });
  // By another's clock it was laid before.
  undo.push(layPhoto(cloth, { ...LIES, id: 'b', hash: 'two', createdAt: 1 }));
  expect(photo()).toMatchObject({ id: 'b', hash: 'two', locked: false });
  undo.undo();
  expect(photo()).toMatchObject({ id: 'a', hash: 'one' });
  undo.push(takePhotoAway(cloth, 'a'));
  expect(photo()).toBeUndefined();
  undo.undo();
  expect(photo()?.id).toBe('a');
});

test('it can always be seen and found again, wherever it is brought', () => {
  const cloth = emptyCloth();
  layPhoto(cloth, { ...LIES, id: 'a', hash: 'one', createdAt: 1 });
  placePhoto(cloth, 'a', { pos: [1e9, -1e9], width: 0, turn: 725.004 });
  dimPhoto(cloth, 'a', 3);
  lockPhoto(cloth, 'a', true);
  const { photo } = readSnapshot(cloth);
  expect(photo).toMatchObject({ pos: [10_000, -10_000], width: 50, turn: 5, dim: 0.9, locked: true });
});

test('a photo goes into no file, and is not shown in a room', () => {
  const cloth = emptyCloth();
  const bare = JSON.stringify(clothFileOf(readSnapshot(cloth)));
  layPhoto(cloth, { ...LIES, id: 'a', hash: 'one', createdAt: 1 });
  const snapshot = readSnapshot(cloth);
  expect(JSON.stringify(clothFileOf(snapshot))).toBe(bare);
  expect(projectSnapshot(snapshot, { names: 'all', leftOut: [] }, false).photo).toBeUndefined();
});
