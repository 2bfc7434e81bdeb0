import { sheetPath } from '../../../shared/model/sheets.ts';

/** A network room with a key of it. */
export interface RoomLink {
  readonly id: string;
  readonly key: string;
}

const PAGE = sheetPath('commons', '', '').replace('#', '');

/** Which room a link leads to, however it was copied; null when it is none of this site's rooms. */
export function readRoomLink(text: string, origin: string): RoomLink | null {
  const trimmed = text.trim();
  if (!trimmed.startsWith(`${origin}${PAGE}`)) return null;
  const [, id, key] = /^([\w-]{1,128})\/?#([\w-]+)/.exec(trimmed.slice(origin.length + PAGE.length)) ?? [];
  return id && key ? { id, key } : null;
}
