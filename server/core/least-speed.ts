/** No body is slow before this, ms: a line has to get going. */
const GRACE_MS = 10_000;

/** Whether what came in is less than the least speed (bytes a second) wants of it by now. */
export function isTooSlow(bytes: number, sinceMs: number, leastBytesPerSecond: number): boolean {
  return sinceMs > GRACE_MS && bytes < (leastBytesPerSecond * sinceMs) / 1000;
}
