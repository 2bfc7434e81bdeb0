import { ZOOM_STEP } from '../camera/camera.ts';
import { type Action, action } from './action.ts';

const always = () => true;

/** Actions that only change what one sees or has in hand. */
export const LOOK_ACTIONS: readonly Action[] = [
  action('select-all', {
    keys: ['mod+a'],
    enabled: ({ session }) => session.snapshot.getState().items.length > 0,
    run: ({ session, view }) =>
      view.setState({ selection: new Set(session.snapshot.getState().items.map((item) => item.id)) }),
  }),
  action('fit', { keys: ['shift+1'], enabled: always, run: ({ canvas }) => canvas.camera.fit(true) }),
  action('fit-selection', {
    keys: ['shift+2'],
    enabled: ({ view }) => view.getState().selection.size > 0,
    run: ({ view, canvas }) => {
      const boxes = [...view.getState().selection].flatMap((id) => canvas.boxOf(id) ?? []);
      canvas.camera.fitTo(boxes);
    },
  }),
  action('zoom-in', { keys: ['+', '='], enabled: always, run: ({ canvas }) => canvas.camera.zoomBy(ZOOM_STEP) }),
  action('zoom-out', { keys: ['-'], enabled: always, run: ({ canvas }) => canvas.camera.zoomBy(1 / ZOOM_STEP) }),
  action('zoom-actual', {
    keys: ['shift+0'],
    enabled: always,
    run: ({ canvas: { camera } }) => camera.set({ ...camera.get(), zoom: 1 }),
  }),
  action('only-cloth', {
    keys: ['f'],
    enabled: always,
    run: ({ view }) => view.setState(({ onlyCloth }) => ({ onlyCloth: !onlyCloth })),
    pressed: ({ view }) => view.getState().onlyCloth,
  }),
];
