import type { Role } from '../../../shared/model/protocol.ts';
import { sheetOf } from '../../../shared/model/sheets.ts';
import type { ClothRecord, Hang } from '../../storage/storage.ts';

/** What somebody with a key of a room may do with a sheet that hangs there. */
export interface Through {
  readonly hang: Hang;
  /** `participant`: writes along on the sheet itself. `viewer`: sees a projection of it. */
  readonly role: Extract<Role, 'participant' | 'viewer'>;
}

/**
 * What a role in a room may do with a sheet: the lesser of the two, the role and the grant with which it hangs there. Nobody
 * leads a sheet through a room, and who only looks in the room only looks. Null when it does not hang there.
 */
export function throughRoom(sheet: ClothRecord, commons: ClothRecord, role: Role): Through | null {
  if (sheetOf(commons) !== 'commons' || sheetOf(sheet) === 'commons' || sheet.parent !== undefined) return null;
  const hang = sheet.hangs?.find((other) => other.commons === commons.id);
  if (!hang) return null;
  return { hang, role: hang.grant === 'write' && role !== 'viewer' ? 'participant' : 'viewer' };
}
