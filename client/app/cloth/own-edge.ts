import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { type Box, centreOf, polygonBox } from '../../../shared/layout/box.ts';
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
    const { seats, sheet } = canvas.scene();
    const zone = seats.find(({ id }) => id === seat)?.zone;
    if (!zone) return;
    shown.current = true;
    canvas.camera.fitTo([beforeSeat(zone, canvas.camera.sight(), sheet.box)], CLOSEST);
  }, [canvas, wide, seat]);
}

/** Of the cloth at most so much is shown: whoever has a whole side wants to read it, and the whole cloth is a tap away. */
const MOST_OF_CLOTH = 0.75;

/**
 * The seat's stretch of edge with as much of the cloth behind it as fills the screen, or the middle of a stretch that is so
 * long that table would be seen beyond the cloth. mm; of `free`, what is free of bars, only the shape counts.
 */
export function beforeSeat(zone: readonly Point[], free: { readonly w: number; readonly h: number }, sheet: Box): Box {
  const { w: broad, h: deep } = polygonBox(zone);
  const [cx, cy] = centreOf(polygonBox(zone));
  const tallness = Math.max(0.01, free.h / Math.max(1, free.w));
  const [widest, tallest] = [sheet.w * MOST_OF_CLOTH, sheet.h * MOST_OF_CLOTH];
  const w = Math.min(Math.max(broad, deep / tallness), widest, tallest / tallness);
  const h = w * tallness;
  const within = (from: number, least: number, most: number) => Math.max(least, Math.min(from, most));
  return {
    x: within(cx - w / 2, sheet.x, sheet.x + sheet.w - w),
    y: within(cy - h / 2, sheet.y, sheet.y + sheet.h - h),
    w,
    h,
  };
}
