import { expect, test } from 'vitest';
import { contains, overlaps } from '../../../shared/layout/box.ts';
import { circlesApart } from '../../../shared/layout/circles-apart.ts';
import { placeConnector } from '../../../shared/layout/free-place.ts';
import { backOnCloth, offCloth } from '../../../shared/layout/off-cloth.ts';
import { layTable } from '../../../shared/layout/table.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { plainCloth, plainItem } from './plain-cloth.ts';

const NAMES = ['Gemma', 'opleidingsschool', 'collega van de sectie Nederlands', 'ouderraad', 'kwaliteitsmedewerker'];

function clothWith(count: number) {
  let cloth = plainCloth();
  for (let nth = 0; nth < count; nth++) {
    const name = `${NAMES[nth % NAMES.length]} ${nth}`;
    const pos = placeConnector(cloth, [], name, fontMeasure, nth % 3 ? `seat-${nth % 6}` : null);
    cloth = { ...cloth, items: [...cloth.items, plainItem(name, pos, { kind: 'connector' })] };
  }
  return cloth;
}

test.each([14, 40, 90])(
  'of %i connectors none lies off the cloth or over another; when it is full, it grows',
  (count) => {
    const cloth = clothWith(count);
    const { sheet, items } = buildScene(cloth, fontMeasure);
    for (const { box } of items) {
      expect(contains(sheet.box, [box.x, box.y]) && contains(sheet.box, [box.x + box.w, box.y + box.h])).toBe(true);
    }
    for (const [at, { box }] of items.entries()) {
      for (const other of items.slice(at + 1)) expect(overlaps(box, other.box)).toBe(false);
    }
    expect(layTable(cloth).size.width > 1_800).toBe(count > 30);
  },
);

test('what lies beside the cloth is found, and lies on it again without covering anything', () => {
  const cloth = plainCloth({
    items: [
      plainItem('op het kleed', [300, 0]),
      plainItem('op het hout', [1_500, 0], { kind: 'connector' }),
      plainItem('ver weg', [-4_000, -3_000]),
    ],
  });
  expect(offCloth(cloth, fontMeasure).map(({ text }) => text.lines.join(' '))).toEqual(['op het hout', 'ver weg']);
  const places = backOnCloth(cloth, fontMeasure);
  const items = cloth.items.map((item) => ({ ...item, pos: places.get(item.id) ?? item.pos }));
  const back = { ...cloth, items };
  expect(offCloth(back, fontMeasure)).toEqual([]);
  expect(items[0]?.pos).toEqual([300, 0]);
  const shapes = buildScene(back, fontMeasure).items;
  for (const [at, { box }] of shapes.entries()) {
    for (const other of shapes.slice(at + 1)) expect(overlaps(box, other.box)).toBe(false);
  }
});

test('circles that came to lie over each other move apart, as little as that takes, the same each time', () => {
  const at = (x: number, y: number, text: string) => plainItem(text, [x, y], { kind: 'connector' });
  const cloth = plainCloth({
    items: [at(400, 0, 'Gemma'), at(530, 0, 'Theo'), at(900, 0, 'Heleen'), at(0, 200, 'Ellen')],
  });
  const places = circlesApart(cloth, fontMeasure);
  expect([...places.keys()].sort()).toEqual(['Ellen', 'Gemma', 'Theo']);
  const moved = cloth.items.map((item) => ({ ...item, pos: places.get(item.id) ?? item.pos }));
  const { items, initiative } = buildScene({ ...cloth, items: moved }, fontMeasure);
  const circles = [...items, initiative];
  for (const [nth, one] of circles.entries()) {
    for (const other of circles.slice(nth + 1)) {
      const apart = Math.hypot(one.centre[0] - other.centre[0], one.centre[1] - other.centre[1]);
      expect(apart).toBeGreaterThanOrEqual(one.radius + other.radius);
    }
  }
  for (const [nth, { pos }] of moved.slice(0, 2).entries()) {
    expect(Math.abs(pos[0] - (cloth.items[nth]?.pos[0] ?? 0))).toBeLessThan(25);
  }
  expect(circlesApart({ ...cloth, items: moved }, fontMeasure).size).toBe(0);
});
