/** Work that may be asked for often and is done once, at the next frame. */
export interface FrameTask {
  /** Asks for the work; asking again before it is done changes nothing. */
  ask(): void;
  /** Does the work now, asked for or not, instead of at the next frame. */
  now(): void;
  stop(): void;
}

/** Where there are no frames (a hidden tab stops them, Node has none) the work is done after this long, ms. */
const WITHOUT_FRAMES_MS = 100;

export function onNextFrame(work: () => void): FrameTask {
  let frame: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const cancel = () => {
    if (frame !== null) cancelAnimationFrame(frame);
    if (timer !== null) clearTimeout(timer);
    frame = null;
    timer = null;
  };
  const now = () => {
    cancel();
    work();
  };
  return {
    ask() {
      if (timer !== null) return;
      const drawn = typeof requestAnimationFrame === 'function';
      timer = setTimeout(now, drawn ? WITHOUT_FRAMES_MS : 0);
      if (drawn) frame = requestAnimationFrame(now);
    },
    now,
    stop: cancel,
  };
}
