import { describe, expect, test } from 'vitest';
import { actionById } from '../../../client/canvas/actions/table.ts';
import { createCamera } from '../../../client/canvas/camera/camera.ts';
import type { ClothContext } from '../../../client/canvas/canvas-handle.ts';
import { carryOut } from '../../../client/canvas/input/carry-out.ts';
import { createViewStore } from '../../../client/canvas/view-store.ts';
import { addItems } from '../../../shared/commands/items.ts';
import { edgeAt } from '../../../shared/layout/edge.ts';
import type { Point } from '../../../shared/model/schema.ts';
import type { LastingSession } from '../../../shared/model/session.ts';
import type { Item } from '../../../shared/model/snapshot.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { item } from '../../support/cloth.ts';
import { type LocalSession, localSession } from '../../support/local-session.ts';

/** Gemma's page, with words of hers and of Caroline's on the cloth, while the session is as given. */
function gemmaIn(running: Partial<LastingSession>) {
  const session = localSession({ seats: 6 });
  const [own = '', others = ''] = session.snapshot.getState().seats.map(({ id }) => id);
  const words = [
    item('own', { seat: own, pos: placeBefore(session, own), createdAt: 1 }),
    item('others', { seat: others, pos: placeBefore(session, others), by: 'Caroline', createdAt: 2 }),
  ];
  session.perform((cloth) => addItems(cloth, words));
  session.table.lead(running);
  const view = createViewStore();
  const scene = () => buildScene(session.snapshot.getState(), fontMeasure);
  const nothing = () => null;
  const context: ClothContext = {
    session,
    view,
    canvas: {
      camera: createCamera({ whole: () => scene().bounds, reducedMotion: () => true }),
      scene,
      itemOf: nothing,
      boxOf: nothing,
      screenOf: nothing,
      // Nothing of the screen is asked for here.
      element: {} as HTMLElement,
      shownBoxes: () => [],
      reveal: () => {},
      lay: () => {},
      focus: () => {},
    },
  };
  const select = (...ids: string[]) => view.setState({ selection: new Set(ids) });
  const enabled = (id: Parameters<typeof actionById>[0]) => actionById(id).enabled(context);
  const placeOf = (id: string) => find(session, id)?.pos;
  return { session, view, context, select, enabled, placeOf, own, others };
}

function find({ snapshot }: LocalSession, id: string): Item | undefined {
  return snapshot.getState().items.find((one) => one.id === id);
}

/** Well within a seat's own stretch of the edge, mm. */
function placeBefore({ snapshot }: LocalSession, seat: string): Point {
  const zone = buildScene(snapshot.getState(), fontMeasure).seats.find(({ id }) => id === seat)?.zone ?? [];
  const mean = (pick: (corner: Point) => number) => zone.reduce((sum, corner) => sum + pick(corner), 0) / zone.length;
  return [mean(([x]) => x), mean(([, y]) => y)];
}

const QUIET = { step: 2, quiet: true } as const;

describe('in a quiet brainstorm', () => {
  test("own words are free, and others' are not to be touched by any button or key", () => {
    const { select, enabled } = gemmaIn(QUIET);
    select('own');
    for (const id of ['edit', 'delete', 'duplicate', 'nudge-left'] as const) expect(enabled(id)).toBe(true);
    select('others');
    for (const id of ['edit', 'delete', 'duplicate', 'nudge-left', 'position-i', 'to-connector'] as const) {
      expect(enabled(id), id).toBe(false);
    }
    for (const id of ['new-connector', 'tie', 'tie-to-initiative'] as const) expect(enabled(id), id).toBe(false);
    expect(enabled('new-ingredient')).toBe(true);
  });

  test('of a mixed selection only own words go', () => {
    const { context, select, session } = gemmaIn(QUIET);
    select('own', 'others');
    actionById('delete').run(context);
    expect(find(session, 'own')).toBeUndefined();
    expect(find(session, 'others')).toBeDefined();
  });

  test("own words may be laid towards the middle, and not before another's seat", () => {
    const { context, session, view, placeOf, others } = gemmaIn(QUIET);
    const before = placeOf('own');
    carryOut({ do: 'move', places: new Map([['own', placeBefore(session, others)]]) }, context);
    expect(placeOf('own')).toEqual(before);
    expect(view.getState().notNow).toEqual({ why: 'quiet', n: 1 });
    carryOut({ do: 'move', places: new Map([['own', [0, 0]]]) }, context);
    expect(placeOf('own')).toEqual([0, 0]);
  });

  test("a double tap anywhere else writes at one's own edge all the same", () => {
    const { context, session, view, own, others } = gemmaIn(QUIET);
    carryOut({ do: 'add-ingredient', at: placeBefore(session, others) }, context);
    const written = find(session, view.getState().editing ?? '');
    expect(written?.seat).toBe(own);
    const { seats } = buildScene(session.snapshot.getState(), fontMeasure);
    expect(written && edgeAt(seats, written.pos)).toBe(own);
  });

  test('ties and connectors wait, and the page is told so', () => {
    const { context, session, view } = gemmaIn(QUIET);
    carryOut({ do: 'draw-tie', from: 'own', to: 'initiative', at: [0, 0] }, context);
    carryOut({ do: 'add-connector', at: [0, 0] }, context);
    expect(session.snapshot.getState().ties).toEqual([]);
    expect(session.snapshot.getState().items).toHaveLength(2);
    expect(view.getState().notNow).toEqual({ why: 'quiet', n: 2 });
  });

  test('all is free again in step 3', () => {
    const { select, enabled } = gemmaIn({ step: 3, quiet: true });
    select('others');
    for (const id of ['edit', 'delete', 'new-connector', 'tie'] as const) expect(enabled(id), id).toBe(true);
  });
});

test('words that are hidden can be moved and not be written in, copied or taken away', () => {
  const { select, enabled } = gemmaIn({ step: 2, hidden: true });
  select('others');
  for (const id of ['edit', 'duplicate', 'delete', 'position-p'] as const) expect(enabled(id), id).toBe(false);
  expect(enabled('nudge-up')).toBe(true);
});
