import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { turned } from '../../../shared/geometry/turn.ts';
import { useCloth } from '../cloth-context.tsx';
import { sightOf } from './stops.ts';

/** Words are never shown larger than this on a walk, CSS px per mm. */
const CLOSEST = 1.3;
/** What the bar of the walk takes of the room at the reader's side, CSS px. */
const LEDGE = 88;

/** Brings the view before a seat, turned so that its words stand upright, and back to the whole cloth after the last. */
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
    const { zoom } = canvas.camera.get();
    const { w, h } = canvas.camera.sight();
    const room = { w: w * zoom, h: h * zoom - LEDGE };
    const sight = sightOf(canvas.scene(), session.snapshot.getState(), seat, { turning, room, closest: CLOSEST });
    if (!sight) return;
    walked.current = true;
    const under = (sight.h * LEDGE) / room.h;
    const [dx, dy] = turned([0, under / 2], -sight.turn);
    canvas.camera.face({ ...sight, at: [sight.at[0] + dx, sight.at[1] + dy], h: sight.h + under }, CLOSEST);
  }, [canvas, session, seat, turning]);
}
