import { createCamera } from '../../../client/canvas/camera/camera.ts';
import type { ClothContext } from '../../../client/canvas/canvas-handle.ts';
import { createViewStore } from '../../../client/canvas/view-store.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { type LocalSession, localSession } from '../../support/local-session.ts';

/** What actions need, without a canvas on a screen: places come straight from the scene. */
export function clothContext(
  session: LocalSession = localSession(),
): ClothContext & { readonly session: LocalSession } {
  const scene = () => buildScene(session.snapshot.getState(), fontMeasure);
  const camera = createCamera({ whole: () => scene().bounds, reducedMotion: () => true });
  camera.resize(1000, 700);
  const itemOf = (id: string) => scene().items.find((item) => item.id === id) ?? null;
  const boxOf = (id: string) => itemOf(id)?.box ?? null;
  const canvas = {
    // Nothing is drawn here.
    element: {} as HTMLElement,
    camera,
    scene,
    itemOf,
    boxOf,
    screenOf: boxOf,
    shownBoxes: () => [],
    reveal: () => {},
    lay: () => {},
    focus: () => {},
  };
  return { session, view: createViewStore(), canvas };
}
