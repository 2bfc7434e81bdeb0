import type { Point } from '../../../shared/model/schema.ts';
import type { Device, GestureEvent } from '../../gesture/gesture.ts';

export interface InputSink {
  gesture(event: GestureEvent): void;
  /** A wheel or trackpad: px to pan by, or a factor to zoom by, at a place on the canvas (px). */
  pan(by: Point): void;
  zoom(factor: number, at: Point): void;
}

/** One notch of a wheel zooms by about a tenth. */
const WHEEL_ZOOM = 0.0022;
/** A line of a wheel that counts in lines, px. */
const LINE = 18;

/**
 * Turns the browser's pointer, wheel and touch-pad events on an element into gesture events with places on the canvas.
 * Returns the way to stop.
 */
export function listenToHands(host: HTMLElement, sink: InputSink, spaceHeld: () => boolean): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const on = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) =>
    host.addEventListener(type, listener, { signal, passive: false });
  const at = (event: MouseEvent): Point => {
    const box = host.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const held = new Set<number>();

  on('pointerdown', (event) => {
    // The page's own focus would come later than the gesture, and take the words away that a double tap opens.
    host.focus({ preventScroll: true });
    host.setPointerCapture(event.pointerId);
    held.add(event.pointerId);
    const { pointerId: pointer, button, shiftKey: shift, timeStamp: time } = event;
    sink.gesture({
      type: 'down',
      pointer,
      device: deviceOf(event),
      at: at(event),
      time,
      button,
      shift,
      space: spaceHeld(),
      breadth: Math.max(event.width, event.height),
    });
  });
  on('pointermove', (event) => {
    const { pointerId: pointer, timeStamp: time } = event;
    sink.gesture({ type: 'move', pointer, device: deviceOf(event), at: at(event), time });
  });
  on('pointerup', (event) => {
    held.delete(event.pointerId);
    sink.gesture({ type: 'up', pointer: event.pointerId, at: at(event), time: event.timeStamp });
  });
  const cancel = (event: PointerEvent) => {
    if (held.delete(event.pointerId)) sink.gesture({ type: 'cancel', pointer: event.pointerId });
  };
  on('pointercancel', cancel);
  on('lostpointercapture', cancel);
  on('pointerleave', (event) => {
    if (!held.has(event.pointerId)) sink.gesture({ type: 'leave' });
  });
  on('wheel', (event) => {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
    const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
    if (event.ctrlKey || event.metaKey) {
      // A pinch on a touch-pad comes as a wheel with small steps and ctrl; a real wheel's notch is tamed.
      const step = Math.sign(dy) * Math.min(Math.abs(dy), 120);
      sink.zoom(Math.exp(-step * (Math.abs(dy) < 20 ? 5 : 1) * WHEEL_ZOOM), at(event));
    } else if (event.shiftKey && dx === 0) sink.pan([-dy, 0]);
    else sink.pan([-dx, -dy]);
  });
  // The browser would move the focus, and with the middle button start its own scrolling, with the right one its menu.
  on('mousedown', (event) => event.preventDefault());
  on('contextmenu', (event) => event.preventDefault());
  // A browser may scroll even what never scrolls to bring a focused field into view; the camera does that here.
  on('scroll', () => host.scrollTo(0, 0));
  // Safari zooms the whole page on a pinch unless told not to, whatever touch-action says.
  host.addEventListener('gesturestart', (event) => event.preventDefault(), { signal, passive: false });
  window.addEventListener(
    'blur',
    () => {
      for (const pointer of held) sink.gesture({ type: 'cancel', pointer });
      held.clear();
    },
    { signal },
  );
  return () => stop.abort();
}

function deviceOf({ pointerType }: PointerEvent): Device {
  return pointerType === 'touch' || pointerType === 'pen' ? pointerType : 'mouse';
}
