import {
  CaptureUpdateAction,
  convertToExcalidrawElements,
  Excalidraw,
  type ExcalidrawApi,
  exportToBlob,
  type Laid,
} from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { given, LETTERS, often, type Things, tellInteractive } from '../peer.ts';

const { things, kept } = await given<readonly Laid[]>();
const elements = kept ?? convertToExcalidrawElements(drawnOf(things), { regenerateIds: false });
const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(
    createElement(Excalidraw, {
      initialData: { elements, appState: { viewBackgroundColor: '#ffffff' } },
      excalidrawAPI,
    }),
  );
}

function excalidrawAPI(api: ExcalidrawApi): void {
  // What it was given first is there some frames after its handle.
  const whenLaid = () => {
    if (api.getSceneElements().length < elements.length) requestAnimationFrame(whenLaid);
    else tellInteractive();
  };
  whenLaid();
  const shown = (x: number, y: number): readonly [number, number] => {
    const { zoom, scrollX, scrollY, offsetLeft, offsetTop } = api.getAppState();
    return [(x + scrollX) * zoom.value + offsetLeft, (y + scrollY) * zoom.value + offsetTop];
  };
  window.peer = {
    kept: () => api.getSceneElements(),
    look({ x, y, zoom }) {
      const { width, height } = api.getAppState();
      const scroll = { scrollX: width / 2 / zoom - x, scrollY: height / 2 / zoom - y };
      api.updateScene({ appState: { zoom: { value: zoom }, ...scroll }, captureUpdate: CaptureUpdateAction.NEVER });
    },
    middleOf(id) {
      const one = api.getSceneElements().find((element) => element.id === id);
      if (!one) throw new Error(`no ${id} here`);
      return shown(one.x + one.width / 2, one.y + one.height / 2);
    },
    async picture(scale) {
      let size = { width: 0, height: 0 };
      const blob = await exportToBlob({
        elements: api.getSceneElements(),
        appState: { exportBackground: true, viewBackgroundColor: '#ffffff' },
        files: null,
        mimeType: 'image/png',
        getDimensions(width, height) {
          size = { width: Math.round(width * scale), height: Math.round(height * scale) };
          return { ...size, scale };
        },
      });
      if (blob.size === 0) throw new Error('no picture');
      return size;
    },
    remote(ids, updates) {
      const before = api.getSceneElements();
      // Words inside a thing are an element of their own, and move along.
      const inside = before.flatMap((one) => (one.containerId && ids.includes(one.containerId) ? [one.id] : []));
      const moved = new Set([...ids, ...inside]);
      const home = new Map(before.map((one) => [one.id, one]));
      return often(updates, ([dx, dy]) => {
        const next = api.getSceneElements().map((one) => {
          const at = home.get(one.id);
          if (!at || !moved.has(one.id)) return one;
          const news = { version: one.version + 1, versionNonce: one.versionNonce + 1 };
          return { ...one, x: at.x + dx, y: at.y + dy, ...news };
        });
        api.updateScene({ elements: next, captureUpdate: CaptureUpdateAction.NEVER });
      });
    },
  };
}

/** Shapes with words in them, and arrows bound to these, as its own helper makes them. */
function drawnOf({ items, ties }: Things): readonly object[] {
  const shapes = items.map(({ id, words, round, box }) => ({
    type: round ? 'ellipse' : 'rectangle',
    id,
    x: box.x,
    y: box.y,
    width: box.w,
    height: box.h,
    backgroundColor: '#ffec99',
    fillStyle: 'solid',
    label: { text: words, fontSize: LETTERS },
  }));
  const byId = new Map(items.map((item) => [item.id, item]));
  const arrows = ties.flatMap(({ id, from, to }) => {
    const [a, b] = [byId.get(from)?.box, byId.get(to)?.box];
    if (!a || !b) return [];
    const [x, y] = [a.x + a.w / 2, a.y + a.h / 2];
    const [dx, dy] = [b.x + b.w / 2 - x, b.y + b.h / 2 - y];
    const points = [
      [0, 0],
      [dx, dy],
    ];
    return [{ type: 'arrow', id, x, y, width: dx, height: dy, points, start: { id: from }, end: { id: to } }];
  });
  return [...shapes, ...arrows];
}
