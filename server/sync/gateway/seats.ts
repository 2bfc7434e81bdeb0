import { mayWrite, type Role } from '../../../shared/model/protocol.ts';

/** Of a cloth's room so much is for who writes or leads, and of that so much for who leads: viewers without end keep nobody out. */
const KEPT_FOR_WRITERS = 1 / 4;
const KEPT_FOR_LEADERS = 1 / 20;

/** Whether there is room at a cloth of at most `most` connections for one more of a role. */
export function hasSeat(present: Iterable<{ readonly role: Role }>, role: Role, most: number): boolean {
  let viewers = 0;
  let leaders = 0;
  let all = 0;
  for (const other of present) {
    all += 1;
    if (!mayWrite(other.role)) viewers += 1;
    if (other.role === 'facilitator') leaders += 1;
  }
  if (all >= most) return false;
  if (role === 'facilitator') return true;
  if (all - leaders >= most - Math.floor(most * KEPT_FOR_LEADERS)) return false;
  return mayWrite(role) || viewers < most - Math.floor(most * KEPT_FOR_WRITERS);
}
