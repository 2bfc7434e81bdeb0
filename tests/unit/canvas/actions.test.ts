import { describe, expect, it } from 'vitest';
import type { ActionId } from '../../../client/canvas/actions/action.ts';
import { ACTIONS, actionById, runAction } from '../../../client/canvas/actions/table.ts';
import { addConnector, addIngredients, answerWithNewConnector, drawTie } from '../../../client/canvas/edit/compose.ts';
import { carryOut } from '../../../client/canvas/input/carry-out.ts';
import { addItems } from '../../../shared/commands/items.ts';
import { setExpected } from '../../../shared/commands/ties.ts';
import { LIMITS } from '../../../shared/model/schema.ts';
import { byId } from '../../../shared/model/snapshot.ts';
import { item } from '../../support/cloth.ts';
import { localSession } from '../../support/local-session.ts';
import { clothContext } from './context.ts';

/** Two ingredients and a connector on the cloth, nothing selected. */
function laid() {
  const context = clothContext();
  const [a = '', b = ''] = addIngredients(context, ['thema', 'media']).ids;
  const c = addConnector(context) ?? '';
  context.session.seal();
  context.view.setState({ selection: new Set(), editing: null });
  const item = (id: string) => byId(context.session.snapshot.getState().items).get(id);
  const select = (...ids: string[]) => context.view.setState({ selection: new Set(ids) });
  const run = (id: ActionId) => runAction(id, context);
  return { context, a, b, c, item, select, run };
}

describe('actions', () => {
  it('that change the cloth are for who may write', () => {
    const context = clothContext(localSession({ role: 'viewer' }));
    const looking = ['select', 'multi-select', 'escape', 'fit', 'zoom-in', 'zoom-out', 'zoom-actual', 'only-cloth'];
    const enabled = ACTIONS.filter((action) => action.enabled(context)).map(({ id }) => id);
    expect(enabled.filter((id) => !id.startsWith('nudge'))).toEqual(looking);
  });

  it('give a position to all selected when one lacks it, and take it when all have it', () => {
    const { a, b, item, select, run, context } = laid();
    select(a);
    run('position-p');
    select(a, b);
    expect(actionById('position-p').pressed?.(context)).toBe(false);
    run('position-p');
    run('position-i');
    expect([item(a)?.positions, item(b)?.positions]).toEqual([
      ['i', 'p'],
      ['i', 'p'],
    ]);
    expect(actionById('position-p').pressed?.(context)).toBe(true);
    run('position-p');
    expect([item(a)?.positions, item(b)?.positions]).toEqual([['i'], ['i']]);
  });

  it('turn an ingredient into a connector and back, words and positions kept', () => {
    const { a, item, select, run } = laid();
    select(a);
    run('position-s');
    expect(run('to-ingredient')).toBe(false);
    run('to-connector');
    expect(item(a)).toMatchObject({ kind: 'connector', text: 'thema', positions: ['s'] });
    run('to-ingredient');
    expect(item(a)?.kind).toBe('ingredient');
  });

  it('delete items and ties together, as one action to undo', () => {
    const { a, b, c, item, select, run, context } = laid();
    const tie = drawTie(context, b, c, [0, 0]) ?? '';
    select(a, tie);
    run('delete');
    expect(item(a)).toBeUndefined();
    expect(context.session.snapshot.getState().ties).toEqual([]);
    expect(context.view.getState().selection.size).toBe(0);
    run('undo');
    expect(item(a)?.text).toBe('thema');
    expect(context.session.snapshot.getState().ties).toHaveLength(1);
    run('redo');
    expect(item(a)).toBeUndefined();
  });

  it('pick up what is selected, which is laid round the next place that is tapped, in one action', () => {
    const { a, b, item: of, select, run, context } = laid();
    const places = () => [a, b].map((id) => of(id)?.pos ?? [0, 0]);
    const before = places();
    select(a, b);
    run('pick-up');
    expect(context.view.getState().tool).toBe('put');
    carryOut({ do: 'put', at: [300, 200] }, context);
    const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = places();
    expect([(ax + bx) / 2, (ay + by) / 2]).toEqual([300, 200]);
    expect(bx - ax).toBeCloseTo((before[1]?.[0] ?? 0) - (before[0]?.[0] ?? 0));
    expect(context.view.getState().tool).toBe('select');
    context.session.undo();
    expect(places()).toEqual(before);
  });

  it('duplicate what is selected with the ties among it, and select the copies', () => {
    const { a, b, c, select, run, context } = laid();
    drawTie(context, a, c, [0, 0]);
    drawTie(context, b, c, [0, 0]);
    select(a, c);
    run('duplicate');
    const { items, ties } = context.session.snapshot.getState();
    expect(items).toHaveLength(5);
    expect(ties).toHaveLength(3);
    // By id: within one millisecond what a paste laid may be dated after the copies, and stand after them in the list.
    const copies = items.filter(({ id }) => ![a, b, c].includes(id));
    expect(copies.map(({ text }) => text)).toEqual(['thema', '']);
    expect([...context.view.getState().selection]).toEqual(copies.map(({ id }) => id));
  });

  it('duplicate nothing past what a cloth may hold, and say so', () => {
    const { run, context } = laid();
    const count = () => context.session.snapshot.getState().items.length;
    const many = Array.from({ length: LIMITS.items / 2 - count() + 1 }, (_, nth) => item(`${nth}`));
    context.session.perform((cloth) => addItems(cloth, many));
    const full = count();
    run('select-all');
    run('duplicate');
    expect(count()).toBe(full);
    expect(context.view.getState().notNow?.why).toBe('full');
  });

  it('duplicate a tie as what it is: involvement that should be', () => {
    const { a, c, select, run, context } = laid();
    const tie = drawTie(context, a, c, [0, 0]) ?? '';
    context.session.perform((cloth) => setExpected(cloth, [tie], true));
    select(a, c);
    run('duplicate');
    expect(context.session.snapshot.getState().ties.map(({ expected }) => expected)).toEqual([true, true]);
  });

  it('tie several things to the initiative as one action, which asks nothing', () => {
    const { a, b, c, select, run, context } = laid();
    select(a, b, c);
    run('tie-to-initiative');
    expect(context.session.snapshot.getState().ties).toHaveLength(3);
    expect(context.view.getState().question).toBeNull();
    context.session.undo();
    expect(context.session.snapshot.getState().ties).toEqual([]);
  });

  it('nudge by small and large steps; presses in a row are one action', () => {
    const { a, item, select, run, context } = laid();
    const [x = 0, y = 0] = item(a)?.pos ?? [];
    select(a);
    run('nudge-right');
    run('nudge-far-right');
    run('nudge-up');
    expect(item(a)?.pos).toEqual([expect.closeTo(x + 55), expect.closeTo(y - 5)]);
    context.session.undo();
    expect(item(a)?.pos).toEqual([x, y]);
  });

  it('look around with the arrows when nothing is selected', () => {
    const { run, context } = laid();
    const before = context.canvas.camera.get();
    run('nudge-right');
    expect(context.canvas.camera.get().x).toBeGreaterThan(before.x);
  });

  it('tie two selected things, or one to the next that is tapped', () => {
    const { a, b, c, select, run, context } = laid();
    select(a, c);
    run('tie');
    expect(context.session.snapshot.getState().ties).toHaveLength(1);
    select(b);
    run('tie');
    expect(context.view.getState()).toMatchObject({ tool: 'tie', tieFrom: b });
    select(c);
    run('tie');
    expect(context.session.snapshot.getState().ties).toHaveLength(2);
    expect(context.view.getState()).toMatchObject({ tool: 'tie', tieFrom: null, selection: new Set() });
    run('tie');
    expect(context.view.getState()).toMatchObject({ tool: 'select', tieFrom: null });
    select(c);
    run('tie-to-initiative');
    expect(context.session.snapshot.getState().ties).toHaveLength(3);
  });

  it('keep the tie tool in hand from tie to tie, whatever comes between, until it is put down', () => {
    const { a, b, c, run, context } = laid();
    const { view, session } = context;
    const inHand = () => [view.getState().tool, view.getState().tieFrom];
    run('tie');
    for (const [from, to] of [
      [a, c],
      [b, c],
    ] as const) {
      carryOut({ do: 'begin-tie', from }, context);
      carryOut({ do: 'draw-tie', from, to, at: [0, 0] }, context);
      expect(inHand()).toEqual(['tie', null]);
    }
    carryOut({ do: 'begin-tie', from: a }, context);
    carryOut({ do: 'begin-tie', from: null }, context);
    expect(inHand()).toEqual(['tie', null]);
    carryOut({ do: 'offer-connector', from: a, at: [0, 0] }, context);
    const { question } = view.getState();
    if (question?.ask === 'new-connector') answerWithNewConnector(context, question);
    expect(inHand()).toEqual(['tie', null]);
    view.setState({ editing: null });
    expect(session.snapshot.getState().ties).toHaveLength(4);
    run('escape');
    expect(inHand()).toEqual(['select', null]);
    // A tie drawn from a dot, without the tool, takes nothing in hand.
    carryOut({ do: 'begin-tie', from: b }, context);
    carryOut({ do: 'draw-tie', from: b, to: a, at: [0, 0] }, context);
    expect(inHand()).toEqual(['select', null]);
  });

  it('escape lets go of one thing at a time', () => {
    const { a, select, run, context } = laid();
    select(a);
    context.view.setState({ multiSelect: true, tool: 'tie', question: { ask: 'new-connector', from: a, at: [0, 0] } });
    const held = () => {
      const { question, tool, selection, multiSelect } = context.view.getState();
      return [question !== null, tool !== 'select', selection.size > 0, multiSelect].filter(Boolean).length;
    };
    for (const left of [3, 2, 1, 0, 0]) {
      run('escape');
      expect(held()).toBe(left);
    }
  });

  it('select everything', () => {
    const { a, b, c, run, context } = laid();
    run('select-all');
    expect(context.view.getState().selection).toEqual(new Set([a, b, c]));
  });
});
