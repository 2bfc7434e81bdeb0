import { describe, expect, test } from 'vitest';
import { contains } from '../../../shared/layout/box.ts';
import { itemShape, shiftItem } from '../../../shared/layout/item-shape.ts';
import { itemSize, radiusAround } from '../../../shared/layout/item-size.ts';
import { POSITION_LETTERS } from '../../../shared/model/schema.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { heightOf } from '../../../shared/text/wrap.ts';
import { plainItem } from './plain-cloth.ts';

const shape = (...args: Parameters<typeof plainItem>) => itemShape(plainItem(...args), fontMeasure);

describe('an ingredient', () => {
  test('is a slip round its words', () => {
    const { box, text, radius, centre } = shape('proefles in 4 vwo', [10, 20]);
    expect(radius).toBe(0);
    expect(centre).toEqual([10, 20]);
    expect(box.w).toBeGreaterThan(text.width);
    expect(box.h).toBeGreaterThan(heightOf(text));
    expect([box.x + box.w / 2, box.y + box.h / 2]).toEqual([10, 20]);
  });

  test('keeps a long Dutch word whole', () => {
    expect(shape('studieloopbaanbegeleidingsuren', [0, 0]).text.lines).toHaveLength(1);
  });

  test('without words yet still has room to write in', () => {
    const { box } = shape('leeg', [0, 0], { text: '' });
    expect(Math.min(box.w, box.h)).toBeGreaterThanOrEqual(40);
  });

  test('with very many words is set smaller and wider', () => {
    const long = itemSize('ingredient', 'een gedachte die maar niet ophoudt '.repeat(14), fontMeasure);
    const short = itemSize('ingredient', 'een gedachte', fontMeasure);
    expect(long.text.size).toBeLessThan(short.text.size);
    expect(long.h).toBeLessThan(long.w * 1.2);
  });
});

describe('a connector', () => {
  test.each(['Theo', 'Caroline', 'oud-stagiair', 'collega van de sectie Nederlands', 'x'.repeat(500), '👩‍🏫 juf'])(
    'is a circle that holds its name: %s',
    (name) => {
      const { radius, text, box } = shape('wie', [0, 0], { kind: 'connector', text: name });
      expect(radiusAround(text, fontMeasure)).toBeLessThan(radius);
      expect(box).toEqual({ x: -radius, y: -radius, w: 2 * radius, h: 2 * radius });
    },
  );

  test('has one of two sizes, whatever it is called, and long names are set smaller before they get the larger', () => {
    const names = ['LOOK', 'Theo', 'opleidingsschool', 'collega van de sectie Nederlands', 'kwaliteitsmedewerker'];
    const sizes = names.map((text) => itemSize('connector', text, fontMeasure));
    expect(sizes.map(({ radius }) => radius)).toEqual([76, 76, 100, 76, 100]);
    expect(sizes.map(({ text }) => text.size)).toEqual([25, 25, 18.75, 18.75, 25]);
    expect(sizes.at(-1)?.text.lines).toEqual(['kwaliteits-', 'medewerker']);
  });

  test('that is a whole sentence stays readable, in a circle of its own', () => {
    const { radius, text } = itemSize('connector', 'iemand die mee wil denken '.repeat(8), fontMeasure);
    expect(radius).toBeGreaterThan(100);
    expect(text.size).toBeGreaterThan(15);
  });

  test('keeps the words of a name whole', () => {
    const { text } = shape('wie', [0, 0], { kind: 'connector', text: 'mailinglist vakcommunity' });
    expect(text.lines).toEqual(['mailinglist', 'vakcommunity']);
  });
});

describe.each(['ingredient', 'connector'] as const)('the letters on a %s', (kind) => {
  const { badges, extent, box } = shape('Heleen met alles', [0, 0], {
    kind,
    positions: POSITION_LETTERS,
    clarification: 'nu',
  });

  test('are all there, in order, and do not cover each other', () => {
    expect(badges.map(({ letter }) => letter)).toEqual(POSITION_LETTERS);
    for (const [at, { centre, radius }] of badges.entries()) {
      const following = badges[at + 1];
      if (!following) continue;
      const apart = Math.hypot(following.centre[0] - centre[0], following.centre[1] - centre[1]);
      expect(apart).toBeGreaterThanOrEqual(2 * radius - 1);
    }
  });

  test('lie within its extent', () => {
    for (const { centre } of badges) expect(contains(extent, centre)).toBe(true);
    expect(extent.w * extent.h).toBeGreaterThan(box.w * box.h);
  });
});

test('a clarification gives it the tail of a speech balloon, inside its extent', () => {
  for (const kind of ['ingredient', 'connector'] as const) {
    const { tail, extent } = shape('theorie', [0, 0], { kind, clarification: 'welke?' });
    expect(tail?.every((corner) => contains(extent, corner))).toBe(true);
    expect(shape('theorie', [0, 0], { kind }).tail).toBeNull();
  }
});

test('a question about it is marked, inside its extent and clear of the letters', () => {
  for (const kind of ['ingredient', 'connector'] as const) {
    const { question, badges, extent } = shape('theorie', [0, 0], { kind, asked: true, positions: POSITION_LETTERS });
    expect(question && contains(extent, question.centre)).toBe(true);
    const [x, y] = question?.centre ?? [0, 0];
    for (const { centre, radius } of badges)
      expect(Math.hypot(centre[0] - x, centre[1] - y)).toBeGreaterThan(2 * radius);
  }
});

test('shifted, everything of it moves as far, and its words are not measured again', () => {
  const before = shape('theorie', [0, 0], { kind: 'connector', positions: ['i'], clarification: 'welke?' });
  const after = shiftItem(before, 30, -7);
  const there = shape('theorie', [30, -7], { kind: 'connector', positions: ['i'], clarification: 'welke?' });
  expect(after.text).toBe(before.text);
  expect(after.centre).toEqual(there.centre);
  expect(after.box.x).toBeCloseTo(there.box.x);
  expect(after.extent.y).toBeCloseTo(there.extent.y);
  expect(after.badges[0]?.centre[0]).toBeCloseTo(there.badges[0]?.centre[0] ?? Number.NaN);
  expect(after.tail?.[1][1]).toBeCloseTo(there.tail?.[1][1] ?? Number.NaN);
});
