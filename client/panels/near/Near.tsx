import { type ReactNode, useEffect, useRef } from 'react';
import type { Box } from '../../../shared/layout/box.ts';
import type { Inset } from '../../canvas/camera/camera.ts';
import type { CanvasHandle } from '../../canvas/canvas-handle.ts';
import { useCloth } from '../cloth-context.tsx';
import { useInset } from '../inset.ts';
import styles from './Near.module.css';
import { placeNear } from './place-near.ts';

interface NearProps {
  /** What it stands near to, CSS px from the canvas's top left corner, asked whenever something moved; null hides it. */
  readonly target: (canvas: CanvasHandle) => Box | null;
  readonly children: ReactNode;
}

/** Keeps a panel near something on the cloth while the cloth, the camera or the thing moves. Never renders to do so. */
export function Near({ target, children }: NearProps) {
  const { canvas, session, view } = useCloth();
  const inset = useInset(session.role, view);
  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = panel.current;
    if (!canvas || !element) return;
    let frame = 0;
    const place = () => {
      frame = 0;
      const box = target(canvas);
      const size = { w: element.offsetWidth, h: element.offsetHeight };
      const at = box && placeNear(box, size, roomOf(canvas, inset), canvas.shownBoxes());
      element.style.visibility = at ? 'visible' : 'hidden';
      if (at) element.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`;
    };
    const ask = () => {
      frame ||= requestAnimationFrame(place);
    };
    const size = new ResizeObserver(ask);
    size.observe(element);
    const stops = [canvas.camera.subscribe(ask), session.snapshot.subscribe(ask), session.people.subscribe(ask)];
    place();
    return () => {
      cancelAnimationFrame(frame);
      size.disconnect();
      for (const stop of stops) stop();
    };
  }, [canvas, session, target, inset]);

  return (
    <div ref={panel} className={styles.near}>
      {children}
    </div>
  );
}

/** The part of the canvas that no bar covers. */
function roomOf({ camera }: CanvasHandle, { top, right, bottom, left }: Inset): Box {
  const { width, height } = camera.size();
  return { x: left, y: top, w: width - left - right, h: height - top - bottom };
}
