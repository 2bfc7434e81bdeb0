import { describe, expect, it } from 'vitest';
import { away, EMPTY, laidTable, middleOf, TryHands } from './table.ts';

describe('dragging items', () => {
  it('shows the move all along and writes it once, on release', () => {
    const hands = new TryHands();
    const from = middleOf(hands.table, 'idea');
    hands
      .down(from)
      .move(away(from, 10, 5))
      .move(away(from, 30, 15));
    expect(hands.preview.drags).toMatchObject([{ ids: ['idea'], by: [60, 30] }]);
    expect(hands.take().filter((intent) => intent.do === 'move')).toEqual([]);
    hands.up(away(from, 30, 15));
    expect(hands.take()).toEqual([{ do: 'move', places: new Map([['idea', [-790, -850]]]) }]);
    expect(hands.preview.drags).toEqual([]);
  });

  it.each([
    ['mouse', 3, false],
    ['mouse', 4, true],
    ['touch', 5, false],
    ['touch', 6, true],
    ['pen', 5, false],
    ['pen', 6, true],
  ] as const)('takes a %s that went %d px for a drag: %s', (device, far, isDrag) => {
    const hands = new TryHands();
    const from = middleOf(hands.table, 'idea');
    hands.down(from, { device }).move(away(from, far), { device });
    expect(hands.preview.drags.length > 0).toBe(isDrag);
  });

  it('takes all selected items along when one of them is dragged', () => {
    const hands = new TryHands(laidTable({ selection: new Set(['idea', 'Gemma', 'tie']) }));
    const from = middleOf(hands.table, 'Gemma');
    hands.down(from).move(away(from, 20));
    expect(hands.preview.drags[0]?.ids).toEqual(['idea', 'Gemma']);
  });

  it('selects an item that was not, and leaves the others lying', () => {
    const hands = new TryHands(laidTable({ selection: new Set(['means']) }));
    const from = middleOf(hands.table, 'idea');
    hands.down(from).move(away(from, 20));
    expect(hands.preview.drags[0]?.ids).toEqual(['idea']);
    expect(hands.table.selection).toEqual(new Set(['idea']));
  });

  it.each([
    ['the browser takes the pointer away', (hands: TryHands) => hands.send({ type: 'cancel', pointer: 1 })],
    ['Escape is pressed', (hands: TryHands) => hands.send({ type: 'escape' })],
    ['a second finger comes down', (hands: TryHands) => hands.down([0, 0], { pointer: 2, device: 'touch' })],
  ])('writes nothing when %s', (_why, happen) => {
    const hands = new TryHands();
    const from = middleOf(hands.table, 'idea');
    hands.down(from, { device: 'touch' }).move(away(from, 40), { device: 'touch' });
    happen(hands);
    expect(hands.preview.drags).toEqual([]);
    hands.move(away(from, 80), { device: 'touch' }).up(away(from, 80));
    expect(hands.wanted.filter((intent) => intent.do === 'move')).toEqual([]);
  });

  it('lets go of an item that somebody took off the cloth, and goes on with the rest', () => {
    const hands = new TryHands(laidTable({ selection: new Set(['idea', 'means']) }));
    const from = middleOf(hands.table, 'idea');
    hands.down(from).move(away(from, 20));
    hands.table.items.delete('means');
    hands.send({ type: 'changed' });
    expect(hands.preview.drags[0]?.ids).toEqual(['idea']);
    hands.table.items.delete('idea');
    hands.send({ type: 'changed' });
    expect(hands.preview.drags).toEqual([]);
    hands.up(away(from, 20));
    expect(hands.wanted.filter((intent) => intent.do === 'move')).toEqual([]);
  });

  it('lands under the hand, wherever the item was moved to meanwhile', () => {
    const hands = new TryHands();
    const from = middleOf(hands.table, 'idea');
    hands.down(from).move(away(from, 10));
    hands.table.items.set('idea', { x: 0, y: 0, w: 100, h: 40 });
    hands.send({ type: 'changed' }).up(away(from, 10));
    expect(hands.take().at(-1)).toEqual({ do: 'move', places: new Map([['idea', [-830, -880]]]) });
  });

  it('writes nothing for a drag that came back to where it began', () => {
    const hands = new TryHands();
    const from = middleOf(hands.table, 'idea');
    hands.down(from).move(away(from, 20)).move(from).up(from);
    expect(hands.wanted.filter((intent) => intent.do === 'move')).toEqual([]);
  });

  it('pans instead for who may only look', () => {
    const hands = new TryHands(laidTable({ mayWrite: false }));
    const from = middleOf(hands.table, 'idea');
    hands.drag(from, away(from, 20));
    expect(hands.take()).toEqual([{ do: 'pan', by: [20, 0] }]);
  });

  it('pans, and says why, when it takes hold of what may not be moved now', () => {
    for (const device of ['mouse', 'touch'] as const) {
      const hands = new TryHands(laidTable({ fixed: new Set(['idea']) }));
      const from = middleOf(hands.table, 'idea');
      hands.drag(from, away(from, 20), { device });
      expect(hands.take()).toEqual([
        { do: 'refuse', id: 'idea' },
        { do: 'pan', by: [20, 0] },
      ]);
    }
  });

  it('takes along of what is selected only what may be moved', () => {
    const hands = new TryHands(laidTable({ selection: new Set(['idea', 'means']), fixed: new Set(['means']) }));
    const from = middleOf(hands.table, 'idea');
    hands.down(from).move(away(from, 20));
    expect(hands.preview.drags[0]?.ids).toEqual(['idea']);
  });

  it('pans with a finger where words are too small to mean one, but moves what is selected', () => {
    const hands = new TryHands(laidTable({ unreadable: true }));
    const from = middleOf(hands.table, 'idea');
    hands.drag(from, away(from, 20), { device: 'touch' });
    expect(hands.take()).toEqual([{ do: 'pan', by: [20, 0] }]);
    hands.table.selection = new Set(['idea']);
    hands.down(from, { device: 'touch' }).move(away(from, 20), { device: 'touch' });
    expect(hands.preview.drags[0]?.ids).toEqual(['idea']);
  });
});

describe('the marquee', () => {
  it('selects what it holds while it is drawn', () => {
    const hands = new TryHands();
    hands.down([20, 20]).move([120, 120]);
    expect(hands.preview.marquee).toEqual({ x: -960, y: -960, w: 200, h: 200 });
    expect(hands.table.selection).toEqual(new Set(['idea']));
    hands.move([220, 120]);
    expect(hands.table.selection).toEqual(new Set(['idea', 'means']));
    hands.up([220, 120]);
    expect(hands.preview.marquee).toBeNull();
  });

  it('adds to the selection with Shift', () => {
    const hands = new TryHands(laidTable({ selection: new Set(['Gemma']) }));
    hands.down([20, 20], { shift: true }).move([120, 120]).up([120, 120]);
    expect(hands.table.selection).toEqual(new Set(['Gemma', 'idea']));
  });

  it('gives the selection back when it is dropped', () => {
    const hands = new TryHands(laidTable({ selection: new Set(['Gemma']) }));
    hands.down([20, 20]).move([120, 120]);
    expect(hands.table.selection).toEqual(new Set(['idea']));
    hands.send({ type: 'escape' });
    expect(hands.table.selection).toEqual(new Set(['Gemma']));
  });

  it('is for a finger only with the multi-select button on, and then adds', () => {
    const alone = new TryHands();
    alone.drag([20, 20], [120, 120], { device: 'touch' });
    expect(alone.take()).toEqual([{ do: 'pan', by: [100, 100] }]);
    const many = new TryHands(laidTable({ multiSelect: true, selection: new Set(['Gemma']) }));
    many.drag([20, 20], [120, 120], { device: 'touch' });
    expect(many.table.selection).toEqual(new Set(['Gemma', 'idea']));
  });
});

describe('panning', () => {
  it.each([
    ['the middle button', { button: 1 }],
    ['the right button', { button: 2 }],
    ['the space bar held', { space: true }],
    ['a finger on empty cloth', { device: 'touch' }],
  ] as const)('follows %s', (_how, how) => {
    const hands = new TryHands();
    hands
      .down(EMPTY, how)
      .move(away(EMPTY, 30, 10), how)
      .move(away(EMPTY, 50, 10), how);
    const pans = hands.take().flatMap((intent) => (intent.do === 'pan' ? [intent.by] : []));
    expect(pans.reduce(([x, y], [dx, dy]) => [x + dx, y + dy], [0, 0])).toEqual([50, 10]);
  });

  it('begins on an item too when the hand says so', () => {
    const hands = new TryHands();
    const from = middleOf(hands.table, 'idea');
    hands.drag(from, away(from, 30), { space: true });
    expect(hands.take()).toEqual([{ do: 'pan', by: [30, 0] }]);
  });
});
