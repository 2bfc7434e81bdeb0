import { beforeEach, describe, expect, it } from 'vitest';
import { type Holding, Liveness, SELF } from '../../../client/canvas/layers/liveness.ts';
import { SceneIndex } from '../../../client/canvas/stage/scene-index.ts';
import { addItems, moveItems, removeItems } from '../../../shared/commands/items.ts';
import type { Point } from '../../../shared/model/schema.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { type LocalSession, localSession } from '../../support/local-session.ts';

let session: LocalSession;
let index: SceneIndex;
let live: Liveness;

const item = (id: string, pos: Point) =>
  ({ id, pos, kind: 'ingredient', text: id, seat: null, colour: '#112233', by: '', createdAt: 1 }) as const;
const dragging = (id: number, ids: string[], by: Point): Holding => ({ id, editing: null, drags: [{ ids, by }] });
const look = () => index.update(buildScene(session.snapshot.getState(), fontMeasure));

beforeEach(() => {
  session = localSession();
  session.perform((cloth) => addItems(cloth, [item('idea', [0, 400]), item('means', [200, 400])]));
  index = new SceneIndex();
  live = new Liveness(index);
  look();
});

describe('what is live', () => {
  it('shows a dragged item as far away as the hand has gone', () => {
    expect(live.update([dragging(7, ['idea'], [30, 5])], 0)).toEqual(['idea']);
    expect(live.offsetOf('idea')).toEqual([30, 5]);
    expect(live.has('means')).toBe(false);
  });

  it('shows all that one hand moves equally far away, wherever it lies: to the bit', () => {
    const places = Array.from({ length: 50 }, (_, nth): Point => [nth * 0.1 + 1 / 3, nth * 7.7]);
    session.perform((cloth) =>
      addItems(
        cloth,
        places.map((pos, nth) => item(`${nth}`, pos)),
      ),
    );
    look();
    const ids = places.map((_, nth) => `${nth}`);
    live.update([dragging(SELF, ids, [0.1, 23.3331])], 0);
    for (const id of ids) expect(live.offsetOf(id)).toEqual([0.1, 23.3331]);
  });

  it('does not jump when the new place arrives before the drag is over', () => {
    live.update([dragging(7, ['idea'], [30, 5])], 0);
    session.perform((cloth) => moveItems(cloth, new Map([['idea', [30, 405]]])));
    look();
    live.update([dragging(7, ['idea'], [30, 5])], 10);
    expect(live.offsetOf('idea')).toBeNull();
    expect(live.update([], 40)).toEqual(['idea']);
    expect(live.has('idea')).toBe(false);
  });

  it('does not jump when the drag is over before the new place arrives', () => {
    live.update([dragging(7, ['idea'], [30, 5])], 0);
    live.update([], 10);
    expect(live.offsetOf('idea')).toEqual([30, 5]);
    session.perform((cloth) => moveItems(cloth, new Map([['idea', [30, 405]]])));
    look();
    live.update([], 20);
    expect(live.has('idea')).toBe(false);
  });

  it('goes back after a while when no new place arrives: the drag was dropped', () => {
    live.update([dragging(7, ['idea'], [30, 5])], 0);
    live.update([], 10);
    const rest = live.nextRest();
    expect(rest).not.toBeNull();
    live.update([], rest ?? 0);
    expect(live.offsetOf('idea')).toBeNull();
    expect(live.has('idea')).toBe(false);
  });

  it("lets go at once of what one's own hand dropped", () => {
    live.update([dragging(SELF, ['idea'], [30, 5])], 0);
    live.update([], 10);
    expect(live.has('idea')).toBe(false);
  });

  it('believes the first named when two hold the same item, frame after frame', () => {
    for (const now of [0, 10, 20]) {
      live.update([dragging(SELF, ['idea'], [1, 1]), dragging(7, ['idea'], [50, 50])], now);
      expect(live.offsetOf('idea')).toEqual([1, 1]);
    }
  });

  it('begins anew when the same person takes the item up again while it lingers', () => {
    live.update([dragging(7, ['idea'], [30, 0])], 0);
    live.update([], 10);
    live.update([dragging(7, ['idea'], [2, 0])], 20);
    expect(live.offsetOf('idea')).toEqual([2, 0]);
  });

  it('holds what is being written, the initiative too, but nothing that is not there', () => {
    const writing = (editing: string): Holding => ({ id: 3, editing, drags: [] });
    live.update([writing('idea'), writing('initiative'), writing('nobody'), dragging(4, ['gone'], [1, 1])], 0);
    expect([...live.ids()].sort()).toEqual(['idea', 'initiative']);
  });

  it('forgets an item that is taken off the cloth', () => {
    live.update([dragging(7, ['idea'], [30, 5])], 0);
    session.perform((cloth) => removeItems(cloth, ['idea']));
    look();
    live.update([dragging(7, ['idea'], [40, 5])], 10);
    expect(live.ids().size).toBe(0);
  });

  it('is what somebody writes, and not what somebody writes a clarification to', () => {
    expect(live.update([{ id: 7, editing: 'idea', drags: [] }], 0)).toEqual(['idea']);
    const written = live.written();
    live.update([{ id: 7, editing: 'idea', drags: [] }], 10);
    expect(live.written()).toBe(written);
    expect(live.update([{ id: 7, editing: 'idea', of: 'clarification', drags: [] }], 20)).toEqual(['idea']);
    expect(live.written().size).toBe(0);
  });
});

describe('what is only proposed', () => {
  const proposed = (at: Point, steady = true) => ({ places: new Map([['idea', at]]), steady });

  it('is shown there, and lies where it lies as soon as it is withdrawn', () => {
    expect(live.update([], 0, proposed([60, 300]))).toEqual(['idea']);
    expect(live.offsetOf('idea')).toEqual([60, -100]);
    expect(live.update([], 10, null)).toEqual(['idea']);
    expect(live.offsetOf('idea')).toBeNull();
  });

  it('does not jump when it is taken', () => {
    live.update([], 0, proposed([60, 300]));
    session.perform((cloth) => moveItems(cloth, new Map([['idea', [60, 300]]])));
    look();
    live.update([], 10, proposed([60, 300]));
    expect(live.offsetOf('idea')).toBeNull();
  });

  it('gives way to any hand, and is passed over when it is gone', () => {
    live.update([dragging(7, ['idea'], [30, 5])], 0, proposed([60, 300]));
    expect(live.offsetOf('idea')).toEqual([30, 5]);
    session.perform((cloth) => removeItems(cloth, ['idea']));
    look();
    live.update([], 10, proposed([60, 300]));
    expect(live.has('idea')).toBe(false);
  });

  it('has its ties sought once it stays', () => {
    live.update([], 0, proposed([60, 300], false));
    expect(live.steady).toBe(false);
    live.update([], 10, proposed([60, 300]));
    expect(live.steady).toBe(true);
  });
});
