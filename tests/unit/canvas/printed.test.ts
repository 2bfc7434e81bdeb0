import { expect, test } from 'vitest';
import { Printed } from '../../../client/canvas/board/printed.ts';
import { createCloth } from '../../../shared/commands/create.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { sceneOf } from '../../../shared/scene/scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { emptyCloth } from '../../support/cloth.ts';

function laid(sheet: 'cloth' | 'theme') {
  const cloth = emptyCloth();
  createCloth(cloth.doc, { sheet, title: 'Leesplezier', seats: 3, createdAt: 1 });
  return readSnapshot(cloth);
}

test('a theme sheet is laid without its print until that has come, and then as every picture has it', async () => {
  const theme = laid('theme');
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  const printed = new Printed(() => come());
  expect(sceneOf(theme, fontMeasure, printed.layOn(theme)).sheet.boxes).toBeUndefined();
  await coming;
  const scene = sceneOf(theme, fontMeasure, printed.layOn(theme));
  expect(scene.sheet.boxes).toHaveLength(7);
  expect(scene).toBe(buildScene(theme, fontMeasure));
});

test('a cloth asks for no print', () => {
  const printed = new Printed(() => expect.unreachable());
  expect(printed.layOn(laid('cloth'))).toBeNull();
});
