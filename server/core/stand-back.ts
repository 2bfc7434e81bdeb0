import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

/** As the system counts niceness: where both want a core, the thread that answers people has nine tenths of it. */
const NICE = 10;

/**
 * Lets the thread that calls this have what cores the others leave it. Linux alone has priorities for single threads; where there are
 * none, nothing is changed.
 */
export function standBack(): void {
  try {
    const [thread = ''] = readlinkSync('/proc/thread-self').split('/').slice(-1);
    setPriority(Number(thread), NICE);
  } catch {
    // What stands back no further is no slower than before.
  }
}
