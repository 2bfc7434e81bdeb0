import { expect, test } from 'vitest';
import { addItems } from '../../../shared/commands/items.ts';
import { addTies } from '../../../shared/commands/ties.ts';
import { write } from '../../../shared/document/change.ts';
import { openCloth } from '../../../shared/document/cloth-doc.ts';
import { LiveSnapshot } from '../../../shared/document/live-snapshot.ts';
import { barred, behindMask, maskSnapshot, readablePart } from '../../../shared/model/mask.ts';
import { differentKey, togetherKey } from '../../../shared/model/schema.ts';
import { emptyCloth, item } from '../../support/cloth.ts';

function clothOfThree() {
  const cloth = emptyCloth();
  addItems(cloth, [
    item('own', { text: 'boekenlijst', seat: 'g', createdAt: 1 }),
    item('theirs', { text: 'film in 4 vwo', seat: 'c', clarification: 'de oude', story: 'geheim', createdAt: 2 }),
    item('Heleen', { kind: 'connector', seat: 'c', createdAt: 3 }),
  ]);
  return { cloth: openCloth(cloth.doc), reading: new LiveSnapshot(cloth.doc) };
}
const hides = ({ id }: { id: string }) => id === 'theirs';

test('a mask shows how much is written and not what', () => {
  expect(barred('film in\n4 vwo')).toBe('████ ██\n█ ███');
  expect(barred('')).toBe('');
  expect(barred('👩‍🏫 één')).not.toMatch(/[^█ ]/u);
});

test('nothing of the words is left in the masked snapshot, and all else is the very same', () => {
  const { reading } = clothOfThree();
  const whole = reading.current;
  const masked = maskSnapshot(whole, hides);
  expect(JSON.stringify(masked)).not.toMatch(/film|oude|geheim/);
  expect(masked.items[1]).toMatchObject({ id: 'theirs', masked: true, pos: [0, 0], text: '████ ██ █ ███' });
  expect(masked.items[0]).toBe(whole.items[0]);
  expect(masked.items[2]).toBe(whole.items[2]);
  expect(masked.ties).toBe(whole.ties);
});

test('masks last as long as what they hide, and nothing hidden is no new snapshot', () => {
  const { cloth, reading } = clothOfThree();
  const before = maskSnapshot(reading.current, hides);
  addItems(cloth, [item('later', { seat: 'g', createdAt: 4 })]);
  const after = maskSnapshot(reading.current, hides);
  expect(after.items).toHaveLength(4);
  expect(after.items[1]).toBe(before.items[1]);
  expect(maskSnapshot(reading.current, () => false)).toBe(reading.current);
});

test('only for measuring one looks behind a mask', () => {
  const { reading } = clothOfThree();
  const [own, theirs] = reading.current.items;
  const masked = maskSnapshot(reading.current, hides).items[1];
  expect(masked && behindMask(masked)).toBe(theirs);
  expect(own && behindMask(own)).toBe(own);
});

test('what is kept of a masked cloth has no bars in it, and nothing that hangs on them', () => {
  const { cloth, reading } = clothOfThree();
  addTies(cloth, [
    { id: 'stays', from: 'own', to: 'Heleen', createdAt: 4 },
    { id: 'goes', from: 'theirs', to: 'Heleen', createdAt: 5 },
  ]);
  write(cloth, (writer) => {
    writer.set(['items', 'Heleen'], togetherKey('theirs'), true);
    writer.set(['items', 'Heleen'], togetherKey('own'), true);
    writer.set(['items', 'own'], differentKey('theirs'), true);
  });
  const kept = readablePart(maskSnapshot(reading.current, hides));
  expect(kept.items.map(({ text }) => text)).toEqual(['boekenlijst', 'Heleen']);
  expect(kept.ties.map(({ id }) => id)).toEqual(['stays']);
  expect(JSON.stringify(kept)).not.toMatch(/█|theirs/);
  expect(kept.items[1]?.together).toEqual(['own']);
  expect(readablePart(reading.current)).toBe(reading.current);
});
