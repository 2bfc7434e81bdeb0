import type { RecentCloth } from '../../device/recent-cloths.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import { peopleOf } from '../../panels/people/at-table.ts';

/** Whether a group that is at the table would be left without anyone to lead it when this page goes. */
export function leavesGroupAlone({ role, present, saved }: Pick<ClothSession, 'role' | 'present' | 'saved'>): boolean {
  const others = peopleOf(present.getState());
  const connected = saved.getState().kind === 'saved' || saved.getState().kind === 'saving';
  return role === 'facilitator' && connected && others.length > 0 && !others.some((other) => other.role === role);
}

/** Whether, as far as this device knows, no other device could lead a cloth once this one has forgotten it. */
export function isLastLeader({ keys, gone, othersLead }: RecentCloth): boolean {
  return keys.facilitator !== undefined && !gone && !othersLead;
}
