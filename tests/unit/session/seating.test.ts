import { expect, test } from 'vitest';
import { Seating } from '../../../client/session/seating.ts';
import { createCloth } from '../../../shared/cloth/create.ts';
import { removeSeat, takeSeat } from '../../../shared/cloth/intents/seats.ts';
import { readSnapshot } from '../../../shared/cloth/read.ts';
import type { ClothDoc } from '../../../shared/cloth/schema.ts';
import { emptyCloth, exchange } from '../../support/cloth.ts';

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
