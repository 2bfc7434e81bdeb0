import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createShapeId, type Editor, type Kept, Tldraw, toRichText } from 'tldraw';
import 'tldraw/tldraw.css';
import { given, often, type Things, tellInteractive } from '../peer.ts';

/** It draws its letters with the font that the cloth has too. */
const LETTERS = '/letters.woff2';
const fonts = Object.fromEntries(
  ['', '_bold', '_italic', '_italic_bold'].map((kind) => [`tldraw_draw${kind}`, LETTERS]),
);

const { things, kept } = await given<Kept>();
const root = document.querySelector('#root');
if (root) {
  const snapshot = kept === null ? {} : { snapshot: kept };
  createRoot(root).render(createElement(Tldraw, { ...snapshot, assetUrls: { fonts }, onMount }));
}

function onMount(editor: Editor): void {
  if (kept === null) lay(editor, things);
  editor.user.updateUserPreferences({ animationSpeed: 0 });
  window.peer = {
    kept: () => editor.getSnapshot(),
    look({ x, y, zoom }) {
      const { w, h } = editor.getViewportScreenBounds();
      editor.setCamera({ x: w / 2 / zoom - x, y: h / 2 / zoom - y, z: zoom }, { immediate: true });
    },
    middleOf(id) {
      const box = editor.getShapePageBounds(createShapeId(id));
      if (!box) throw new Error(`no ${id} here`);
      const { x, y } = editor.pageToScreen(box.center);
      return [x, y];
    },
    remote(ids, updates) {
      const home = ids.flatMap((id) => editor.getShape(createShapeId(id)) ?? []);
      return often(updates, ([dx, dy]) =>
        editor.store.mergeRemoteChanges(() =>
          editor.store.put(home.map((shape) => ({ ...shape, x: shape.x + dx, y: shape.y + dy }))),
        ),
      );
    },
  };
  tellInteractive();
}

/** Shapes with words in them, and arrows bound to these. */
function lay(editor: Editor, { items, ties }: Things): void {
  editor.createShapes(
    items.map(({ id, words, round, box }) => ({
      id: createShapeId(id),
      type: 'geo',
      x: box.x,
      y: box.y,
      props: {
        geo: round ? 'ellipse' : 'rectangle',
        w: box.w,
        h: box.h,
        fill: 'solid',
        size: 'm',
        richText: toRichText(words),
      },
    })),
  );
  editor.createShapes(ties.map(({ id }) => ({ id: createShapeId(id), type: 'arrow', props: {} })));
  editor.createBindings(
    ties.flatMap(({ id, from, to }) =>
      (
        [
          ['start', from],
          ['end', to],
        ] as const
      ).map(([terminal, thing]) => ({
        type: 'arrow',
        fromId: createShapeId(id),
        toId: createShapeId(thing),
        props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false },
      })),
    ),
  );
}
