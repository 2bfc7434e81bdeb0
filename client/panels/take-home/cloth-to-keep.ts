import { readablePart } from '../../../shared/model/mask.ts';
import { CLOSE } from '../../../shared/model/protocol.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import type { ClothSession } from '../../document/cloth-session.ts';

/** What of a cloth goes into a file made on this page; `whole` is false when words that are hidden here stay out of it. */
export interface ClothToKeep {
  readonly cloth: ClothSnapshot;
  readonly whole: boolean;
}

/**
 * The cloth as this person may take it along. Never bars: a file is read long after the words were revealed. The
 * facilitator's holds every word, and so does everyone's of a cloth that is there no more: no one will reveal that now.
 * Of others' while words are hidden, what they may not read is left out.
 */
export function clothToKeep({
  role,
  snapshot,
  unmasked,
  saved,
}: Pick<ClothSession, 'role' | 'snapshot' | 'unmasked' | 'saved'>): ClothToKeep {
  const state = saved.getState();
  const gone = state.kind === 'closed' && (state.code === CLOSE.unknownCloth || state.code === CLOSE.closedForGood);
  if (role === 'facilitator' || gone) return { cloth: unmasked.getState(), whole: true };
  const shown = snapshot.getState();
  const cloth = readablePart(shown);
  return { cloth, whole: cloth === shown };
}
