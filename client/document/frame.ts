/** Work that may be asked for often and is done once, at the next frame. */
export interface FrameTask {
  /** Asks for the work; asking again before it is done changes nothing. */
  ask(): void;
  /** Does the work now, asked for or not, instead of at the next frame. */
  now(): void;
  stop(): void;
}

/**
 * What is done in a frame, in this order: first what came in is read, then what looks different is drawn. So what another
 * wrote is shown in the frame in which it was read, and not in the one after.
 */
const PHASES = ['read', 'draw'] as const;
type Phase = (typeof PHASES)[number];

const asked: Readonly<Record<Phase, Set<() => void>>> = { read: new Set(), draw: new Set() };
/** A frame was asked for, or is being worked through. */
let awaited = false;

function run(): void {
  for (const phase of PHASES) {
    // What asks for itself again while it works is for the next frame.
    const due = [...asked[phase]];
    asked[phase].clear();
    for (const work of due) {
      try {
        work();
      } catch (error) {
        // One that fails keeps nobody else from being drawn.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
  awaited = PHASES.some((phase) => asked[phase].size > 0);
  if (awaited) requestAnimationFrame(run);
}

function atNextFrame(phase: Phase, work: () => void): void {
  asked[phase].add(work);
  if (awaited) return;
  awaited = true;
  requestAnimationFrame(run);
}

/** Draws at most once a frame; in a tab that is not seen, when it is seen again. */
export function drawOnNextFrame(work: () => void): FrameTask {
  return {
    ask: () => atNextFrame('draw', work),
    now() {
      asked.draw.delete(work);
      work();
    },
    stop: () => void asked.draw.delete(work),
  };
}

/** Where there are no frames (a hidden tab stops them, Node has none) what came in is read after this long, ms. */
const WITHOUT_FRAMES_MS = 100;

/** Reads what came in at most once a frame. */
export function onNextFrame(work: () => void): FrameTask {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const cancel = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    asked.read.delete(now);
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
      if (drawn) atNextFrame('read', now);
    },
    now,
    stop: cancel,
  };
}
