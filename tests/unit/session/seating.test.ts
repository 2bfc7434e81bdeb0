import { expect, test } from 'vitest';
import { Seating } from '../../../client/document/seating.ts';
import { createCloth } from '../../../shared/commands/create.ts';
import { addItems } from '../../../shared/commands/items.ts';
import { mergeSeats, removeSeat, renameSeat, takeSeat } from '../../../shared/commands/seats.ts';
import { revert } from '../../../shared/document/change.ts';
import type { ClothDoc } from '../../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { emptyCloth, exchange, item } from '../../support/cloth.ts';

function laid(seats: number): ClothDoc {
  const cloth = emptyCloth();
  createCloth(cloth.doc, { createdAt: 1, seats });
  return cloth;
}

function at(cloth: ClothDoc, participant: string, mayTake = () => true, isIndividual = false): Seating {
  const seats = () => readSnapshot(cloth).seats;
  return new Seating({ cloth, participant, name: '', seats, mayTake, isIndividual: () => isIndividual });
}

test('whoever sits down has a seat, its colour and the name', () => {
  const cloth = laid(2);
  const gemma = at(cloth, 'gemma');
  gemma.sitDown('Gemma');
  const [first] = readSnapshot(cloth).seats;
  expect(gemma.me.getState()).toEqual({ participant: 'gemma', name: 'Gemma', colour: first?.colour, seat: first?.id });
});

test('nobody is seated before the cloth is there, and then at the first look', () => {
  const cloth = laid(2);
  let ready = false;
  const gemma = at(cloth, 'gemma', () => ready);
  gemma.sitDown('Gemma');
  expect(gemma.me.getState()).toMatchObject({ name: 'Gemma', seat: null });
  expect(gemma.me.getState().tableFull).toBeUndefined();
  ready = true;
  gemma.look();
  expect(gemma.me.getState().seat).not.toBeNull();
});

test('a seat held before is found without sitting down again', () => {
  const cloth = laid(2);
  takeSeat(cloth, { holder: 'theo', name: 'Theo' });
  const { seat } = takeSeat(cloth, { holder: 'gemma', name: 'Gemma' });
  const gemma = at(cloth, 'gemma');
  gemma.look();
  expect(gemma.me.getState()).toMatchObject({ name: 'Gemma', seat });
});

test('of two who took one seat at the same moment, both end up with a seat of their own', () => {
  const [here, there] = [laid(3), emptyCloth()];
  exchange(here.doc, there.doc);
  const [gemma, heleen] = [at(here, 'gemma'), at(there, 'heleen')];
  gemma.sitDown('Gemma');
  heleen.sitDown('Heleen');
  expect(gemma.me.getState().seat).toBe(heleen.me.getState().seat);
  for (let round = 0; round < 2; round++) {
    exchange(here.doc, there.doc);
    gemma.look();
    heleen.look();
  }
  exchange(here.doc, there.doc);
  expect(
    readSnapshot(here)
      .seats.map(({ name }) => name)
      .toSorted(),
  ).toEqual(['', 'Gemma', 'Heleen']);
  expect(gemma.me.getState().seat).not.toBe(heleen.me.getState().seat);
});

test('a seat taken from under somebody gives them another', () => {
  const cloth = laid(2);
  const gemma = at(cloth, 'gemma');
  gemma.sitDown('Gemma');
  const lost = gemma.me.getState().seat ?? '';
  removeSeat(cloth, lost);
  gemma.look();
  expect(gemma.me.getState().seat).not.toBe(lost);
  expect(gemma.me.getState().seat).not.toBeNull();
});

test('a full table says so, and a seat that comes free is taken', () => {
  const cloth = laid(24);
  for (let n = 0; n < 24; n++) takeSeat(cloth, { holder: `other-${n}`, name: `Thomas ${n}` });
  const gemma = at(cloth, 'gemma');
  gemma.sitDown('Gemma');
  expect(gemma.me.getState()).toMatchObject({ name: 'Gemma', seat: null, tableFull: true });
  removeSeat(cloth, readSnapshot(cloth).seats[0]?.id ?? '');
  gemma.look();
  expect(gemma.me.getState().seat).not.toBeNull();
  expect(gemma.me.getState().tableFull).toBeUndefined();
});

test.each(['gemma', null])('an individual cloth has the seat it was made for, on any device (holder: %s)', (holder) => {
  const cloth = emptyCloth();
  createCloth(cloth.doc, { createdAt: 1, owner: { name: 'Gemma', colour: '#1d4ed8', holder } });
  const [made] = readSnapshot(cloth).seats;
  const [home, school] = ['gemma', 'gemma elsewhere'].map((participant) => at(cloth, participant, () => true, true));
  for (const device of [home, school, home]) {
    device?.look();
    expect(device?.me.getState()).toMatchObject({ name: 'Gemma', colour: '#1d4ed8', seat: made?.id });
  }
  school?.sitDown('Gemma van school');
  home?.look();
  expect(readSnapshot(cloth).seats).toEqual([{ ...made, name: 'Gemma van school' }]);
  expect(home?.me.getState().name).toBe('Gemma van school');
});

test('looking again without news changes nothing', () => {
  const gemma = at(laid(1), 'gemma');
  gemma.sitDown('Gemma');
  const before = gemma.me.getState();
  gemma.look();
  expect(gemma.me.getState()).toBe(before);
});

test('a name that was prepared stays as it was written, however it is typed', () => {
  const cloth = laid(1);
  renameSeat(cloth, readSnapshot(cloth).seats[0]?.id ?? '', 'Joris');
  const joris = at(cloth, 'joris');
  joris.sitDown('joris');
  expect(joris.me.getState().name).toBe('Joris');
  joris.sitDown('joris k');
  expect(joris.me.getState().name).toBe('joris k');
});

test('one gets one’s seat on another device, and the first does not take another by itself', () => {
  const cloth = laid(3);
  const [phone, laptop] = [at(cloth, 'phone'), at(cloth, 'laptop')];
  phone.sitDown('Joris');
  const { seat } = phone.me.getState();
  laptop.sitDown('joris', seat ?? '');
  phone.look();
  expect(laptop.me.getState()).toMatchObject({ name: 'Joris', seat });
  expect(phone.me.getState()).toMatchObject({ name: 'Joris', seat: null, moved: true });
  phone.look();
  expect(readSnapshot(cloth).seats.map(({ name }) => name)).toEqual(['Joris', '', '']);
  // And back, as often as one likes.
  phone.sitDown('Joris', seat ?? '');
  laptop.look();
  expect([phone.me.getState().seat, laptop.me.getState().seat]).toEqual([seat, null]);
});

test('who stands up for their other device leaves it their seat, on a full table too', () => {
  const cloth = laid(24);
  for (let n = 1; n < 24; n++) takeSeat(cloth, { holder: `other-${n}`, name: `Thomas ${n}` });
  const [phone, laptop] = [at(cloth, 'phone'), at(cloth, 'laptop')];
  phone.sitDown('Joris');
  const { seat } = phone.me.getState();
  phone.standUp();
  expect(phone.me.getState()).toMatchObject({ seat: null, moved: true });
  laptop.sitDown('Joris');
  expect(laptop.me.getState()).toMatchObject({ seat, name: 'Joris' });
});

test('of two seats that are merged one stays, with the words and the holder of both', () => {
  const cloth = laid(3);
  const [a = '', b = ''] = readSnapshot(cloth).seats.map(({ id }) => id);
  takeSeat(cloth, { holder: 'joris', name: 'Joris' });
  addItems(cloth, [item('boeken', { seat: a }), item('film', { seat: b })]);
  const undo = mergeSeats(cloth, a, b);
  const merged = readSnapshot(cloth);
  expect(merged.seats.map(({ id, name, holder }) => [id, name, holder])[0]).toEqual([b, 'Joris', 'joris']);
  expect(merged.items.map(({ seat }) => seat)).toEqual([b, b]);
  revert(cloth, undo);
  expect(
    readSnapshot(cloth)
      .items.map(({ seat }) => seat)
      .sort(),
  ).toEqual([a, b].sort());
  expect(readSnapshot(cloth).seats).toHaveLength(3);
  expect(mergeSeats(cloth, a, a)).toEqual([]);
  expect(mergeSeats(cloth, 'weg', b)).toEqual([]);
});
