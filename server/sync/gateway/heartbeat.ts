/** So much later than meant a beat comes only when this process stood still, ms. Two beats less late find a dead line within 35 s. */
const STOOD_STILL_MS = 2_000;

/**
 * Calls `beat` again and again, each time after the event loop has had a turn to read what came in: after a standstill
 * (the lid closed, a virtual machine paused) timers go off before anything is read. Tells it `late` when that was long: then
 * what was asked at the last beat, and its answer, may have been lost with the time. Returns how to end it.
 */
export function keepHeartbeat(everyMs: number, beat: (late: boolean) => void): () => void {
  let last = performance.now();
  let turn: NodeJS.Immediate | undefined;
  const timer = setInterval(() => {
    const now = performance.now();
    const late = now - last > everyMs + STOOD_STILL_MS;
    last = now;
    turn = setImmediate(beat, late);
  }, everyMs);
  return () => {
    clearInterval(timer);
    clearImmediate(turn);
  };
}
