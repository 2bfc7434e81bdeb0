import { readlinkSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/** As the system counts niceness: where both want a core, the thread that answers people has three quarters of it. */
const NICER = 5;
const NICEST = 19;

/**
 * Lets the thread that calls this have what cores the others leave it. Linux alone has priorities for single threads; where there are
 * none, nothing is changed.
 */
export function standBack(): void {
  try {
    const [thread = ''] = readlinkSync('/proc/thread-self').split('/').slice(-1);
    setPriority(Number(thread), Math.min(NICEST, getPriority() + NICER));
  } catch {
    // What stands back no further is no slower than before.
  }
}
