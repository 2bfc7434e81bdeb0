import { pathThroughRoom, sheetPath } from '../../../shared/model/sheets.ts';
import { commonsApi } from '../../document/commons-api.ts';
import type { OpenedCloth } from '../cloth-context.tsx';

/** Rooms that are asked whether a cloth hangs there: those of this device that were open last. */
const MOST_ASKED = 8;

/**
 * The address of the cloth that a slip of a theme sheet leads to: with a key that this device has, else by way of a room in
 * which it hangs: the one this page was come to by, or one that this device knows. Null when there is no way.
 */
export async function wayTo(
  cloth: string,
  { device, via, linkKey }: Pick<OpenedCloth, 'device' | 'via' | 'linkKey'>,
): Promise<string | null> {
  const own = device.cloths.strongestKey(cloth);
  if (own) return sheetPath('cloth', cloth, own.key);
  const known = device.cloths.store.getState().flatMap(({ id, sheet, gone }) => {
    const held = sheet === 'commons' && !gone ? device.cloths.strongestKey(id) : null;
    return held ? [{ id, key: held.key }] : [];
  });
  const rooms = [...(via === undefined ? [] : [{ id: via, key: linkKey }]), ...known].slice(0, MOST_ASKED);
  for (const { id, key } of rooms) {
    const kind = await commonsApi.hangsHere(id, key, cloth);
    if (kind) return pathThroughRoom(kind, cloth, id, key);
  }
  return null;
}
