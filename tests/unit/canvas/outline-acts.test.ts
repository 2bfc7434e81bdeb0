import { expect, test } from 'vitest';
import type { KeyPress } from '../../../client/canvas/actions/keys.ts';
import { mayDo, ROW_ACTS, rowActForKey } from '../../../client/canvas/actions/outline.ts';
import { addBlank, moveToEdge } from '../../../client/canvas/edit/compose.ts';
import { addItems } from '../../../shared/commands/items.ts';
import { takeSeat } from '../../../shared/commands/seats.ts';
import { addTies } from '../../../shared/commands/ties.ts';
import { edgeAt } from '../../../shared/layout/edge.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import { byId } from '../../../shared/model/snapshot.ts';
import { item } from '../../support/cloth.ts';
import { localSession } from '../../support/local-session.ts';
import { clothContext } from './context.ts';

const press = (key: string, held: Partial<KeyPress> = {}) =>
  rowActForKey({ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

test('no key of the outline means two things', () => {
  const keys = ROW_ACTS.flatMap((act) => act.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each([
  ['F2', {}, 'rename'],
  ['t', {}, 'tie'],
  ['T', { shiftKey: true }, 'tie-to-initiative'],
  ['e', {}, 'expected'],
  ['g', {}, 'position-g'],
  ['k', {}, 'kind'],
  ['m', {}, 'edge'],
  ['a', {}, 'clarify'],
  ['?', { shiftKey: true }, 'ask'],
  ['o', {}, 'contact'],
  ['Insert', {}, 'add'],
  ['Delete', {}, 'delete'],
  // Another layout: the place of the key counts where it gives no Latin letter.
  ['ל', { code: 'KeyK' }, 'kind'],
  ['a', { ctrlKey: true }, undefined],
])('%s with %o does %s with a row', (key, held, id) => {
  const act = press(key, held);
  expect(act?.errand ?? act?.action).toBe(id);
});

/** What may be done with something, by name. */
function actsOn(context: ReturnType<typeof clothContext>, id: string | null): string[] {
  context.view.setState({ selection: new Set(id === null || id === INITIATIVE ? [] : [id]) });
  return ROW_ACTS.filter((act) => mayDo(act, context, id)).map((act) => act.errand ?? act.action);
}

test('with each kind of row can be done what makes sense for it, and by who may only look nothing but look', () => {
  const context = clothContext();
  context.session.perform((cloth) => addItems(cloth, [item('boek'), item('Heleen', { kind: 'connector' })]));
  context.session.perform((cloth) => addTies(cloth, [{ id: 'tie', from: 'boek', to: 'Heleen', createdAt: 1 }]));
  expect(actsOn(context, 'boek')).toEqual(
    expect.arrayContaining(['rename', 'tie', 'edge', 'kind', 'position-i', 'delete']),
  );
  expect(actsOn(context, 'boek')).not.toContain('contact');
  expect(actsOn(context, 'Heleen')).toEqual(expect.arrayContaining(['contact', 'tie-to-initiative']));
  expect(actsOn(context, 'Heleen')).not.toContain('edge');
  expect(actsOn(context, 'tie')).toEqual(['show', 'expected', 'add', 'delete']);
  expect(actsOn(context, INITIATIVE)).toEqual(['show', 'rename', 'tie', 'add']);
  expect(actsOn(context, null)).toEqual(['add']);
  expect(actsOn(clothContext(localSession({ role: 'viewer' })), INITIATIVE)).toEqual(['show']);
});

/** Theo has sat down too. */
function seatOfTheo({ session }: ReturnType<typeof clothContext>): string {
  let seat = '';
  session.perform((cloth) => {
    const taken = takeSeat(cloth, { holder: 'other', name: 'Theo' });
    seat = taken.seat ?? '';
    return taken.changes;
  });
  return seat;
}

test('what is added in a list waits for its words before the seat it was added at, and is one action to undo with them', () => {
  const context = clothContext();
  const { session } = context;
  const seat = seatOfTheo(context);
  const id = addBlank(context, 'ingredient', seat);
  if (id === null) throw new Error('there is room');
  const where = () =>
    edgeAt(context.canvas.scene().seats, byId(session.snapshot.getState().items).get(id)?.pos ?? [0, 0]);
  expect(where()).toBe(seat);
  expect(context.view.getState()).toMatchObject({ editing: null, selection: new Set([id]) });
  session.undo();
  expect(session.snapshot.getState().items).toEqual([]);
});

test('moved to another edge a thing lies there and keeps who wrote it', () => {
  const context = clothContext();
  const { session } = context;
  const seat = seatOfTheo(context);
  session.perform((cloth) => addItems(cloth, [item('boek', { seat: 'elsewhere' })]));
  const boek = () => byId(session.snapshot.getState().items).get('boek');
  moveToEdge(
    context,
    [boek()].flatMap((each) => each ?? []),
    seat,
  );
  expect(edgeAt(context.canvas.scene().seats, boek()?.pos ?? [0, 0])).toBe(seat);
  expect(boek()?.seat).toBe('elsewhere');
});
