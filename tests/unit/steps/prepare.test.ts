import { describe, expect, test } from 'vitest';
import { memoryStorage } from '../../../client/device/device-storage.ts';
import { Templates } from '../../../client/steps/prepare/templates.ts';
import { createCloth } from '../../../shared/commands/create.ts';
import { layPreparation, ringOfConnectors } from '../../../shared/commands/prepare.ts';
import { takeSeat } from '../../../shared/commands/seats.ts';
import { LiveSnapshot } from '../../../shared/document/live-snapshot.ts';
import type { Preparation } from '../../../shared/formats/preparation.ts';
import { MOST_CONNECTORS } from '../../../shared/formats/preparation.ts';
import { boxAround, grow } from '../../../shared/layout/box.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { emptyCloth } from '../../support/cloth.ts';
import { overlappingPairs, plainCloth, plainSeats } from '../layout/plain-cloth.ts';

const preparation: Preparation = {
  initiative: 'leesplezier',
  language: 'en',
  seats: ['Gemma', 'Caroline', 'Heleen'],
  connectors: 4,
  minutes: { 2: 20, 5: 15 },
};

describe('what was prepared', () => {
  test('lies on the cloth: names, circles, times, language', () => {
    const cloth = emptyCloth();
    createCloth(cloth.doc, { title: 'leesplezier', seats: 3, createdAt: 1 });
    const reading = new LiveSnapshot(cloth.doc);
    layPreparation(cloth, reading.current, preparation, fontMeasure, 5);
    const { seats, items, meta } = reading.current;
    expect(seats.map(({ name }) => name)).toEqual(['Gemma', 'Caroline', 'Heleen']);
    expect(seats.every(({ holder }) => holder === null)).toBe(true);
    expect(items.map(({ kind, text }) => [kind, text])).toEqual(Array(4).fill(['connector', '']));
    expect(meta.minutes).toEqual({ 2: 20, 5: 15 });
    expect(meta.language).toBe('en');
    // Whoever sits down under a prepared name finds that seat.
    expect(takeSeat(cloth, { holder: 'tablet', name: 'caroline' }).seat).toBe(seats[1]?.id);
  });

  test('sets more seats to a table that was laid for fewer', () => {
    const cloth = emptyCloth();
    createCloth(cloth.doc, { seats: 1, createdAt: 1 });
    const reading = new LiveSnapshot(cloth.doc);
    layPreparation(cloth, reading.current, preparation, fontMeasure, 5);
    expect(reading.current.seats.map(({ name }) => name)).toEqual(['Gemma', 'Caroline', 'Heleen']);
  });
});

test.each([1, 6, 24])('empty circles at a table for %i lie apart, clear of the middle and on the cloth', (count) => {
  const cloth = plainCloth({ seats: plainSeats(count) });
  const { initiative, sheet } = buildScene(cloth, fontMeasure);
  for (let n = 0; n <= MOST_CONNECTORS; n++) {
    const places = ringOfConnectors(cloth, n, fontMeasure);
    expect(places).toHaveLength(n);
    const circles = places.map((place) => boxAround(place, 120, 120));
    expect(overlappingPairs(circles)).toEqual([]);
    for (const [x, y] of places) {
      expect(Math.hypot(x, y)).toBeGreaterThan(initiative.radius + 60);
      const inside = grow(sheet.box, -120);
      expect(Math.abs(x)).toBeLessThan(inside.w / 2);
      expect(Math.abs(y)).toBeLessThan(inside.h / 2);
    }
  }
});

describe('templates', () => {
  test('are kept on the device, newest first, one for each name', () => {
    const storage = memoryStorage();
    const templates = new Templates(storage);
    templates.keep('sectie', preparation);
    templates.keep('studiedag', { ...preparation, connectors: 0 });
    templates.keep('sectie', { ...preparation, connectors: 7 });
    const again = new Templates(storage).store.getState();
    expect(again.map(({ name, preparation: { connectors } }) => [name, connectors])).toEqual([
      ['sectie', 7],
      ['studiedag', 0],
    ]);
    templates.remove('sectie');
    expect(new Templates(storage).store.getState().map(({ name }) => name)).toEqual(['studiedag']);
  });

  test('that are broken cost nobody else', () => {
    const storage = memoryStorage();
    new Templates(storage).keep('sectie', preparation);
    const [whole] = JSON.parse(storage.get('tafelkleed.templates') ?? '[]');
    storage.set('tafelkleed.templates', JSON.stringify([['half', '{'], 3, null, whole]));
    expect(new Templates(storage).store.getState().map(({ name }) => name)).toEqual(['sectie']);
    storage.set('tafelkleed.templates', '{');
    expect(new Templates(storage).store.getState()).toEqual([]);
  });
});
