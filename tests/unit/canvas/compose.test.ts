import { describe, expect, it } from 'vitest';
import {
  addConnector,
  addIngredientAt,
  addIngredients,
  answerThrough,
  answerWithNewConnector,
  drawTie,
} from '../../../client/canvas/edit/compose.ts';
import { pairKey } from '../../../shared/document/read.ts';
import { overlaps } from '../../../shared/layout/box.ts';
import { localSession } from '../../support/local-session.ts';
import { clothContext } from './context.ts';

type Context = ReturnType<typeof clothContext>;

const items = ({ session }: Context) => session.snapshot.getState().items;
const pairs = ({ session }: Context) =>
  session.snapshot
    .getState()
    .ties.map((tie) => pairKey(tie.from, tie.to))
    .sort();

/** An ingredient on the cloth, and its id. */
function withIngredient(): { context: Context; id: string } {
  const context = clothContext();
  const [id = ''] = addIngredients(context, ['boekenlijst']).ids;
  return { context, id };
}

describe('adding ingredients', () => {
  it("lays them at one's own edge, in the order they were written, in colours that alternate and over nothing", () => {
    const context = clothContext();
    const { ids, outcome } = addIngredients(context, ['thema', 'moderne media', 'toetsing']);
    expect(outcome.kind).toBe('done');
    expect(items(context).map(({ id, text }) => [id, text])).toEqual([
      [ids[0], 'thema'],
      [ids[1], 'moderne media'],
      [ids[2], 'toetsing'],
    ]);
    expect(new Set(items(context).map(({ colour }) => colour)).size).toBe(3);
    expect(items(context).every(({ seat, by }) => seat === context.session.me.getState().seat && by === 'Gemma')).toBe(
      true,
    );
    const boxes = context.canvas.scene().items.map(({ box }) => box);
    for (const [at, box] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) expect(overlaps(box, other)).toBe(false);
    }
  });

  it('passes over what has no words', () => {
    const context = clothContext();
    expect(addIngredients(context, ['', '  ', '\u200d', 'thema']).ids).toHaveLength(1);
    expect(addIngredients(context, ['']).outcome.kind).toBe('unchanged');
  });

  it('takes a long paste in parts, in order, as one thing to undo, and two pastes as two', () => {
    const context = clothContext();
    addIngredients(context, ['eerst']);
    const lines = Array.from({ length: 230 }, (_, nth) => `woord ${nth}`);
    addIngredients(context, lines);
    // What was written within the same millisecond stands in no particular order.
    expect(items(context).flatMap(({ text }) => (text === 'eerst' ? [] : text))).toEqual(lines);
    context.session.undo();
    expect(items(context).map(({ text }) => text)).toEqual(['eerst']);
    context.session.undo();
    expect(items(context)).toEqual([]);
  });

  it('adds nothing for who may only look, and says why', () => {
    const context = clothContext(localSession({ role: 'viewer' }));
    expect(addIngredients(context, ['thema'])).toEqual({ ids: [], outcome: { kind: 'may-not-write' } });
    expect(addIngredientAt(context, [0, 400])).toBeNull();
    expect(context.view.getState().editing).toBeNull();
  });

  it('opens a new one where it was asked for, beside what lies there', () => {
    const context = clothContext();
    const first = addIngredientAt(context, [0, 450]);
    expect(context.view.getState()).toMatchObject({ editing: first, selection: new Set([first]) });
    addIngredientAt(context, [0, 450]);
    const [a, b] = context.canvas.scene().items.map(({ box }) => box);
    expect(a && b && overlaps(a, b)).toBe(false);
  });
});

describe('adding connectors and ties', () => {
  it('puts a connector where it was asked for and takes the tool out of hand', () => {
    const context = clothContext();
    context.view.setState({ tool: 'connector' });
    const id = addConnector(context, [300, -300]);
    expect(items(context)).toMatchObject([{ id, kind: 'connector', text: '', pos: [300, -300] }]);
    expect(context.view.getState()).toMatchObject({ editing: id, tool: 'select' });
  });

  it('asks "through whom?" for a tie from an ingredient straight to the initiative, and draws it all the same', () => {
    const { context, id } = withIngredient();
    const tie = drawTie(context, 'initiative', id, [10, 20]);
    expect(pairs(context)).toEqual([pairKey(id, 'initiative')]);
    expect(context.view.getState().question).toEqual({ ask: 'through-whom', tie, from: id, at: [10, 20] });
  });

  it('asks nothing for other ties, and draws none twice', () => {
    const { context, id } = withIngredient();
    const connector = addConnector(context) ?? '';
    expect(drawTie(context, id, connector, [0, 0])).not.toBeNull();
    expect(drawTie(context, connector, id, [0, 0])).toBeNull();
    expect(drawTie(context, connector, 'initiative', [0, 0])).not.toBeNull();
    expect(context.view.getState().question).toBeNull();
    expect(pairs(context)).toHaveLength(2);
  });

  it('draws through a new connector in one action that one undo takes back', () => {
    const { context, id } = withIngredient();
    const connector = answerWithNewConnector(context, { ask: 'new-connector', from: id, at: [250, -250] }) ?? '';
    expect(pairs(context)).toEqual([pairKey(id, connector), pairKey(connector, 'initiative')].sort());
    context.session.seal();
    context.session.undo();
    expect(items(context).map((item) => item.id)).toEqual([id]);
    expect(pairs(context)).toEqual([]);
  });

  it('ties a new connector drawn from another connector to that one alone', () => {
    const context = clothContext();
    const from = addConnector(context) ?? '';
    const to = answerWithNewConnector(context, { ask: 'new-connector', from, at: [300, 300] }) ?? '';
    expect(pairs(context)).toEqual([pairKey(from, to)]);
  });

  it('replaces a direct tie by the way through a connector, new or known, and undoes it whole', () => {
    const { context, id } = withIngredient();
    const known = addConnector(context) ?? '';
    drawTie(context, id, 'initiative', [0, 0]);
    const { question } = context.view.getState();
    if (question?.ask !== 'through-whom') throw new Error('nothing was asked');
    answerThrough(context, question, known);
    expect(pairs(context)).toEqual([pairKey(id, known), pairKey(known, 'initiative')].sort());
    expect(context.view.getState().question).toBeNull();
    context.session.undo();
    expect(pairs(context)).toEqual([pairKey(id, 'initiative')]);
    const fresh = answerWithNewConnector(context, question) ?? '';
    expect(pairs(context)).toEqual([pairKey(id, fresh), pairKey(fresh, 'initiative')].sort());
  });
});
