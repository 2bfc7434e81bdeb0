/** A page works on a picture for so long at a time, ms: what it does beside stays quick. */
const TURN_MS = 24;

/** Lets the page draw, answer and receive before what comes next. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * For work in many small parts, of which a breath after each would take longer than the work: called after each part, it takes one
 * when the last was long enough ago.
 */
export function turnsOfWork(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < TURN_MS) return;
    await breath();
    began = performance.now();
  };
}
