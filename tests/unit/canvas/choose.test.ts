import { expect, it } from 'vitest';
import { runAction } from '../../../client/canvas/actions/table.ts';
import { addConnector, addIngredients } from '../../../client/canvas/edit/compose.ts';
import { choose } from '../../../client/canvas/input/choose.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import { localSession } from '../../support/local-session.ts';
import { clothContext } from './context.ts';

function laid() {
  const context = clothContext();
  const [book = ''] = addIngredients(context, ['boekenlijst']).ids;
  const heleen = addConnector(context) ?? '';
  context.view.setState({ selection: new Set(), editing: null });
  const ties = () => context.session.snapshot.getState().ties.map(({ from, to }) => [from, to]);
  return { context, book, heleen, ties };
}

it('selects what is picked, and opens the initiative for writing', () => {
  const { context, book } = laid();
  choose(context, book);
  expect([...context.view.getState().selection]).toEqual([book]);
  choose(context, INITIATIVE);
  expect(context.view.getState()).toMatchObject({ editing: INITIATIVE, selection: new Set() });
});

it('opens no words for who only looks', () => {
  const context = clothContext(localSession({ role: 'viewer' }));
  choose(context, INITIATIVE);
  expect(context.view.getState().editing).toBeNull();
});

it('ends the tie that was begun at what is selected', () => {
  const { context, book, heleen, ties } = laid();
  choose(context, book);
  runAction('tie', context);
  choose(context, heleen);
  choose(context, heleen);
  choose(context, INITIATIVE);
  // Both were drawn in one moment, so which is first is all the same.
  expect(new Set(ties())).toEqual(
    new Set([
      [book, heleen],
      [heleen, INITIATIVE],
    ]),
  );
  expect(context.view.getState()).toMatchObject({ tieFrom: null, tool: 'tie', editing: null });
});

it('gives a tie in hand its beginning and then its end, which are never the same', () => {
  const { context, book, heleen, ties } = laid();
  runAction('tie', context);
  choose(context, book);
  choose(context, book);
  expect(ties()).toEqual([]);
  choose(context, heleen);
  expect(ties()).toEqual([[book, heleen]]);
});
