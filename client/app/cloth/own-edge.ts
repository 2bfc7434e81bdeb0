import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Box } from '../../../shared/layout/box.ts';
import type { Point } from '../../../shared/model/schema.ts';
import type { CanvasHandle } from '../../canvas/canvas-handle.ts';
import type { ClothSession } from '../../document/cloth-session.ts';

/** Closest that one's own edge is shown, CSS px per mm: a few words as large as print. */
const CLOSEST = 0.75;

/**
 * On a phone the whole cloth is too small to read: whoever sits down sees the edge before their own seat, once. The
 * button for the whole cloth is a tap away.
 */
export function useOwnEdge(session: ClothSession, canvas: CanvasHandle | null, wide: boolean): void {
  const seat = useStore(session.me, (me) => me.seat);
  const shown = useRef(false);
  useEffect(() => {
    if (wide || shown.current || !canvas || seat === null) return;
    const zone = canvas.scene().seats.find(({ id }) => id === seat)?.zone;
    if (!zone) return;
    shown.current = true;
    canvas.camera.fitTo([beforeSeat(zone, canvas.camera.size())], CLOSEST);
  }, [canvas, wide, seat]);
}

/** The seat's stretch of edge with as much of the cloth behind it as the screen is tall. */
function beforeSeat(
  zone: readonly Point[],
  { width, height }: { readonly width: number; readonly height: number },
): Box {
  const xs = zone.map(([x]) => x);
  const ys = zone.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const [w, h] = [Math.max(...xs) - x, Math.max(...ys) - y];
  // Bars take about a third of a phone's height.
  const tall = Math.max(h, (w * height * 0.6) / Math.max(1, width));
  // The cloth's middle is at 0: a seat above it looks down on the cloth, one below looks up.
  return { x, y: y + h / 2 < 0 ? y : y + h - tall, w, h: tall };
}
