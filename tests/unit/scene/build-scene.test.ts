import { describe, expect, test } from 'vitest';
import { exampleCloth } from '../../../shared/commands/example.ts';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import { contains } from '../../../shared/layout/box.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { cpuTime, plainCloth, plainItem, plainTie } from '../layout/plain-cloth.ts';

const scene = (snapshot: ClothSnapshot) => buildScene(snapshot, fontMeasure);

const small = plainCloth({
  items: [
    plainItem('boeken', [-500, -500]),
    plainItem('film', [500, -500]),
    plainItem('Heleen', [-250, -250], { kind: 'connector' }),
  ],
  ties: [plainTie('boeken', 'Heleen'), plainTie('Heleen', INITIATIVE), plainTie('film', INITIATIVE)],
});

/** The same snapshot with one item elsewhere, sharing all the rest, as a living document gives it. */
function moved(snapshot: ClothSnapshot, id: string): ClothSnapshot {
  const items = snapshot.items.map((item) => (item.id === id ? { ...item, pos: [0, 400] as const } : item));
  return { ...snapshot, items };
}

describe('a scene', () => {
  test('has everything of the cloth in it', () => {
    const { seats, items, ties, initiative } = scene(small);
    expect(seats).toHaveLength(6);
    expect(items.map(({ id }) => id)).toEqual(['boeken', 'film', 'Heleen']);
    expect(ties).toHaveLength(3);
    expect(initiative.text.lines).toEqual(['leesplezier']);
  });

  test('tells a tie straight from an ingredient to the initiative apart', () => {
    expect(scene(small).ties.map(({ direct }) => direct)).toEqual([false, false, true]);
  });

  test('knows which involvement is only expected', () => {
    const [first, ...others] = small.ties;
    const ties = first ? [{ ...first, expected: true }, ...others] : [];
    expect(scene({ ...small, ties }).ties.map(({ expected }) => expected)).toEqual([true, false, false]);
  });

  test('reaches as far as what lies beyond the sheet', () => {
    const far = plainCloth({ items: [plainItem('ver weg', [4_000, 0])] });
    expect(scene(far).bounds.x + scene(far).bounds.w).toBeGreaterThan(4_000);
    expect(scene(small).bounds).toEqual(scene(small).sheet.box);
  });

  test('reaches less far again when what lay farthest comes nearer', () => {
    const far = plainCloth({ items: [plainItem('boeken', [0, 400]), plainItem('ver weg', [4_000, 0])] });
    const { bounds } = scene(far);
    expect(scene(moved(far, 'boeken')).bounds).toEqual(bounds);
    const near = moved(far, 'ver weg');
    expect(scene(near).bounds).toEqual(scene(near).sheet.box);
  });

  test('leaves out a tie whose end is not there', () => {
    expect(scene({ ...small, ties: [plainTie('boeken', 'niemand')] }).ties).toEqual([]);
  });

  test('of the example has every word of it inside the sheet', () => {
    const example = scene(snapshotOfFile(exampleCloth('nl', fontMeasure, 0)));
    expect(example.bounds).toEqual(example.sheet.box);
    for (const { centre } of example.items) expect(contains(example.sheet.box, centre)).toBe(true);
  });
});

describe('what did not change is the same object as before', () => {
  const before = scene(small);
  const after = scene(moved(small, 'boeken'));

  test('items, the initiative, seats and sheet', () => {
    expect(after.items[0]).not.toBe(before.items[0]);
    expect(after.items[1]).toBe(before.items[1]);
    expect(after.initiative).toBe(before.initiative);
    expect(after.seats).toBe(before.seats);
    expect(after.sheet).toBe(before.sheet);
  });

  test('ties, but for those of what moved', () => {
    expect(after.ties[0]).not.toBe(before.ties[0]);
    expect(after.ties[1]).toBe(before.ties[1]);
    expect(after.ties[2]).toBe(before.ties[2]);
  });

  test('the lists of items and ties as a whole', () => {
    const now = moved(small, 'boeken');
    const shown = scene(now);
    expect(scene({ ...now, items: [...now.items, plainItem('nieuw', [0, 500])] }).ties).toBe(shown.ties);
    expect(scene({ ...now, initiative: 'lezen' }).items).toBe(shown.items);
  });

  test('the whole scene of the same snapshot', () => {
    expect(scene(small)).toBe(before);
  });
});

test('a cloth of 2,000 items and 1,000 ties is built anew after one change within 2 ms', () => {
  const items = Array.from({ length: 2_000 }, (_, at) =>
    plainItem(`item ${at}`, [(at % 50) * 240, Math.floor(at / 50) * 60], {
      kind: at % 10 === 0 ? 'connector' : 'ingredient',
    }),
  );
  const ties = Array.from({ length: 1_000 }, (_, at) => plainTie(`item ${at}`, `item ${1_999 - at}`));
  let snapshot = plainCloth({ items, ties });
  scene(snapshot);
  const after = (rounds: number) =>
    Array.from({ length: rounds }, (_, round) => {
      snapshot = moved(snapshot, `item ${round * 7}`);
      return snapshot;
    });
  const build = (changed: readonly ClothSnapshot[]) => cpuTime(() => changed.forEach(scene)) / changed.length;
  // The best of a few runs: a machine that does other things too makes any of them dearer, and none cheaper.
  const costs = Array.from({ length: 5 }, () => build(after(20)));
  expect(Math.min(...costs)).toBeLessThan(2);
});
