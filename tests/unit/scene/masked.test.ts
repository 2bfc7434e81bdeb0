import { expect, test } from 'vitest';
import { maskSnapshot } from '../../../shared/model/mask.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { plainCloth, plainItem, plainTie } from '../layout/plain-cloth.ts';

test('masked words take exactly the room they take when they can be read, and are not in the scene', () => {
  const cloth = plainCloth({
    items: [
      plainItem('film material for the fourth form, and illustrations', [0, -400], { clarification: 'the old ones' }),
      plainItem('Heleen', [0, 300], { kind: 'connector' }),
    ],
    ties: [plainTie('film material for the fourth form, and illustrations', 'Heleen')],
  });
  const whole = buildScene(cloth, fontMeasure);
  const masked = buildScene(
    maskSnapshot(cloth, ({ kind }) => kind === 'ingredient'),
    fontMeasure,
  );
  const [slip] = masked.items;
  expect(slip?.box).toEqual(whole.items[0]?.box);
  expect(slip?.extent).toEqual(whole.items[0]?.extent);
  expect(slip?.text.barred).toBe(true);
  expect(slip?.text.lines.join(' ')).toMatch(/^[█ ]+$/);
  expect(slip?.text.lines.map((line) => line.length)).toEqual(whole.items[0]?.text.lines.map((line) => line.length));
  expect(masked.items[1]).toBe(whole.items[1]);
  expect(masked.ties).toEqual(whole.ties);
  expect(masked.bounds).toEqual(whole.bounds);
});
