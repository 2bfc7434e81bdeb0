import type { DoorNews } from '../../../shared/model/door.ts';
import { SHEET_ADDRESSES, sheetPath } from '../../../shared/model/sheets.ts';

const ID = /^[0-9A-Za-z]{1,64}$/;
/** A sheet that hangs in the room: its page and id, nothing else. */
const SHEET = new RegExp(`^/(?:${SHEET_ADDRESSES.cloth.page}|${SHEET_ADDRESSES.theme.page})/[0-9A-Za-z]{1,64}$`);

/** The page somebody wants to be at in the end, if it is one of this app's sheets; every other wish is none. */
export function wishedPath(to: unknown): string | null {
  return typeof to === 'string' && SHEET.test(to) ? to : null;
}

/** Where somebody goes who got in: an own path, whatever was asked. */
export function pathIn(room: string, to: string | null, key: string): string {
  return to === null ? sheetPath('commons', room, key) : `${to}?via=${room}#${key}`;
}

/** The room's page, which says why somebody did not get in; of what can be no room, the first page. */
export function pathOut(room: string, news: DoorNews): string {
  return ID.test(room) ? `/${SHEET_ADDRESSES.commons.page}/${room}?door=${news}` : '/';
}

/** To which room a state that came back belongs, by its own word: good for showing a page, and for nothing else. */
export function roomOfState(state: unknown): string {
  return typeof state === 'string' ? (state.split('.')[0] ?? '') : '';
}
