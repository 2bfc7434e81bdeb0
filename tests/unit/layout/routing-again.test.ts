import { describe, expect, test } from 'vitest';
import { shiftItem } from '../../../shared/layout/item-shape.ts';
import { pointsOf } from '../../../shared/layout/routing/course.ts';
import { type Ground, type Network, routeTies } from '../../../shared/layout/routing/network.ts';
import type { ItemShape } from '../../../shared/layout/shapes.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { differentiatie } from '../../support/cases/differentiatie.ts';
import { seeded } from '../../support/cases/seeded.ts';
import { randomFrom } from '../../support/random.ts';

const sceneOf = (cloth: ClothSnapshot) => buildScene(cloth, fontMeasure);

describe('looking again only at what a change touches', () => {
  const pathsOf = ({ ties }: Network) => JSON.stringify([...ties]);

  test.each([1, 2, 3])('gives what looking at everything gives, whatever is dragged where (seed %i)', (seed) => {
    const random = randomFrom(seed);
    const cloth = seeded({ seats: 8, connectors: 20, ties: 56, seed });
    const scene = sceneOf(cloth);
    let ground: Ground = scene;
    let network = routeTies(cloth.ties, ground, null);
    for (let step = 0; step < 16; step++) {
      const at = Math.floor(random() * ground.items.length);
      const [dx, dy] = [(random() - 0.5) * 160, (random() - 0.5) * 160];
      const gone = step % 6 === 5 ? Math.floor(random() * ground.items.length) : -1;
      const items = ground.items
        .map((item, nth) => (nth === at ? shiftItem(item, dx, dy) : item))
        .filter((_, nth) => nth !== gone);
      ground = { ...ground, items };
      network = routeTies(cloth.ties, ground, network);
      expect(pathsOf(network), `seed ${seed}, step ${step}`).toBe(pathsOf(routeTies(cloth.ties, ground, null)));
    }
  });

  test('leaves the others the very same objects', () => {
    const cloth = differentiatie();
    const scene = sceneOf(cloth);
    const before = routeTies(cloth.ties, scene, null);
    const items = scene.items.map((item) => (item.id === 'ouderraad' ? shiftItem(item, 12, 9) : item));
    const after = routeTies(cloth.ties, { ...scene, items }, before);
    const own = cloth.ties.filter(({ from, to }) => from === 'ouderraad' || to === 'ouderraad');
    const changed = cloth.ties.filter(({ id }) => before.ties.get(id) !== after.ties.get(id));
    expect(changed.length).toBeGreaterThanOrEqual(own.length);
    expect(changed.length).toBeLessThan(own.length + 4);
  });
});

test('engines that round the last digit otherwise draw the same picture', () => {
  const cloths = [1, 2, 3].map((seed) => seeded({ seats: 8, connectors: 20, ties: 56, seed }));
  for (const cloth of [differentiatie(), ...cloths]) {
    const scene = sceneOf(cloth);
    const noise = (item: ItemShape, nth: number) => shiftItem(item, nth % 2 === 0 ? 1e-12 : -1e-12, 1e-12);
    const one = routeTies(cloth.ties, scene, null);
    const other = routeTies(cloth.ties, { ...scene, items: scene.items.map(noise) }, null);
    for (const [id, { path }] of one.ties) {
      const there = other.ties.get(id)?.path ?? [];
      expect(there.length).toBe(path.length);
      expect(
        Math.max(
          ...pointsOf(path, 8).map(([x, y], at) => {
            const [px, py] = pointsOf(there, 8)[at] ?? [Number.NaN, Number.NaN];
            return Math.hypot(px - x, py - y);
          }),
        ),
        id,
      ).toBeLessThan(1e-6);
    }
  }
});
