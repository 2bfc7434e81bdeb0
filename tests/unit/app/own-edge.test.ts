import { expect, test } from 'vitest';
import { beforeSeat } from '../../../client/app/cloth/own-edge.ts';
import { centreOf } from '../../../shared/layout/box.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { differentiatie } from '../../support/cases/differentiatie.ts';

/** What is free of bars on a phone, CSS px. */
const PHONE = { w: 386, h: 550 };

test('at whichever edge one sits, a phone is filled with cloth and no table lies beyond the edge', () => {
  const { seats, sheet } = buildScene(differentiatie(), fontMeasure);
  expect(seats).toHaveLength(4);
  for (const { name, zone } of seats) {
    const box = beforeSeat(zone, PHONE, sheet.box);
    const zoom = Math.min(PHONE.w / box.w, PHONE.h / box.h);
    const seen = { w: PHONE.w / zoom, h: PHONE.h / zoom };
    const [x, y] = centreOf(box);
    // A hair's breadth of rounding, mm.
    const hair = 1;
    expect(Math.abs(x) + seen.w / 2, `${name}, sideways`).toBeLessThanOrEqual(sheet.box.w / 2 + hair);
    expect(Math.abs(y) + seen.h / 2, `${name}, up and down`).toBeLessThanOrEqual(sheet.box.h / 2 + hair);
  }
});
