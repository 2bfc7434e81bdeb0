import './canvas.css';
import { useEffect, useRef } from 'react';
import type { ClothSession } from '../../document/cloth-session.ts';
import type { Inset } from '../camera/camera.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import { listenToClipboard } from '../input/clipboard.ts';
import { listenToKeys } from '../input/keyboard.ts';
import type { ViewStore } from '../view-store.ts';
import { offerAutomation, type TakePicture } from './automation.ts';
import { Board } from './board.ts';

export interface ClothCanvasProps {
  readonly session: ClothSession;
  readonly view: ViewStore;
  /** What of the canvas lies under toolbars: fitting keeps clear of it. */
  readonly inset?: Inset;
  /** Called with the handle when the canvas is there, and with null when it goes. Keep the function stable. */
  readonly onHandle?: (handle: CanvasHandle | null) => void;
  /** What a screen reader calls the cloth and the field in which words are written. */
  readonly labels: { readonly cloth: string; readonly words: string };
  /** Makes the picture that a script may ask for. */
  readonly takePicture?: TakePicture;
}

const noPicture: TakePicture = () => Promise.reject(new Error('pictures cannot be taken here'));

/**
 * The cloth on the screen. React mounts an element and the {@link Board} in it, and renders nothing of what is drawn:
 * a component per item would cost more than all drawing does.
 */
export function ClothCanvas({ session, view, inset, onHandle, labels, takePicture }: ClothCanvasProps) {
  const host = useRef<HTMLDivElement>(null);
  const board = useRef<Board>(null);
  // What may change while the board stays: read when it is wanted.
  const latest = useRef({ labels, takePicture });
  useEffect(() => {
    latest.current = { labels, takePicture };
  }, [labels, takePicture]);

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
      wordsLabel: () => latest.current.labels.words,
    });
    board.current = mounted;
    const clipboard = new AbortController();
    listenToClipboard(() => mounted.context, clipboard.signal);
    const withdraw = offerAutomation(mounted.context, host.current, (scene, scale) =>
      (latest.current.takePicture ?? noPicture)(scene, scale),
    );
    onHandle?.(mounted);
    return () => {
      withdraw();
      keys.stop();
      clipboard.abort();
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
