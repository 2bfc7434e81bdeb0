import { describe, expect, it } from 'vitest';
import { dirtyBoxes, isOnlyWords, SceneIndex } from '../../../client/canvas/stage/scene-index.ts';
import { addItems, moveItems, removeItems, setPosition } from '../../../shared/commands/items.ts';
import { addTies } from '../../../shared/commands/ties.ts';
import { editWords } from '../../../shared/commands/words.ts';
import type { ClothDoc } from '../../../shared/document/cloth-doc.ts';
import { overlaps } from '../../../shared/layout/box.ts';
import type { Point } from '../../../shared/model/schema.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { localSession } from '../../support/local-session.ts';

const item = (id: string, pos: Point, createdAt = 1) =>
  ({ id, pos, kind: 'ingredient', text: id, seat: null, colour: '#112233', by: '', createdAt }) as const;

function laid(count: number) {
  const session = localSession();
  const items = Array.from({ length: count }, (_, n) =>
    item(`i${n}`, [(n % 40) * 200 - 4000, Math.floor(n / 40) * 60 + 300], n),
  );
  session.perform((cloth) => addItems(cloth, items));
  session.perform((cloth) => addTies(cloth, [{ id: 't', from: 'i0', to: 'i1', createdAt: 1 }]));
  const index = new SceneIndex();
  const look = () => index.update(buildScene(session.snapshot.getState(), fontMeasure));
  look();
  return { session, index, look };
}

describe('the index of the scene', () => {
  it('finds by place what is there, whatever moved, came and went', () => {
    const { session, index, look } = laid(200);
    let seed = 5;
    const random = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648;
    };
    for (let round = 0; round < 60; round++) {
      const items = session.snapshot.getState().items;
      const some = items.filter(() => random() < (round % 7 === 0 ? 0.5 : 0.02));
      session.perform((cloth) =>
        moveItems(cloth, new Map(some.map(({ id }) => [id, [random() * 4000 - 2000, random() * 4000 - 2000]]))),
      );
      if (round % 5 === 0)
        session.perform((cloth) =>
          removeItems(
            cloth,
            some.slice(0, 2).map(({ id }) => id),
          ),
        );
      if (round % 4 === 0)
        session.perform((cloth) => addItems(cloth, [item(`new${round}`, [random() * 900, random() * 900], round)]));
      look();
      const scene = buildScene(session.snapshot.getState(), fontMeasure);
      const box = { x: random() * 2000 - 2000, y: random() * 2000 - 2000, w: 1500, h: 1200 };
      expect(
        index.itemsIn(box).map(({ id }) => id),
        `round ${round}`,
      ).toEqual(scene.items.filter((shape) => overlaps(shape.extent, box)).map(({ id }) => id));
    }
  });

  it('gives each shape once for several boxes, lowest first', () => {
    const { index } = laid(80);
    const box = { x: -4200, y: 200, w: 1000, h: 200 };
    const ids = index.itemsIn(box, { ...box, x: box.x + 100 }).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))));
  });

  it('tells what changed, where it was and where it is', () => {
    const { session, look, index } = laid(10);
    const before = index.item('i0')?.extent;
    session.perform((cloth) => moveItems(cloth, new Map([['i0', [0, 900]]])));
    const difference = look();
    expect(difference.items.map(({ after }) => after?.id)).toEqual(['i0']);
    expect(difference.ties.map(({ after }) => after?.id)).toEqual(['t']);
    expect(dirtyBoxes(difference)).toContainEqual(before);
    expect(dirtyBoxes(difference)).toContainEqual(index.item('i0')?.extent);
    expect(look()).toMatchObject({ items: [], ties: [], ground: false, initiative: false });
  });

  it('knows the ties of an item, and forgets them with the item', () => {
    const { session, index, look } = laid(10);
    expect([...index.tiesOf('i0')].map(({ id }) => id)).toEqual(['t']);
    session.perform((cloth) => removeItems(cloth, ['i1']));
    look();
    expect([...index.tiesOf('i0')]).toEqual([]);
    expect(index.tie('t')).toBeNull();
  });
});

describe('what differs while somebody writes', () => {
  const written = new Set(['i0']);
  function writing() {
    const { session, index } = laid(3);
    const look = () => index.update(buildScene(session.snapshot.getState(), fontMeasure, { written }));
    look();
    return { session, look };
  }
  const write = (words: string) => (cloth: ClothDoc) => editWords(cloth, { of: 'text', item: 'i0' }, words);

  it('is only the words as long as they have room', () => {
    const { session, look } = writing();
    session.perform(write('i01'));
    const difference = look();
    expect(isOnlyWords(difference, 'i0')).toBe(true);
    expect(isOnlyWords(difference, null)).toBe(false);
    expect(isOnlyWords(difference, 'i1')).toBe(false);
  });

  it.each([
    ['the slip as well when it grows', write('i01 and much more than that')],
    ['its letters as well', (cloth: ClothDoc) => setPosition(cloth, ['i0'], 'i', true)],
    ['what another moved as well', (cloth: ClothDoc) => moveItems(cloth, new Map([['i2', [0, 0] as Point]]))],
    ['a tie as well', (cloth: ClothDoc) => addTies(cloth, [{ id: 'u', from: 'i0', to: 'i2', createdAt: 2 }])],
  ])('is %s', (_, intent) => {
    const { session, look } = writing();
    session.perform(intent);
    expect(isOnlyWords(look(), 'i0')).toBe(false);
  });
});
