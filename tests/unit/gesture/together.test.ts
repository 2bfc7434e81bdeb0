import { describe, expect, it } from 'vitest';
import type { Point } from '../../../shared/model/schema.ts';
import { away, EMPTY, laidTable, middleOf, TryHands } from './table.ts';

/** Where that is on the cloth, mm. */
const ON_EMPTY = [-500, -500];

const ONE = { pointer: 1, device: 'touch' } as const;
const OTHER = { pointer: 2, device: 'touch' } as const;

function fingersDown(hands: TryHands, a: Point, b: Point): TryHands {
  return hands.down(a, ONE).down(b, OTHER);
}

describe('several people at one screen', () => {
  const finger = (pointer: number) => ({ pointer, device: 'touch' }) as const;
  const moves = (hands: TryHands) => hands.take().filter((intent) => intent.do === 'move');

  it('move two things at once, each written when its own hand lets go', () => {
    const hands = new TryHands();
    const [idea, gemma] = [middleOf(hands.table, 'idea'), middleOf(hands.table, 'Gemma')];
    fingersDown(hands, idea, gemma);
    hands
      .move(away(idea, 20), ONE)
      .move(away(gemma, 0, 40), OTHER)
      .move(away(idea, 50), ONE);
    expect(hands.preview.drags).toMatchObject([
      { ids: ['idea'], by: [100, 0] },
      { ids: ['Gemma'], by: [0, 80] },
    ]);
    hands.up(away(idea, 50), ONE);
    expect(moves(hands)).toEqual([{ do: 'move', places: new Map([['idea', [-750, -880]]]) }]);
    expect(hands.preview.drags).toMatchObject([{ ids: ['Gemma'] }]);
    hands.up(away(gemma, 0, 40), OTHER);
    expect(moves(hands)).toEqual([{ do: 'move', places: new Map([['Gemma', [360, 440]]]) }]);
  });

  it('are ten and do not disturb each other', () => {
    const items = new Map(
      Array.from({ length: 10 }, (_, at) => [`thing ${at}`, { x: -900 + 180 * at, y: -900, w: 100, h: 40 }] as const),
    );
    const hands = new TryHands(laidTable({ items }));
    const ids = [...items.keys()];
    for (const [at, id] of ids.entries()) hands.down(middleOf(hands.table, id), finger(at)).wait(100);
    for (const step of [10, 20, 30])
      for (const [at, id] of ids.entries()) hands.move(away(middleOf(hands.table, id), 0, step * (at + 1)), finger(at));
    expect(hands.preview.drags.map(({ by }) => by[1])).toEqual(ids.map((_, at) => 60 * (at + 1)));
    hands.send({ type: 'cancel', pointer: 4 });
    for (const [at, id] of ids.entries()) hands.up(middleOf(hands.table, id), finger(at));
    expect(moves(hands)).toHaveLength(9);
  });

  it('zoom with two fingers on one thing, or with one of two on nothing', () => {
    for (const second of ['Gemma', null]) {
      const hands = new TryHands();
      const gemma = middleOf(hands.table, 'Gemma');
      fingersDown(hands, gemma, second === null ? EMPTY : away(gemma, 15));
      hands.move(away(gemma, 50), ONE);
      expect(hands.preview.drags).toEqual([]);
      expect(hands.take().map((intent) => intent.do)).toContain('zoom');
    }
  });

  it('zoom with two fingertips that are as near to each other as those of one hand, even on two things', () => {
    const near = new Map([
      ['one', { x: -900, y: -900, w: 50, h: 40 }],
      ['two', { x: -840, y: -900, w: 50, h: 40 }],
    ]);
    const hands = new TryHands(laidTable({ items: near }));
    const [one, two] = [middleOf(hands.table, 'one'), middleOf(hands.table, 'two')];
    fingersDown(hands, one, two).move(away(two, 60), OTHER);
    expect(hands.take().map((intent) => intent.do)).toEqual(['pan', 'zoom']);
  });

  it('zoom too when the first of two fingers was panning and the second comes down on a thing', () => {
    const hands = new TryHands();
    hands.down(EMPTY, ONE).move(away(EMPTY, 40), ONE).wait(2_000).down(middleOf(hands.table, 'Gemma'), OTHER);
    hands.take();
    hands.move(away(EMPTY, 90), ONE);
    expect(hands.take().map((intent) => intent.do)).toEqual(['pan', 'zoom']);
  });

  it('keep what they carry when another puts a finger on the empty cloth, and that one pans', () => {
    const hands = new TryHands();
    const idea = middleOf(hands.table, 'idea');
    hands.down(idea, ONE).move(away(idea, 20), ONE).wait(400).down(EMPTY, OTHER).move(away(EMPTY, 30), OTHER);
    expect(hands.preview.drags).toMatchObject([{ ids: ['idea'] }]);
    expect(hands.take().at(-1)).toEqual({ do: 'pan', by: [30, 0] });
  });

  it('keep what they carry under the hand while the cloth is moved', () => {
    const hands = new TryHands();
    const idea = middleOf(hands.table, 'idea');
    hands.down(idea, ONE).move(away(idea, 20), ONE);
    hands.pan([10, 0]);
    expect(hands.preview.drags).toMatchObject([{ by: [20, 0] }]);
  });

  it('take no thing out of the hand of another', () => {
    const hands = new TryHands(laidTable({ selection: new Set(['idea', 'means']) }));
    const [idea, means] = [middleOf(hands.table, 'idea'), middleOf(hands.table, 'means')];
    hands.down(idea, ONE).move(away(idea, 20), ONE).wait(400).down(means, OTHER).move(away(means, 90), OTHER);
    expect(hands.preview.drags).toMatchObject([{ ids: ['idea', 'means'] }]);
    expect(hands.preview.drags).toHaveLength(1);
  });

  it('take along what is selected, but for what is in another hand', () => {
    const hands = new TryHands();
    const [idea, means] = [middleOf(hands.table, 'idea'), middleOf(hands.table, 'means')];
    hands.down(idea, ONE).move(away(idea, 20), ONE);
    hands.table.selection = new Set(['idea', 'means']);
    hands.down(means, OTHER).move(away(means, 20), OTHER);
    expect(hands.preview.drags.map(({ ids }) => ids)).toEqual([['idea'], ['means']]);
  });

  it('tie at once, each on their own', () => {
    const hands = new TryHands(laidTable({ tool: 'tie' }));
    const [idea, means, gemma] = ['idea', 'means', 'Gemma'].map((id) => middleOf(hands.table, id)) as [
      Point,
      Point,
      Point,
    ];
    fingersDown(hands, idea, means);
    hands.move(away(idea, 20), ONE).move(away(means, 20), OTHER);
    expect(hands.preview.ties.map(({ from }) => from)).toEqual(['idea', 'means']);
    hands.up(gemma, ONE).up(gemma, OTHER);
    const tied = hands.take().filter((intent) => intent.do === 'draw-tie');
    expect(tied).toMatchObject([
      { from: 'idea', to: 'Gemma' },
      { from: 'means', to: 'Gemma' },
    ]);
  });

  it('may both be half way a double tap', () => {
    const hands = new TryHands();
    const [idea, gemma] = [middleOf(hands.table, 'idea'), middleOf(hands.table, 'Gemma')];
    hands.tap(idea, ONE).tap(gemma, OTHER).tap(idea, ONE).tap(gemma, OTHER);
    expect(hands.take().filter((intent) => intent.do === 'edit')).toEqual([
      { do: 'edit', id: 'idea' },
      { do: 'edit', id: 'Gemma' },
    ]);
  });
});

describe('a finger that is held still', () => {
  const held = { type: 'held', pointer: 1 } as const;

  it.each(['idea', 'tie'])('on an %s asks what can be done with it, and taps no more', (id) => {
    const hands = new TryHands();
    const at = middleOf(hands.table, id);
    hands.down(at, ONE).move(away(at, 3), ONE).send(held).up(at, ONE);
    expect(hands.take()).toEqual([{ do: 'offer', id }]);
  });

  it('on nothing asks what can be done there, taps no more, and may still pan', () => {
    const hands = new TryHands(laidTable({ selection: new Set(['idea']) }));
    const here = { do: 'offer-here', at: ON_EMPTY };
    hands.down(EMPTY, ONE).send(held).up(EMPTY, ONE);
    expect(hands.take()).toEqual([here]);
    hands.down(EMPTY, ONE).send(held).move(away(EMPTY, 30), ONE);
    expect(hands.take()).toEqual([here, expect.objectContaining({ do: 'pan' })]);
  });

  it('may still carry away what it is on', () => {
    const hands = new TryHands();
    const at = middleOf(hands.table, 'idea');
    hands.down(at, ONE).send(held).move(away(at, 30), ONE);
    expect(hands.preview.drags).toMatchObject([{ ids: ['idea'] }]);
  });

  it('asks nothing once it moves, beside other hands, with a tool in hand, or of who only looks', () => {
    const gone = new TryHands();
    const idea = middleOf(gone.table, 'idea');
    gone.down(idea, ONE).move(away(idea, 30), ONE).send(held);
    const two = new TryHands();
    fingersDown(two, middleOf(two.table, 'idea'), middleOf(two.table, 'Gemma')).send(held);
    const tying = new TryHands(laidTable({ tool: 'tie' }));
    const looking = new TryHands(laidTable({ mayWrite: false }));
    for (const hands of [tying, looking])
      hands.down(middleOf(hands.table, 'idea'), ONE).send(held).down(EMPTY, ONE).send(held);
    for (const hands of [gone, two, tying, looking])
      expect(hands.take().filter((intent) => intent.do.startsWith('offer'))).toEqual([]);
  });
});

describe('a pen', () => {
  const PEN = { pointer: 5, device: 'pen' } as const;

  it('works when the palm of its hand lay there first, whatever that lay on', () => {
    for (const palm of [EMPTY, [130, 70] as Point, [250, 280] as Point]) {
      const hands = new TryHands();
      const from = middleOf(hands.table, 'idea');
      hands.down(palm, ONE).down(from, PEN).move(away(palm, 20), ONE).move(away(from, 20), PEN);
      expect(hands.preview.drags).toMatchObject([{ ids: ['idea'], by: [40, 0] }]);
      hands.up(away(palm, 20), ONE).up(away(from, 20), PEN);
      expect(hands.take().map((intent) => intent.do)).toEqual(['select', 'move']);
    }
  });

  it('is not disturbed by the hand that comes to rest on the screen', () => {
    const hands = new TryHands();
    const from = middleOf(hands.table, 'idea');
    hands.down(from, PEN).move(away(from, 20), PEN);
    for (const palm of [
      { at: away(from, 60, 90), breadth: 0 },
      { at: away(from, 300, 300), breadth: 70 },
    ]) {
      hands
        .down(palm.at, { ...OTHER, breadth: palm.breadth })
        .move(away(palm.at, 10), OTHER)
        .up(palm.at, OTHER);
    }
    expect(hands.preview.drags[0]?.ids).toEqual(['idea']);
    expect(hands.take().filter((intent) => intent.do === 'pan')).toEqual([]);
  });

  it('ties and moves while a finger of the other hand pans, and two zoom', () => {
    const hands = new TryHands(laidTable({ tool: 'tie' }));
    const from = middleOf(hands.table, 'idea');
    const gemma = middleOf(hands.table, 'Gemma');
    hands.down(from, PEN).move(away(from, 20), PEN);
    // A finger that comes down on a thing beside a pen does not take it.
    hands.down(gemma, ONE).move(away(gemma, 5), ONE);
    expect(hands.take()).toEqual([{ do: 'pan', by: [5, 0] }]);
    hands.down([700, 500], OTHER).move([720, 500], OTHER);
    expect(hands.take().map((intent) => intent.do)).toEqual(['pan', 'zoom']);
    expect(hands.preview.ties).toMatchObject([{ from: 'idea' }]);
  });

  it('leaves a finger panning that did so before it came', () => {
    const hands = new TryHands();
    const from = middleOf(hands.table, 'idea');
    hands.down([700, 600], ONE).move([720, 600], ONE);
    hands.down(from, PEN).move(away(from, 20), PEN);
    hands.take();
    hands.move([730, 600], ONE);
    expect(hands.take()).toEqual([{ do: 'pan', by: [10, 0] }]);
    expect(hands.preview.drags).toMatchObject([{ ids: ['idea'] }]);
  });

  it('that is gone for a while leaves fingers to do what they did', () => {
    const hands = new TryHands();
    const gemma = middleOf(hands.table, 'Gemma');
    hands.tap(EMPTY, PEN).wait(2_000).down(gemma, ONE).move(away(gemma, 20), ONE);
    expect(hands.preview.drags).toMatchObject([{ ids: ['Gemma'] }]);
  });

  it('draws a marquee on empty cloth as a mouse does', () => {
    const hands = new TryHands();
    hands.down([20, 20], { device: 'pen' }).move([120, 120], { device: 'pen' });
    expect(hands.preview.marquee).not.toBeNull();
  });
});

it('a broad mark is a palm only where pens are used: large boards see fingers so', () => {
  const board = new TryHands();
  const gemma = middleOf(board.table, 'Gemma');
  board.down(gemma, { ...ONE, breadth: 80 }).move(away(gemma, 30), ONE);
  expect(board.preview.drags).toMatchObject([{ ids: ['Gemma'] }]);
  const withPens = new TryHands();
  withPens.tap(EMPTY, { pointer: 5, device: 'pen' }).wait(2_000);
  withPens.take();
  withPens
    .down(gemma, { ...ONE, breadth: 80 })
    .move(away(gemma, 30), ONE)
    .up(gemma, ONE);
  expect(withPens.take()).toEqual([]);
});
