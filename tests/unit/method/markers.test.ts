import { expect, test } from 'vitest';
import { ALL_MARKERS, markerSet, markersOf } from '../../../shared/method/markers.ts';
import { LIMITS } from '../../../shared/model/schema.ts';
import { deltaE00, deutanDistance } from '../../support/colour-vision.ts';

/** So far apart colours are told from each other at a glance, ΔE00. */
const APART = 15;

const seats = Array.from({ length: LIMITS.seats }, (_, order) => markerSet(order)[0]);
const apart = (one = 0, other = 0) => deutanDistance(seats[one] ?? '', seats[other] ?? '');

test('colour differences are those of the published pairs', () => {
  // Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula" (2005), pairs 1, 10 and 25.
  expect(deltaE00([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(deltaE00([50, 2.49, -0.001], [50, -2.49, 0.0011])).toBeCloseTo(7.2195, 3);
  expect(deltaE00([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
});

test('who cannot tell red from green tells every two neighbours at a table apart by their markers', () => {
  seats.slice(1).forEach((_, nth) => {
    expect(apart(nth, nth + 1), `seats ${nth + 1} and ${nth + 2}`).toBeGreaterThanOrEqual(APART);
  });
  // The last sits beside the first. Of 24 markers two are too near to one for that: they come at tables of 21 and 23.
  for (let people = 3; people <= seats.length; people++) {
    const least = people === 21 || people === 23 ? 10 : APART;
    expect(apart(people - 1, 0), `a table of ${people}`).toBeGreaterThanOrEqual(least);
  }
});

test('everyone has a marker of their own, and their three follow from it', () => {
  expect(new Set(seats).size).toBe(LIMITS.seats);
  for (const [order, colour] of seats.entries()) expect(markersOf(colour)).toEqual(markerSet(order));
  // Who sat down when markers came in another order keeps theirs.
  expect(markersOf('#1d4ed8')).toEqual(['#1d4ed8', '#a94a06', '#9f1239']);
  expect(markersOf('#123456')).toEqual(['#123456', '#123456', '#123456']);
  expect(ALL_MARKERS.length).toBe(12);
});
