import { describe, expect, test } from 'vitest';
import { exampleCloth } from '../../../shared/commands/example.ts';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import { grow, overlaps, polygonBox } from '../../../shared/layout/box.ts';
import { pointsOf } from '../../../shared/layout/routing/course.ts';
import { ROUTED, routeTies, tangleOf } from '../../../shared/layout/routing/network.ts';
import { measureOf } from '../../../shared/layout/routing/survey.ts';
import type { ItemShape, Scene, TieShape } from '../../../shared/layout/shapes.ts';
import { pointOn, tiePath } from '../../../shared/layout/tie-path.ts';
import { turned } from '../../../shared/layout/turn.ts';
import { INITIATIVE, type Point } from '../../../shared/model/schema.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { differentiatie } from '../../support/cases/differentiatie.ts';
import { seeded } from '../../support/cases/seeded.ts';
import { plainCloth, plainItem, plainTie } from './plain-cloth.ts';

const sceneOf = (cloth: ClothSnapshot) => buildScene(cloth, fontMeasure);
const example = (locale: 'nl' | 'en') => sceneOf(snapshotOfFile(exampleCloth(locale, fontMeasure, 0)));
const UP_TO_20 = [1, 2, 3].flatMap((seed) => [
  seeded({ seats: 4, connectors: 10, ties: 30, seed }),
  seeded({ seats: 4, connectors: 14, ties: 43, seed }),
  seeded({ seats: 8, connectors: 20, ties: 56, seed }),
]);
const OF_40 = [1, 2, 3].map((seed) => seeded({ seats: 24, connectors: 40, ties: 120, seed }));

const endOf = ({ items, initiative }: Scene, id: string) =>
  id === INITIATIVE ? initiative : (items.find((item) => item.id === id) as ItemShape);

/** What would be drawn if nothing stood in the way. */
const plainPath = (scene: Scene, { from, to }: TieShape) => [tiePath(endOf(scene, from), endOf(scene, to))];

/**
 * The ids of what a path enters without joining it, judged by places along it every few mm: a way of its own, so that it
 * does not believe the search. Letters, tails and names of seats count as what they belong to.
 */
function entered(scene: Scene, { from, to }: TieShape, path: TieShape['path']): Set<string> {
  const found = new Set<string>();
  const places = pointsOf(path, 70);
  const inBox = ([x, y]: Point, at: Point, w: number, h: number, turn: number) => {
    const [dx, dy] = turned([x - at[0], y - at[1]], -turn);
    return Math.abs(dx) < w / 2 && Math.abs(dy) < h / 2;
  };
  const inDisc = ([x, y]: Point, at: Point, radius: number) => Math.hypot(x - at[0], y - at[1]) < radius;
  const around = grow(polygonBox(places), 1);
  const near = scene.items.filter(({ id, extent }) => id !== from && id !== to && overlaps(extent, around));
  for (const place of places) {
    for (const item of near) {
      const { centre, radius, box, turn, badges } = item;
      const isIn = radius > 0 ? inDisc(place, centre, radius) : inBox(place, centre, box.w, box.h, turn);
      if (isIn || badges.some((badge) => inDisc(place, badge.centre, badge.radius))) found.add(item.id);
    }
    if (from !== INITIATIVE && to !== INITIATIVE && inDisc(place, [0, 0], scene.initiative.radius))
      found.add(INITIATIVE);
    for (const seat of scene.seats) {
      if (inBox(place, seat.at, seat.labelWidth, seat.fontSize, seat.angle)) found.add(seat.id);
    }
  }
  return found;
}

const through = (scene: Scene) => scene.ties.filter((tie) => entered(scene, tie, tie.path).size > 0);
const lengthOf = (scene: Scene, path: (tie: TieShape) => TieShape['path']) =>
  scene.ties.reduce((sum, tie) => sum + measureOf(path(tie)).length, 0);

describe('ties never pass under what they do not join', () => {
  test('the example is drawn as it ever was: all its ties have their air', () => {
    for (const scene of [example('nl'), example('en')]) {
      for (const tie of scene.ties) expect(tie.path).toEqual(plainPath(scene, tie));
    }
  });

  test('of the case not one does, where many would', () => {
    const scene = sceneOf(differentiatie());
    expect(through(scene).map(({ from, to }) => `${from} ${to}`)).toEqual([]);
    expect(scene.ties.filter(({ lifted }) => lifted.length > 0)).toEqual([]);
    const plain = scene.ties.filter((tie) => entered(scene, tie, plainPath(scene, tie)).size > 0);
    expect(plain.length).toBeGreaterThan(7);
  });

  test('up to 20 connectors two in a hundred may, and those are lifted', () => {
    const scenes = UP_TO_20.map(sceneOf);
    const all = scenes.reduce((sum, { ties }) => sum + ties.length, 0);
    const under = scenes.flatMap(through);
    expect(under.length).toBeLessThanOrEqual(0.02 * all);
    expect(under.filter(({ lifted }) => lifted.length === 0)).toEqual([]);
  });

  test('of 40 connectors and 120 ties five in a hundred may, and those are lifted', () => {
    for (const scene of OF_40.map(sceneOf)) {
      expect(through(scene).length).toBeLessThanOrEqual(0.05 * scene.ties.length);
      expect(through(scene).filter(({ lifted }) => lifted.length === 0)).toEqual([]);
    }
  });

  test('going round costs an eighth more line at most', () => {
    const scenes = [differentiatie(), ...UP_TO_20, ...OF_40].map(sceneOf);
    const routed = scenes.reduce((sum, scene) => sum + lengthOf(scene, ({ path }) => path), 0);
    const plain = scenes.reduce((sum, scene) => sum + lengthOf(scene, (tie) => plainPath(scene, tie)), 0);
    expect(routed / plain).toBeLessThanOrEqual(1.12);
  });

  test('a letter, the tail of a clarification and a seat’s name are gone round too', () => {
    const bare = { kind: 'connector', text: 'Paul' } as const;
    const cloth = (fields: object) =>
      sceneOf(
        plainCloth({
          items: [
            plainItem('links', [-500, -310], { kind: 'connector' }),
            plainItem('Paul', [0, -220], { ...bare, ...fields }),
            plainItem('rechts', [500, -310], { kind: 'connector' }),
          ],
          ties: [plainTie('links', 'rechts')],
          initiative: '',
        }),
      );
    const heightOf = ({ ties }: Scene) => Math.max(...pointsOf(ties[0]?.path ?? [], 60).map(([, y]) => y));
    const quiet = cloth({});
    const marked = cloth({ positions: ['i', 'p', 's', 'l', 'g'] });
    expect(through(quiet)).toEqual([]);
    expect(through(marked)).toEqual([]);
    expect(heightOf(marked)).toBeLessThan(heightOf(quiet));
    const [seat] = quiet.seats;
    const [x, y] = seat?.at ?? [0, 0];
    const named = plainCloth({
      items: [plainItem('a', [x - 250, y], { kind: 'connector' }), plainItem('b', [x + 250, y], { kind: 'connector' })],
      ties: [plainTie('a', 'b')],
    });
    const [tie] = sceneOf(named).ties;
    if (!tie) throw new Error('there is a tie');
    expect(entered(sceneOf(named), tie, plainPath(sceneOf(named), tie)).size).toBeGreaterThan(0);
    expect(through(sceneOf(named))).toEqual([]);
  });
});

describe('what cannot go round', () => {
  /** Shut in on all sides. */
  const ring = Array.from({ length: 16 }, (_, nth) => {
    const at: Point = [400 + 190 * Math.cos((nth * Math.PI) / 8), 190 * Math.sin((nth * Math.PI) / 8)];
    return plainItem(`wacht ${nth}`, at, { kind: 'connector' });
  });
  const scene = sceneOf(
    plainCloth({
      items: [
        ...ring,
        plainItem('binnen', [400, 0], { text: 'in' }),
        plainItem('buiten', [-500, 380], { text: 'uit' }),
      ],
      ties: [plainTie('binnen', 'buiten')],
    }),
  );
  const [tie] = scene.ties;

  test('is lifted over what it crosses, and only there', () => {
    if (!tie) throw new Error('there is a tie');
    expect(entered(scene, tie, tie.path).size).toBeGreaterThan(0);
    expect(tie.lifted.length).toBeGreaterThan(0);
    expect(measureOf(tie.lifted).length).toBeLessThan(0.6 * measureOf(tie.path).length);
    const places = pointsOf(tie.path, 400);
    for (const curve of tie.lifted) {
      const [x, y] = pointOn(curve, 0.5);
      expect(Math.min(...places.map(([px, py]) => Math.hypot(px - x, py - y)))).toBeLessThan(2);
    }
  });
});

describe('ends that share a stretch of a shape', () => {
  test('are fanned: nearly none stand together', () => {
    const together = (scene: Scene, path: (tie: TieShape) => TieShape['path']) => {
      const feet = new Map<string, Point[]>();
      for (const tie of scene.ties) {
        const course = path(tie);
        const [first, last] = [course[0], course[course.length - 1]];
        if (!first || !last) continue;
        feet.set(tie.from, [...(feet.get(tie.from) ?? []), first[0]]);
        feet.set(tie.to, [...(feet.get(tie.to) ?? []), last[3]]);
      }
      return [...feet.values()].reduce((sum, places) => {
        const near = places.filter((a) => places.some((b) => a !== b && Math.hypot(a[0] - b[0], a[1] - b[1]) < 6));
        return sum + near.length;
      }, 0);
    };
    const scenes = [differentiatie(), ...OF_40].map(sceneOf);
    const count = (path: (scene: Scene) => (tie: TieShape) => TieShape['path']) =>
      scenes.reduce((sum, scene) => sum + together(scene, path(scene)), 0);
    const plain = count((scene) => (tie) => plainPath(scene, tie));
    expect(plain).toBeGreaterThan(50);
    expect(
      count(
        () =>
          ({ path }) =>
            path,
      ),
    ).toBeLessThan(plain / 5);
  });

  test('stay on the border of what they join', () => {
    const scene = sceneOf(differentiatie());
    for (const { from, path } of scene.ties) {
      const start = path[0]?.[0];
      const { box, radius } = endOf(scene, from);
      if (!start) throw new Error('a tie has a path');
      const [dx, dy] = [Math.abs(start[0] - box.x - box.w / 2), Math.abs(start[1] - box.y - box.h / 2)];
      const off = radius > 0 ? Math.hypot(dx, dy) - radius : Math.max(dx - box.w / 2, dy - box.h / 2);
      expect(Math.abs(off)).toBeLessThan(0.01);
    }
  });
});

test('nothing wild comes of things that lie on one another', () => {
  const heap = Array.from({ length: 6 }, (_, nth) =>
    plainItem(`op elkaar ${nth}`, [-300, 40 * (nth % 2)], { kind: nth % 3 === 0 ? 'connector' : 'ingredient' }),
  );
  const ties = heap.map(({ id }, nth) => plainTie(id, heap[(nth + 1) % heap.length]?.id ?? INITIATIVE));
  for (const { path, box } of sceneOf(plainCloth({ items: heap, ties })).ties) {
    for (const value of [...path.flat(2), box.x, box.y, box.w, box.h]) expect(Number.isFinite(value)).toBe(true);
  }
});

test('a cloth fuller than any group makes one keeps the curves that need no search', () => {
  const items = Array.from({ length: ROUTED.ties + 2 }, (_, nth) =>
    plainItem(`item ${nth}`, [(nth % 40) * 240, Math.floor(nth / 40) * 60]),
  );
  const ties = items.slice(1).map(({ id }) => plainTie('item 0', id));
  const scene = sceneOf(plainCloth({ items, ties }));
  expect(scene.ties).toHaveLength(ROUTED.ties + 1);
  for (const tie of scene.ties) expect(tie.path).toEqual(plainPath(scene, tie));
});

test('a network is judged by what it crosses, what it passes and its length', () => {
  const cross = plainCloth({
    items: [
      plainItem('a', [-700, -400]),
      plainItem('b', [-300, 400]),
      plainItem('c', [-700, 400]),
      plainItem('d', [-300, -400]),
    ],
    ties: [plainTie('a', 'b'), plainTie('c', 'd')],
  });
  const tangle = tangleOf(routeTies(cross.ties, sceneOf(cross), null));
  expect(tangle.crossings).toBe(1);
  expect(tangle.through).toBe(0);
  expect(tangle.length).toBeGreaterThan(1_200);
});
