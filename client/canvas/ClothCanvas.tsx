import { useEffect, useRef } from 'react';
import type { ClothSession } from '../session/cloth-session.ts';
import { Board } from './board.ts';
import type { Inset } from './camera.ts';
import type { CanvasHandle } from './canvas-handle.ts';
import { listenToKeys } from './keyboard.ts';
import type { ViewStore } from './view-store.ts';

export interface ClothCanvasProps {
  readonly session: ClothSession;
  readonly view: ViewStore;
  /** What of the canvas lies under toolbars: fitting keeps clear of it. */
  readonly inset?: Inset;
  /** Called with the handle when the canvas is there, and with null when it goes. Keep the function stable. */
  readonly onHandle?: (handle: CanvasHandle | null) => void;
  /** What a screen reader calls the cloth and the field in which words are written. */
  readonly labels: { readonly cloth: string; readonly words: string };
}

/**
 * The cloth on the screen. React mounts an element and the {@link Board} in it, and renders nothing of what is drawn:
 * a component per item would cost more than all drawing does.
 */
export function ClothCanvas({ session, view, inset, onHandle, labels }: ClothCanvasProps) {
  const host = useRef<HTMLDivElement>(null);
  const board = useRef<Board>(null);
  const names = useRef(labels);
  useEffect(() => {
    names.current = labels;
  }, [labels]);

  useEffect(() => {
    if (!host.current) return;
    const keys = listenToKeys({
      context: () => mounted.context,
      hands: () => mounted.hands,
      onSpace: (held) => mounted.setSpace(held),
    });
    const mounted = new Board(host.current, {
      session,
      view,
      spaceHeld: keys.spaceHeld,
      wordsLabel: () => names.current.words,
    });
    board.current = mounted;
    onHandle?.(mounted);
    return () => {
      keys.stop();
      onHandle?.(null);
      board.current = null;
      mounted.destroy();
    };
  }, [session, view, onHandle]);

  useEffect(() => {
    if (inset) board.current?.camera.setInset(inset);
  }, [inset]);

  return <div ref={host} className="cloth-canvas" role="application" aria-label={labels.cloth} tabIndex={-1} />;
}
