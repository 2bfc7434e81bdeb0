import { type Change, write } from '../document/change.ts';
import type { ClothDoc } from '../document/cloth-doc.ts';
import { type Approach, type Contacted, LIMITS, togetherKey } from '../model/schema.ts';
import { cleanName } from '../text/clean-text.ts';

/** How a connector will be approached; null for not decided. */
export function setApproach(cloth: ClothDoc, id: string, approach: Approach | null): Change[] {
  return write(cloth, (writer) => writer.set(['items', id], 'approach', approach ?? undefined));
}

/** Whether the conversation with a connector is planned or done; null for neither. */
export function setContacted(cloth: ClothDoc, id: string, contacted: Contacted | null): Change[] {
  return write(cloth, (writer) => writer.set(['items', id], 'contacted', contacted ?? undefined));
}

/**
 * Whether two connectors are invited in one group. Written on both, so that either card shows it; who is invited with
 * another is no longer approached alone.
 */
export function setTogether(cloth: ClothDoc, a: string, b: string, together: boolean): Change[] {
  const flag = together && a !== b ? true : undefined;
  return write(cloth, (writer) => {
    writer.set(['items', a], togetherKey(b), flag);
    writer.set(['items', b], togetherKey(a), flag);
    if (flag) for (const id of [a, b]) writer.set(['items', id], 'approach', 'group');
  });
}

/** When a contact is made, in the group's own words ("after the study day"). */
export function setContactWhen(cloth: ClothDoc, id: string, when: string): Change[] {
  return write(cloth, (writer) => writer.set(['items', id], 'contactWhen', cleanName(when, LIMITS.name) || undefined));
}

/** Who of the group makes a contact. */
export function setContactBy(cloth: ClothDoc, id: string, name: string): Change[] {
  return write(cloth, (writer) => writer.set(['items', id], 'contactBy', cleanName(name, LIMITS.name) || undefined));
}
