import { useCallback } from 'react';
import { useStore } from 'zustand';
import { unionOf } from '../../../shared/layout/box.ts';
import type { CanvasHandle } from '../../canvas/canvas-handle.ts';
import { useCloth } from '../cloth-context.tsx';
import { Near } from '../near/Near.tsx';
import Palette from './Palette.tsx';

interface SelectionPaletteProps {
  /** Lies low in the row below the cloth, and covers nothing of it. */
  readonly low: boolean;
}

/** The palette beside what is selected, or below the cloth; not while words are being written or a question is open. */
export default function SelectionPalette({ low }: SelectionPaletteProps) {
  const { view } = useCloth();
  const selection = useStore(view, (state) => state.selection);
  const busy = useStore(view, ({ editing, question, tieFrom, handsBusy, spotlight, tool, selection: chosen }) => {
    // What is pointed out is looked at first: the palette would lie over what belongs to it.
    return (
      handsBusy || tool === 'put' || spotlight === chosen || editing !== null || question !== null || tieFrom !== null
    );
  });
  const target = useCallback(
    (canvas: CanvasHandle) => unionOf([...selection].flatMap((id) => canvas.screenOf(id) ?? [])),
    [selection],
  );
  if (selection.size === 0 || busy) return null;
  if (low) return <Palette docked={false} flat />;
  return (
    <Near target={target}>
      <Palette docked={false} />
    </Near>
  );
}
