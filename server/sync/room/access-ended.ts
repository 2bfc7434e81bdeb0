import { CLOSE } from '../../../shared/model/protocol.ts';
import { isOver } from '../../core/keys.ts';
import type { ClothRecord } from '../../storage/storage.ts';
import type { Member } from './member.ts';

/** The reason for closing when the time of a key is over. */
export const VISIT_OVER = 'the time of this key is over';

/**
 * Why somebody may not stay, now that a record reads so; null when they may. The record is that of the sheet they are at, or
 * of the room they came through: the one says whether it still hangs there, the other whether their key still opens.
 */
export function endedBy(
  record: ClothRecord,
  { keyHash, through }: Pick<Member, 'keyHash' | 'through'>,
): { readonly code: number; readonly reason: string } | null {
  if (!through || through.commons === record.id) {
    const key = record.keys.find(({ hash }) => hash === keyHash);
    if (!key) return { code: CLOSE.unauthorised, reason: 'this link was replaced' };
    return isOver(key, Date.now()) ? { code: CLOSE.unauthorised, reason: VISIT_OVER } : null;
  }
  const now = record.hangs?.find(({ commons }) => commons === through.commons);
  if (!now) return { code: CLOSE.unauthorised, reason: 'this sheet was taken down' };
  const isSame = now.grant === through.grant && now.names === through.names;
  // They may do something else now: they come again, and find out what.
  return isSame ? null : { code: CLOSE.restarting, reason: 'this sheet hangs in another way now' };
}
