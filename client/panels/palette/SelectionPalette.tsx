import { useCallback } from 'react';
import { useStore } from 'zustand';
import { unionOf } from '../../../shared/geometry/box.ts';
import type { CanvasHandle } from '../../canvas/canvas-handle.ts';
import { useCloth } from '../cloth-context.tsx';
import { Near } from '../near/Near.tsx';
import { Palette } from './Palette.tsx';

/** The palette beside what is selected; not while words are being written or a question is open. */
export function SelectionPalette() {
  const { view } = useCloth();
  const selection = useStore(view, (state) => state.selection);
  const busy = useStore(view, ({ editing, question, tieFrom, handsBusy }) => {
    return handsBusy || editing !== null || question !== null || tieFrom !== null;
  });
  const target = useCallback(
    (canvas: CanvasHandle) => unionOf([...selection].flatMap((id) => canvas.screenOf(id) ?? [])),
    [selection],
  );
  if (selection.size === 0 || busy) return null;
  return (
    <Near target={target}>
      <Palette docked={false} />
    </Near>
  );
}
