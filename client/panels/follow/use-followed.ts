import { useEffect } from 'react';
import { useCloth } from '../cloth-context.tsx';
import { useRunning } from '../use-running.ts';

/** Whether everyone follows this page; as long as they do, it tells them what it looks at. */
export function useFollowed(): boolean {
  const { session, canvas } = useCloth();
  const { follow } = useRunning();
  const followed = follow === session.connection && session.role === 'facilitator';
  useEffect(() => {
    if (!followed || !canvas) return;
    const tell = () => {
      const { at, w, h, turn } = canvas.camera.sight();
      session.showView([round(at[0]), round(at[1]), round(w), round(h), Math.round(turn * 1e4) / 1e4]);
    };
    tell();
    const stop = canvas.camera.subscribe(tell);
    return () => {
      stop();
      session.showView(null);
    };
  }, [followed, canvas, session]);
  return followed;
}

/** To a tenth of a mm: finer than anyone sees, and shorter on the wire. */
const round = (length: number) => Math.round(length * 10) / 10;
