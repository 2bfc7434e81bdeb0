import { describe, expect, it } from 'vitest';
import type { Point } from '../../../shared/model/schema.ts';
import { randomFrom } from '../../support/random.ts';
import { away, EMPTY, laidTable, TryHands } from './table.ts';

const ONE = { pointer: 1, device: 'touch' } as const;
const OTHER = { pointer: 2, device: 'touch' } as const;

function fingersDown(hands: TryHands, a: Point, b: Point): TryHands {
  return hands.down(a, ONE).down(b, OTHER);
}

describe('two fingers', () => {
  it('keep the same spots of the cloth under them: pan by their middle, zoom by their distance', () => {
    const hands = fingersDown(new TryHands(), [100, 100], [200, 100]);
    hands.move([300, 100], OTHER);
    expect(hands.take()).toEqual([
      { do: 'pan', by: [50, 0] },
      { do: 'zoom', at: [200, 100], factor: 2 },
    ]);
  });

  it('pan alone while their distance stays', () => {
    const hands = fingersDown(new TryHands(), [100, 100], [200, 100]);
    hands.move([110, 100], ONE);
    hands.take();
    hands.move([210, 100], OTHER);
    expect(hands.take().at(-1)).toEqual({ do: 'zoom', at: [160, 100], factor: 100 / 90 });
  });

  it('never divide by nothing when they meet', () => {
    const hands = fingersDown(new TryHands(), [100, 100], [100, 100]);
    hands.move([150, 100], OTHER).move([100, 100], OTHER).move([160, 100], OTHER);
    for (const intent of hands.take()) if (intent.do === 'zoom') expect(Number.isFinite(intent.factor)).toBe(true);
  });

  it('go on as one that pans when the other is lifted', () => {
    const hands = fingersDown(new TryHands(), [100, 100], [200, 100]);
    hands.up([100, 100], ONE);
    hands.take();
    hands.move([230, 100], OTHER);
    expect(hands.take()).toEqual([{ do: 'pan', by: [30, 0] }]);
    hands.up([230, 100], OTHER);
    expect(hands.state.hands).toEqual([]);
  });

  it('select nothing, and are no double tap afterwards', () => {
    const hands = fingersDown(new TryHands(), EMPTY, away(EMPTY, 90));
    hands.up(EMPTY, ONE).up(away(EMPTY, 90), OTHER);
    hands.take();
    hands.tap(EMPTY, ONE);
    expect(hands.take().some((intent) => intent.do === 'add-ingredient')).toBe(false);
  });

  it('leave a third finger out', () => {
    const hands = fingersDown(new TryHands(), [100, 100], [200, 100]);
    hands.down([300, 300], { pointer: 3, device: 'touch' });
    hands.take();
    hands.move([320, 300], { pointer: 3, device: 'touch' });
    expect(hands.take().filter((intent) => intent.do === 'zoom')).toEqual([]);
  });
});

describe('whatever comes, in any order', () => {
  it('no pointer is kept that is not down', () => {
    const hands = new TryHands();
    hands
      .up(EMPTY)
      .send({ type: 'cancel', pointer: 9 })
      .send({ type: 'escape' })
      .send({ type: 'changed' })
      .send({ type: 'leave' });
    expect(hands.state.hands).toEqual([]);
    expect(hands.take()).toEqual([]);
  });

  it('an unknown pointer that is cancelled does not end a pinch', () => {
    const hands = fingersDown(new TryHands(), [100, 100], [200, 100]);
    hands.send({ type: 'cancel', pointer: 9 });
    expect(hands.state.hands.map(({ doing }) => doing.kind)).toEqual(['pan', 'pan']);
  });

  it('random hands always come to rest, and write only whole moves', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const hands = new TryHands(laidTable({ multiSelect: seed % 3 === 0, tool: seed % 5 === 0 ? 'tie' : 'select' }));
      const random = randomFrom(seed);
      const place = (): Point => [random() * 800, random() * 800];
      for (let step = 0; step < 60; step++) {
        const pointer = 1 + Math.floor(random() * 3);
        const device = random() < 0.5 ? 'touch' : 'mouse';
        const kind = random();
        if (kind < 0.25) hands.down(place(), { pointer, device });
        else if (kind < 0.7) hands.move(place(), { pointer, device });
        else if (kind < 0.9) hands.up(place(), { pointer });
        else if (kind < 0.95) hands.send({ type: 'cancel', pointer });
        else hands.send({ type: 'escape' });
      }
      for (const pointer of [1, 2, 3]) hands.up(EMPTY, { pointer });
      expect(hands.preview, `seed ${seed}`).toMatchObject({ drags: [], ties: [], marquee: null });
      expect(hands.state.hands, `seed ${seed}`).toEqual([]);
      for (const intent of hands.wanted)
        if (intent.do === 'move') expect(intent.places.size, `seed ${seed}`).toBeGreaterThan(0);
    }
  });
});
