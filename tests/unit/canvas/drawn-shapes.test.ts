import { expect, test } from 'vitest';
import { drawnShapes } from '../../../client/canvas/board/drawn-shapes.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { differentiatie } from '../../support/cases/differentiatie.ts';

test('what is drawn is told as plain data: where all stands, the lines of words, and ties from border to border', () => {
  const scene = buildScene(differentiatie(), fontMeasure);
  const drawn = drawnShapes(scene);
  expect(JSON.parse(JSON.stringify(drawn))).toEqual(drawn);
  expect(drawn.sheet).toEqual(scene.sheet.box);
  expect(drawn.initiative.radius).toBe(scene.initiative.radius);
  expect(drawn.seats.map(({ name }) => name).sort()).toEqual(['Ingrid', 'Joris', 'Sanne', 'Wouter']);
  const paul = drawn.items.find(({ id }) => id === 'Paul');
  expect(paul?.lines).toEqual(['Paul']);
  expect(paul?.radius).toBe(paul && paul.box.w / 2);
  expect(drawn.ties).toHaveLength(37);
  scene.ties.forEach(({ id, path }, nth) => {
    const tie = drawn.ties[nth];
    expect(tie?.id).toBe(id);
    expect(tie?.points.length).toBeGreaterThanOrEqual(24);
    expect(tie?.points[0]).toEqual(path[0]?.[0]);
    expect(tie?.points.at(-1)).toEqual(path.at(-1)?.[3]);
    expect(tie?.lifted).toBe(false);
  });
});
