import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createCloth } from '../../../shared/commands/create.ts';
import { addItems } from '../../../shared/commands/items.ts';
import { takeSeat } from '../../../shared/commands/seats.ts';
import { openCloth } from '../../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { LIMITS } from '../../../shared/model/schema.ts';
import { emptyCloth, exchange, item, smallCloth } from '../../support/cloth.ts';

describe('readSnapshot', () => {
  it('leaves out what does not parse, keeps it in the document, and never throws', () => {
    const cloth = smallCloth();
    const good = readSnapshot(cloth);
    const wrong: [string, unknown][] = [
      ['pos', [Number.NaN, 0]],
      ['pos', [0, 0, 0]],
      ['pos', 'here'],
      ['pos', [0, 1e9]],
      ['kind', 'person'],
      ['colour', 'javascript:alert(1)'],
      ['createdAt', -1],
      ['createdAt', 1e300],
      ['text', 'a plain string'],
    ];
    wrong.forEach(([key, value], index) => {
      addItems(cloth, [item(`wrong${index}`)]);
      (cloth.items.get(`wrong${index}`) as Y.Map<unknown>).set(key, value);
    });
    cloth.items.set('a string', 'x');
    cloth.items.set('an array', new Y.Array());
    cloth.ties.set(
      'to nowhere',
      new Y.Map([
        ['from', 'boeken'],
        ['to', 'gone'],
        ['createdAt', 1],
      ]),
    );
    cloth.seats.set('no seat', 7);
    cloth.meta.set('table', 'round');
    cloth.meta.set('kind', 42);
    expect(readSnapshot(cloth)).toEqual(good);
    expect(cloth.items.size).toBe(good.items.length + wrong.length + 2);
  });

  it('is safe from names of Object.prototype', () => {
    const cloth = smallCloth();
    addItems(cloth, [item('__proto__', { text: 'x' }), item('constructor', { text: 'y' })]);
    expect(readSnapshot(cloth).items).toHaveLength(4);
    expect(({} as Record<string, unknown>).text).toBeUndefined();
  });

  it('sorts by time, and by id at the same time, on every replica', () => {
    const cloth = emptyCloth();
    addItems(cloth, [item('c'), item('a'), item('b', { createdAt: 5 })]);
    expect(readSnapshot(cloth).items.map((record) => record.id)).toEqual(['b', 'a', 'c']);
  });
});

describe('createCloth', () => {
  it('lays the sheet, the name in the middle and the seats', () => {
    const doc = new Y.Doc();
    createCloth(doc, { title: ' leesplezier ', seats: 4, createdAt: 7 });
    const snapshot = readSnapshot(openCloth(doc));
    expect(snapshot).toMatchObject({
      initiative: 'leesplezier',
      meta: { title: 'leesplezier', schema: 1, createdAt: 7 },
    });
    expect(snapshot.seats.map((seat) => seat.order)).toEqual([0, 1, 2, 3]);
    expect(new Set(snapshot.seats.map((seat) => seat.colour)).size).toBe(4);
  });
});

describe('takeSeat', () => {
  const laid = (seats: number) => {
    const doc = new Y.Doc();
    createCloth(doc, { seats, createdAt: 1 });
    return openCloth(doc);
  };

  it('gives the first free one, the same again to who comes back, and a new one when all are taken', () => {
    const cloth = laid(2);
    const gemma = takeSeat(cloth, { holder: 'g', name: 'Gemma' });
    const theo = takeSeat(cloth, { holder: 't', name: 'Theo' });
    const fred = takeSeat(cloth, { holder: 'f', name: 'Fred' });
    expect(takeSeat(cloth, { holder: 'g', name: 'Gemma de V.' }).seat).toBe(gemma.seat);
    expect(new Set([gemma.seat, theo.seat, fred.seat]).size).toBe(3);
    expect(readSnapshot(cloth).seats.map((seat) => seat.name)).toEqual(['Gemma de V.', 'Fred', 'Theo']);
  });

  it('gives the seat that was prepared under that name', () => {
    const cloth = laid(3);
    const second = readSnapshot(cloth).seats[1];
    (cloth.seats.get(second?.id ?? '') as Y.Map<unknown>).set('name', 'Heleen');
    expect(takeSeat(cloth, { holder: 'h', name: 'heleen' }).seat).toBe(second?.id);
  });

  it('gives none when the table is full', () => {
    const cloth = laid(LIMITS.seats);
    for (let n = 0; n < LIMITS.seats; n++) expect(takeSeat(cloth, { holder: `h${n}`, name: 'x' }).seat).not.toBeNull();
    expect(takeSeat(cloth, { holder: 'late', name: 'x' })).toEqual({ seat: null, changes: [] });
  });

  it('two who take the same seat at once: the loser sees another in it and sits down again elsewhere', () => {
    const here = laid(2);
    const there = emptyCloth();
    exchange(here.doc, there.doc);
    const a = takeSeat(here, { holder: 'a', name: 'Gemma' });
    const b = takeSeat(there, { holder: 'b', name: 'Caroline' });
    expect(a.seat).toBe(b.seat);
    exchange(here.doc, there.doc);
    const winner = readSnapshot(here).seats.find((seat) => seat.id === a.seat)?.holder;
    takeSeat(winner === 'a' ? there : here, { holder: winner === 'a' ? 'b' : 'a', name: 'again' });
    exchange(here.doc, there.doc);
    expect(
      readSnapshot(here)
        .seats.map((seat) => seat.holder)
        .sort(),
    ).toEqual(['a', 'b']);
  });
});
