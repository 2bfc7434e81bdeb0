import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, overlaps } from '../../shared/layout/box.ts';
import { isWithin } from '../../shared/layout/convex.ts';
import { fieldAt, layFields } from '../../shared/layout/fields.ts';
import { POSITION_LETTERS } from '../../shared/model/schema.ts';

const room = fc.record({ w: fc.integer({ min: 320, max: 2400 }), h: fc.integer({ min: 200, max: 1400 }) });
const people = fc.array(
  fc.record({
    letters: fc.subarray([...POSITION_LETTERS]),
    size: fc.record({ w: fc.integer({ min: 60, max: 240 }), h: fc.constantFrom(46, 64) }),
  }),
  { maxLength: 40 },
);

const cornersOf = ({ x, y, w, h }: Box) =>
  [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ] as const;

test('everyone stands whole in each field of theirs, and nothing stands on anything else', () => {
  fc.assert(
    fc.property(room, people, fc.constantFrom(1, 1.25), (size, given, scale) => {
      const all = given.map((each, at) => ({ ...each, id: `p${at}` }));
      const laid = layFields(size, all, scale);
      expect(laid.fields.map(({ letter }) => letter)).toEqual(POSITION_LETTERS);
      for (const { id, letters } of all) {
        const fields = [...laid.fields, laid.waiting].filter((field) => field.people.some((each) => each.id === id));
        expect(fields.map(({ letter }) => letter)).toEqual(letters.length > 0 ? letters : [null]);
      }
      for (const field of [...laid.fields, laid.waiting]) {
        const taken = [laid.hub, field.head];
        for (const { box } of field.people) {
          for (const corner of cornersOf(box)) expect(isWithin(field.outline, corner)).toBe(true);
          // The hub is a circle: its box may be entered at the corners, never its middle.
          expect(taken.slice(1).some((other) => overlaps(other, box))).toBe(false);
          taken.push(box);
          expect(fieldAt(laid, [box.x + box.w / 2, box.y + box.h / 2])).toBe(field);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('nobody stands on the initiative, and a sheet that can is as high as the room', () => {
  const laid = layFields({ w: 1140, h: 620 }, [{ id: 'Gemma', letters: ['i', 'p'], size: { w: 90, h: 46 } }]);
  expect(laid.size.h).toBeCloseTo(620);
  const { x, y, w } = laid.hub;
  const reach = (box: Box) =>
    Math.hypot(
      Math.max(box.x - (x + w / 2), 0, x + w / 2 - box.x - box.w),
      Math.max(box.y - (y + w / 2), 0, y + w / 2 - box.y - box.h),
    );
  for (const { people: here } of laid.fields) for (const { box } of here) expect(reach(box)).toBeGreaterThan(w / 2);
});
