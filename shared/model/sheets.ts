/**
 * The kinds of document there are: a tablecloth, a theme sheet, and the network room in which both can hang. All three are
 * one machinery (store, sync, roles, links), and differ in what stands in them.
 */
export const SHEETS = ['cloth', 'theme', 'commons'] as const;
export type Sheet = (typeof SHEETS)[number];

/** What can hang in a room: whatever has the roots of a cloth. */
export const HANGABLE = ['cloth', 'theme'] as const satisfies readonly Sheet[];
export type Hangable = (typeof HANGABLE)[number];

/** Where a sheet of each kind is found: under `/api/<api>/<id>`, and as a page at `/<page>/<id>`. */
export const SHEET_ADDRESSES = {
  cloth: { api: 'cloths', page: 'c' },
  theme: { api: 'themes', page: 't' },
  commons: { api: 'commons', page: 'r' },
} as const satisfies Readonly<Record<Sheet, { readonly api: string; readonly page: string }>>;

/** Of which kind something is that says so itself (`meta.sheet`, a stored record); what says nothing is a cloth. */
export function sheetOf({ sheet }: { readonly sheet?: Exclude<Sheet, 'cloth'> | undefined }): Sheet {
  return sheet ?? 'cloth';
}

/** The address of a sheet's page within the app; the key rides in the fragment, which no server or log ever sees. */
export function sheetPath(sheet: Sheet, id: string, key: string): string {
  return `/${SHEET_ADDRESSES[sheet].page}/${encodeURIComponent(id)}#${key}`;
}

/** The address of a sheet that hangs in a room, by a key of the room. */
export function pathThroughRoom(sheet: Hangable, id: string, room: string, roomKey: string): string {
  return `/${SHEET_ADDRESSES[sheet].page}/${encodeURIComponent(id)}?via=${encodeURIComponent(room)}#${roomKey}`;
}

/** What a room lets those in it do with a sheet that hangs there: look at a projection of it, or write along. */
export const GRANTS = ['look', 'write'] as const;
export type Grant = (typeof GRANTS)[number];

/** Whose names a hung sheet shows: those of people too, or only of sources such as places, things and groups. */
export const SHOWN_NAMES = ['all', 'sources'] as const;
export type ShownNames = (typeof SHOWN_NAMES)[number];
