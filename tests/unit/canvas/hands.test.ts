import { expect, test } from 'vitest';
import { addIngredients } from '../../../client/canvas/edit/compose.ts';
import { Hands } from '../../../client/canvas/input/hands.ts';
import { SceneIndex } from '../../../client/canvas/stage/scene-index.ts';
import type { GestureEvent, Preview } from '../../../client/gesture/gesture.ts';
import { clothContext } from './context.ts';

test('no gesture is reduced while another is being carried out: what that brings about waits its turn', () => {
  const context = clothContext();
  addIngredients(context, ['films']);
  const index = new SceneIndex();
  index.update(context.canvas.scene());
  let deep = 0;
  let deepest = 0;
  const seen: Preview[] = [];
  const hands: Hands = new Hands(context, index, (preview) => {
    deepest = Math.max(deepest, ++deep);
    seen.push(preview);
    // As the board does when an intent has changed the cloth.
    if (seen.length === 1) hands.handle({ type: 'changed' });
    deep--;
  });
  const films = index.scene?.items[0];
  if (!films) throw new Error('nothing was laid');
  const down: GestureEvent = {
    type: 'down',
    pointer: 1,
    device: 'mouse',
    at: context.canvas.camera.toScreen(films.centre),
    time: 0,
    button: 0,
    shift: false,
    space: false,
  };
  hands.handle(down);
  expect(seen).toHaveLength(2);
  expect(deepest).toBe(1);
});
