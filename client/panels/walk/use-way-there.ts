import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { turned } from '../../../shared/layout/turn.ts';
import type { Camera } from '../../canvas/camera/camera.ts';
import { useCloth } from '../cloth-context.tsx';
import { sightOf } from './stops.ts';

/** Words are never shown larger than this on a walk, CSS px per mm. */
const CLOSEST = 1.3;
/** What the bar of the walk takes of the room at the reader's side, CSS px. */
const LEDGE = 88;

/** A window that is turned or made larger has settled, and its bars with it, when nothing moved for this long, ms. */
const SETTLED_MS = 150;

/**
 * Brings the view before a seat, turned so that its words stand upright, and back to the whole cloth after the last. When
 * the window becomes another size it goes there anew, unless somebody here looked elsewhere since.
 */
export function useWayThere(seat: string | null): void {
  const { session, view, canvas } = useCloth();
  const turning = useStore(view, (state) => state.asWritten);
  const walked = useRef(false);
  useEffect(() => {
    if (!canvas) return;
    if (seat === null) {
      if (walked.current) canvas.camera.fit();
      walked.current = false;
      return;
    }
    const { camera } = canvas;
    const goThere = () => {
      const { zoom } = camera.get();
      const { w, h } = camera.sight();
      const room = { w: w * zoom, h: h * zoom - LEDGE };
      const sight = sightOf(canvas.scene(), session.snapshot.getState(), seat, { turning, room, closest: CLOSEST });
      if (!sight) return;
      walked.current = true;
      const under = (sight.h * LEDGE) / room.h;
      const [dx, dy] = turned([0, under / 2], -sight.turn);
      camera.face({ ...sight, at: [sight.at[0] + dx, sight.at[1] + dy], h: sight.h + under }, CLOSEST);
    };
    goThere();
    return onResized(camera, goThere);
  }, [canvas, session, seat, turning]);
}

/** Calls back each time the canvas has become another size, until somebody looks elsewhere. Returns the way to stop it. */
function onResized(camera: Camera, goThere: () => void): () => void {
  let size = camera.size();
  let settled: ReturnType<typeof setTimeout> | undefined;
  const stopListening = camera.subscribe(() => {
    const now = camera.size();
    if (now.width === size.width && now.height === size.height) return;
    size = now;
    clearTimeout(settled);
    settled = setTimeout(goThere, SETTLED_MS);
  });
  const stop = () => {
    clearTimeout(settled);
    stopListening();
  };
  const stopTaken = camera.onTaken(stop);
  return () => {
    stop();
    stopTaken();
  };
}
