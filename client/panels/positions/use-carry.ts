import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { type Field, type Fields, fieldAt } from '../../../shared/layout/fields.ts';
import type { Point, PositionLetter } from '../../../shared/model/schema.ts';

/** A press becomes a drag after so many px: a finger trembles more than a mouse. */
const THRESHOLD = { mouse: 4, other: 8 } as const;
/** Within this of the upper and lower side the fields scroll along, px, by so many px a frame. */
const EDGE = { near: 56, step: 9 } as const;

/** Somebody in hand: from which field, how far, and over which. */
export interface Carry {
  readonly id: string;
  readonly from: PositionLetter | null;
  readonly by: Point;
  readonly over: Field | null;
}

interface CarryOptions {
  /** What scrolls, with the fields from its top left corner. */
  readonly stage: { readonly current: HTMLElement | null };
  readonly laid: Fields;
  /** Put down in a field; `keep` asks to stay in the other one too. */
  readonly onDrop: (carry: Carry, onto: Field, keep: boolean) => void;
}

interface Press extends Omit<Carry, 'by' | 'over'> {
  readonly at: Point;
  readonly scrolled: number;
  readonly threshold: number;
  /** Where the pointer is now, in the window. */
  now: Point;
  moving: boolean;
}

/**
 * Takes people from field to field by mouse, pen or finger; each hand at a large board its own. Escape, or a call that comes
 * in, puts them back.
 */
export function useCarry({ stage, laid, onDrop }: CarryOptions) {
  const [carries, setCarries] = useState<readonly Carry[]>([]);
  const presses = useRef(new Map<number, Press>());
  const fields = useRef(laid);
  useEffect(() => {
    fields.current = laid;
  }, [laid]);

  const seen = (held: Press): Carry => {
    const element = stage.current;
    const box = element?.getBoundingClientRect();
    const scrolled = element?.scrollTop ?? 0;
    const at: Point = [held.now[0] - (box?.left ?? 0), held.now[1] - (box?.top ?? 0) + scrolled];
    const by: Point = [held.now[0] - held.at[0], held.now[1] - held.at[1] + scrolled - held.scrolled];
    return { id: held.id, from: held.from, by, over: fieldAt(fields.current, at) };
  };
  const show = () => setCarries([...presses.current.values()].filter((held) => held.moving).map(seen));
  const letGo = (pointer: number) => {
    presses.current.delete(pointer);
    show();
  };

  // While somebody is in hand near the upper or lower side, what lies beyond comes nearer.
  const moving = carries.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs as long as somebody is in hand; what it reads is in refs.
  useEffect(() => {
    if (!moving) return;
    let frame = requestAnimationFrame(function scroll() {
      const element = stage.current;
      if (element) {
        const { top, bottom } = element.getBoundingClientRect();
        const before = element.scrollTop;
        for (const { moving, now } of presses.current.values()) {
          if (!moving) continue;
          if (now[1] < top + EDGE.near) element.scrollTop -= EDGE.step;
          else if (now[1] > bottom - EDGE.near) element.scrollTop += EDGE.step;
        }
        if (element.scrollTop !== before) show();
      }
      frame = requestAnimationFrame(scroll);
    });
    const putBack = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      presses.current.clear();
      show();
    };
    window.addEventListener('keydown', putBack, { capture: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('keydown', putBack, { capture: true });
    };
  }, [moving]);

  const handlers = (id: string, from: PositionLetter | null) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const inOtherHand = [...presses.current.values()].some((held) => held.id === id && held.from === from);
      if (event.button !== 0 || inOtherHand) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const at: Point = [event.clientX, event.clientY];
      presses.current.set(event.pointerId, {
        ...{ id, from, at, now: at, moving: false },
        scrolled: stage.current?.scrollTop ?? 0,
        threshold: event.pointerType === 'mouse' ? THRESHOLD.mouse : THRESHOLD.other,
      });
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const held = presses.current.get(event.pointerId);
      if (!held) return;
      held.now = [event.clientX, event.clientY];
      held.moving ||= Math.hypot(held.now[0] - held.at[0], held.now[1] - held.at[1]) > held.threshold;
      if (held.moving) show();
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const held = presses.current.get(event.pointerId);
      if (!held) return;
      const { over, ...rest } = seen(held);
      if (held.moving && over) {
        onDrop({ ...rest, over }, over, event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
      }
      // The click that follows a drag is none: it is still to come when this is over.
      if (held.moving) event.currentTarget.addEventListener('click', swallow, { capture: true, once: true });
      const { currentTarget } = event;
      setTimeout(() => currentTarget.removeEventListener('click', swallow, { capture: true }), 0);
      letGo(event.pointerId);
    },
    onPointerCancel: (event: PointerEvent) => letGo(event.pointerId),
  });
  return { carries, handlers };
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}
