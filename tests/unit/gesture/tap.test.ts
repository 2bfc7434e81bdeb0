import { describe, expect, it } from 'vitest';
import { away, EMPTY, laidTable, middleOf, TryHands } from './table.ts';

describe('a tap', () => {
  it('selects an item or a tie, and only that', () => {
    const hands = new TryHands(laidTable({ selection: new Set(['means']) }));
    hands.tap(middleOf(hands.table, 'idea'));
    expect(hands.table.selection).toEqual(new Set(['idea']));
    hands.tap(middleOf(hands.table, 'tie'));
    expect(hands.table.selection).toEqual(new Set(['tie']));
  });

  it('on empty cloth or the initiative selects nothing', () => {
    const hands = new TryHands(laidTable({ selection: new Set(['idea']) }));
    hands.tap(EMPTY);
    expect(hands.table.selection.size).toBe(0);
    hands.table.selection = new Set(['idea']);
    hands.tap(middleOf(hands.table, 'initiative'));
    expect(hands.table.selection.size).toBe(0);
  });

  it.each([
    ['Shift', { shift: true }, {}],
    ['the multi-select button', {}, { multiSelect: true }],
  ])('with %s adds to the selection or takes from it', (_how, press, table) => {
    const hands = new TryHands(laidTable({ ...table, selection: new Set(['idea']) }));
    hands.tap(middleOf(hands.table, 'means'), press);
    expect(hands.table.selection).toEqual(new Set(['idea', 'means']));
    hands.tap(middleOf(hands.table, 'idea'), press);
    expect(hands.table.selection).toEqual(new Set(['means']));
    hands.tap(EMPTY, press);
    expect(hands.table.selection).toEqual(new Set(['means']));
  });

  it('lets a finger see the handles of what it touched', () => {
    const hands = new TryHands();
    hands.tap(middleOf(hands.table, 'initiative'), { device: 'touch' });
    expect(hands.preview.hover).toBe('initiative');
    hands.tap(EMPTY, { device: 'touch' });
    expect(hands.preview.hover).toBeNull();
  });
});

describe('a double tap', () => {
  it('opens the words of an item and of the initiative', () => {
    const hands = new TryHands();
    for (const id of ['idea', 'initiative']) {
      hands.tap(middleOf(hands.table, id));
      hands.take();
      hands.tap(middleOf(hands.table, id));
      expect(hands.take()).toEqual([{ do: 'edit', id }]);
    }
  });

  it('on empty cloth asks for an ingredient there', () => {
    const hands = new TryHands();
    hands.tap(EMPTY).tap(EMPTY);
    expect(hands.take().at(-1)).toEqual({ do: 'add-ingredient', at: [-500, -500] });
  });

  it('is no longer one when it comes late, lands elsewhere or on another thing', () => {
    const late = new TryHands();
    late.tap(EMPTY).wait(500).tap(EMPTY);
    const apart = new TryHands();
    apart.tap(EMPTY).tap(away(EMPTY, 40));
    const other = new TryHands();
    other.tap(middleOf(other.table, 'idea')).tap(middleOf(other.table, 'means'));
    for (const hands of [late, apart, other]) {
      expect(hands.wanted.some(({ do: wanted }) => wanted === 'add-ingredient' || wanted === 'edit')).toBe(false);
    }
  });

  it('allows a finger more room than a mouse', () => {
    const mouse = new TryHands().tap(EMPTY).tap(away(EMPTY, 12));
    const finger = new TryHands().tap(EMPTY, { device: 'touch' }).tap(away(EMPTY, 12), { device: 'touch' });
    expect(mouse.wanted.some((intent) => intent.do === 'add-ingredient')).toBe(false);
    expect(finger.wanted.some((intent) => intent.do === 'add-ingredient')).toBe(true);
  });

  it('is not counted again by a third tap', () => {
    const hands = new TryHands().tap(EMPTY).tap(EMPTY).tap(EMPTY);
    expect(hands.wanted.filter((intent) => intent.do === 'add-ingredient')).toHaveLength(1);
  });

  it('does nothing for who may only look, or while several are being selected', () => {
    for (const table of [laidTable({ mayWrite: false }), laidTable({ multiSelect: true })]) {
      const hands = new TryHands(table);
      hands.tap(EMPTY).tap(EMPTY).tap(middleOf(table, 'idea')).tap(middleOf(table, 'idea'));
      expect(hands.wanted.every((intent) => intent.do === 'select')).toBe(true);
    }
  });
});

describe('drawing a tie', () => {
  const handled = () => laidTable({ selection: new Set(['idea']), handles: [{ of: 'idea', at: [120, 60] }] });

  it('goes from a handle to an item, and shows where it would end', () => {
    const hands = new TryHands(handled());
    const to = middleOf(hands.table, 'Gemma');
    hands.down([120, 60]).move([300, 300]);
    expect(hands.preview.ties).toMatchObject([{ from: 'idea', to: [-400, -400], over: null }]);
    hands.move(to);
    expect(hands.preview.ties[0]?.over).toBe('Gemma');
    hands.up(to);
    expect(hands.take()).toEqual([{ do: 'draw-tie', from: 'idea', to: 'Gemma', at: [360, 360] }]);
  });

  it('let go on empty cloth asks for a new connector, and on a tie too', () => {
    for (const to of [EMPTY, middleOf(laidTable(), 'tie')]) {
      const hands = new TryHands(handled());
      hands.drag([120, 60], to);
      expect(hands.take()).toEqual([{ do: 'offer-connector', from: 'idea', at: [2 * to[0] - 1000, 2 * to[1] - 1000] }]);
    }
  });

  it('let go where it began is given up', () => {
    const hands = new TryHands(handled());
    hands.drag([120, 60], middleOf(hands.table, 'idea'));
    expect(hands.take()).toEqual([]);
  });

  it('is given up when the thing it came from is gone', () => {
    const hands = new TryHands(handled());
    hands.down([120, 60]).move([300, 300]);
    hands.table.items.delete('idea');
    hands.send({ type: 'changed' });
    expect(hands.preview.ties).toEqual([]);
    hands.up(middleOf(hands.table, 'Gemma'));
    expect(hands.take()).toEqual([]);
  });

  it('with two taps begins at a handle and ends on a thing', () => {
    const hands = new TryHands(handled());
    hands.tap([120, 60], { device: 'touch' });
    expect(hands.take()).toEqual([{ do: 'begin-tie', from: 'idea' }]);
    hands.table.tieFrom = 'idea';
    hands.tap(middleOf(hands.table, 'initiative'), { device: 'touch' });
    expect(hands.take()).toEqual([{ do: 'draw-tie', from: 'idea', to: 'initiative', at: [0, 0] }]);
  });

  it('a tap on a handle that covers another thing means that thing', () => {
    const hands = new TryHands(handled());
    hands.table.handles = [{ of: 'idea', at: middleOf(hands.table, 'means') }];
    hands.tap(middleOf(hands.table, 'means'), { device: 'touch' });
    expect(hands.take()).toEqual([{ do: 'select', ids: new Set(['means']) }]);
  });

  it('with the tie tool takes two taps, or one drag from thing to thing', () => {
    const hands = new TryHands(laidTable({ tool: 'tie' }));
    hands.tap(middleOf(hands.table, 'idea'));
    expect(hands.take()).toEqual([{ do: 'begin-tie', from: 'idea' }]);
    hands.table.tieFrom = 'idea';
    hands.tap(EMPTY);
    expect(hands.take()).toEqual([{ do: 'offer-connector', from: 'idea', at: [-500, -500] }]);
    hands.table.tieFrom = null;
    hands.drag(middleOf(hands.table, 'idea'), middleOf(hands.table, 'Gemma'));
    expect(hands.take()).toEqual([{ do: 'draw-tie', from: 'idea', to: 'Gemma', at: [360, 360] }]);
  });

  it('with two taps is given up by a second tap on the first thing', () => {
    const hands = new TryHands(laidTable({ tool: 'tie', tieFrom: 'idea' }));
    hands.tap(middleOf(hands.table, 'idea'));
    expect(hands.take()).toEqual([{ do: 'begin-tie', from: null }]);
  });

  it('is not for who may only look', () => {
    const hands = new TryHands({ ...handled(), mayWrite: false });
    hands.drag([120, 60], middleOf(hands.table, 'Gemma')).tap([120, 60]);
    expect(hands.wanted.every((intent) => intent.do === 'pan' || intent.do === 'select')).toBe(true);
  });
});

describe('what was picked up', () => {
  it('is put down where one taps next, whatever lies there, and never while one may only look', () => {
    const hands = new TryHands(laidTable({ tool: 'put' }));
    hands.tap(EMPTY);
    expect(hands.take()).toEqual([{ do: 'put', at: [-500, -500] }]);
    hands.tap(middleOf(hands.table, 'idea'));
    expect(hands.take()).toMatchObject([{ do: 'put' }]);
    const looking = new TryHands(laidTable({ tool: 'put', mayWrite: false }));
    looking.tap(EMPTY);
    expect(looking.take()).toEqual([]);
  });
});

describe('the connector tool', () => {
  it('puts one where it is tapped', () => {
    const hands = new TryHands(laidTable({ tool: 'connector' }));
    hands.tap(EMPTY);
    expect(hands.take()).toEqual([{ do: 'add-connector', at: [-500, -500] }]);
  });
});
