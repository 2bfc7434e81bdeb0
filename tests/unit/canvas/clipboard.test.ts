import { expect, test } from 'vitest';
import { addIngredients, drawTie } from '../../../client/canvas/edit/compose.ts';
import { copied } from '../../../client/canvas/input/clipboard.ts';
import { layPiece } from '../../../client/canvas/input/paste.ts';
import { clothContext } from './context.ts';

function laid() {
  const context = clothContext();
  const { ids } = addIngredients(context, ['boekenlijst', 'proefles']);
  const [a = '', b = ''] = ids;
  drawTie(context, a, b, [0, 0]);
  context.view.setState({ selection: new Set(ids) });
  const { items } = context.session.snapshot.getState();
  return { context, items };
}
const textsOf = ({ session }: ReturnType<typeof clothContext>) =>
  session.snapshot
    .getState()
    .items.map(({ text }) => text)
    .sort();

test('what is selected is copied as words for other programs, and pasted beside itself with its ties, as one action', () => {
  const { context, items } = laid();
  const made = copied(context);
  expect(made?.text).toBe('boekenlijst\nproefles');
  expect(layPiece(context, made?.piece ?? '')).toBe(true);
  const after = context.session.snapshot.getState();
  expect(textsOf(context)).toEqual(['boekenlijst', 'boekenlijst', 'proefles', 'proefles']);
  expect(after.ties).toHaveLength(2);
  const places = new Set(after.items.map(({ pos }) => pos.join()));
  expect(places.size).toBe(4);
  expect([...context.view.getState().selection].some((id) => items.some((item) => item.id === id))).toBe(false);
  context.session.undo();
  expect(textsOf(context)).toEqual(['boekenlijst', 'proefles']);
});

test('on another cloth it is laid where one looks', () => {
  const { context } = laid();
  const piece = copied(context)?.piece ?? '';
  const other = clothContext();
  layPiece(other, piece);
  expect(textsOf(other)).toEqual(['boekenlijst', 'proefles']);
  expect(other.session.snapshot.getState().ties).toHaveLength(1);
  const seen = other.canvas.camera.seen();
  for (const { pos } of other.session.snapshot.getState().items) {
    expect(pos[0]).toBeGreaterThan(seen.x);
    expect(pos[0]).toBeLessThan(seen.x + seen.w);
  }
});

test.each([
  '',
  '{}',
  'null',
  '{"items":[],"ties":[]}',
  '{"items":[{"id":"a","kind":"organ","text":"x","pos":[0,0],"colour":"#000000","positions":[],"clarification":"","story":""}],"ties":[]}',
  `{"items":[{"id":"a","kind":"ingredient","text":"x","pos":[1e999,0],"colour":"#000000","positions":[],"clarification":"","story":""}],"ties":[]}`,
  '{"items":[{"id":"a","kind":"ingredient","text":"x","pos":[0,0],"colour":"url(x)","positions":[],"clarification":"","story":""}],"ties":[]}',
])('%s is no piece of a tablecloth, and changes nothing', (json) => {
  const { context } = laid();
  expect(layPiece(context, json)).toBe(false);
  expect(textsOf(context)).toEqual(['boekenlijst', 'proefles']);
});

test('words that may not be read yet are not copied', () => {
  const { context, items } = laid();
  context.session.snapshot.setState({ items: items.map((item) => ({ ...item, text: '████', masked: true as const })) });
  expect(copied(context)).toBeNull();
});
