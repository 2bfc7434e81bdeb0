import * as z from 'zod/mini';
import { readClothFile } from '../../shared/formats/cloth-file.ts';
import { snapshotOfFile } from '../../shared/formats/file-snapshot.ts';
import type { Role } from '../../shared/model/protocol.ts';
import { STONES } from '../../shared/model/schema.ts';
import {
  GRANTS,
  type Grant,
  HANGABLE,
  type Hangable,
  SHEET_ADDRESSES,
  SHOWN_NAMES,
  type Sheet,
  type ShownNames,
} from '../../shared/model/sheets.ts';
import type { ClothSnapshot } from '../../shared/model/snapshot.ts';
import { ApiError, api, type CreatedCloth, type JoinCode, type MintedKey } from './api.ts';

const text = z.string();
const perRole = z.object({ facilitator: text, participant: text, viewer: text });
const created = z.object({ id: text, epoch: text, keys: perRole, urls: perRole });
const minted = z.object({ key: text, url: text });
const joinCode = z.object({ code: text, expiresAt: z.number() });
const hung = { id: text, kind: z.enum(HANGABLE), grant: z.enum(GRANTS), names: z.enum(SHOWN_NAMES) };
const line = z.object({
  from: text,
  to: text,
  meetings: z.array(z.object({ day: text, words: text })),
  manifestation: text,
  lastWords: text,
});
const wall = z.array(
  z.object({
    ...hung,
    title: text,
    changedAt: z.number(),
    under: text,
    earlier: z.boolean(),
    roundedOff: text,
    at: z.nullable(z.enum(STONES)),
    leadsTo: z.array(text),
    line: z.optional(line),
    version: text,
  }),
);
const hanging = z.object({
  hangs: z.optional(z.array(z.object({ commons: text, grant: z.enum(GRANTS), names: z.enum(SHOWN_NAMES) }))),
});

const door = z.object({ open: z.boolean(), name: text, hours: z.number() });
const described = z.object({ expiresAt: z.optional(z.number()), door: z.optional(door) });
/** A school's own sign-in as a way into the room: what people call it, how long one is in, and whether it is open. */
export type Door = z.infer<typeof door>;

const around = z.object({
  node: text,
  name: text,
  sheets: z.array(z.object({ id: text, title: text })),
  beside: z.array(z.object({ node: text, name: text, sheet: text })),
  sentences: z.array(text),
});
const known = z.object({
  answers: z.array(z.object({ node: text, sentence: text, sheet: text, leadsTo: z.optional(text) })),
  around: z.optional(z.nullable(around)),
  recurs: z.optional(z.array(z.object({ node: text, name: text, sheets: z.array(text) }))),
  near: z.optional(z.array(z.tuple([text, text]))),
});
/** What the room knows: answers, what stands round one node, or what recurs. */
export type Known = z.infer<typeof known>;
export type Around = z.infer<typeof around>;

/** A sheet that hangs in a room, as the room lists it. */
export type HungSheet = z.infer<typeof wall>[number];
/** In which room a sheet hangs, and how. */
export type Hanging = NonNullable<z.infer<typeof hanging>['hangs']>[number];

const BASE = `/api/${SHEET_ADDRESSES.commons.api}`;
const at = (...parts: readonly string[]): string => parts.map((part) => `/${encodeURIComponent(part)}`).join('');

/** What is asked of the server for a network room. All throw `ApiError` and nothing else. */
export const commonsApi = {
  create(name: string, locale: string): Promise<CreatedCloth> {
    return api.send('POST', '', created, { body: { name, locale } }, BASE);
  },

  mintKey(id: string, key: string, role: Role): Promise<MintedKey> {
    return api.send('POST', `${at(id)}/keys`, minted, { key, body: { role } }, BASE);
  },

  joinCode(id: string, key: string): Promise<JoinCode> {
    return api.send('POST', `${at(id)}/codes`, joinCode, { key }, BASE);
  },

  /** The door of a room, for who has no key of it (any more). Throws where there is none, or it is closed. */
  door(id: string): Promise<Door> {
    return api.send('GET', `${at(id)}/door`, door, {}, BASE);
  },

  /** What this key opens: until when (ms since the epoch), where it is for a time; and the room's door, where there is one. */
  describe(id: string, key: string): Promise<z.infer<typeof described>> {
    return api.send('GET', at(id), described, { key }, BASE);
  },

  setDoor(id: string, key: string, open: boolean): Promise<Door> {
    return api.send('PUT', `${at(id)}/door`, door, { key, body: { open } }, BASE);
  },

  sheets(id: string, key: string): Promise<readonly HungSheet[]> {
    return api.send('GET', `${at(id)}/sheets`, wall, { key }, BASE);
  },

  /** What kind of sheet it is when it hangs in the room; null when it does not, or nobody can tell now. */
  async hangsHere(id: string, key: string, sheet: string): Promise<Hangable | null> {
    const found = z.object({ kind: z.enum(HANGABLE) });
    const how = await api.send('GET', at(id, 'sheets', sheet), found, { key }, BASE).catch(() => null);
    return how?.kind ?? null;
  },

  /** Who knows what: `q` asks in words, `node` looks round from there, and neither gives what recurs. */
  knows(id: string, key: string, asked: Readonly<Record<string, string>>): Promise<Known> {
    return api.send('GET', `${at(id)}/knows?${new URLSearchParams(asked)}`, known, { key }, BASE);
  },

  /** A link with which a calendar reads the meetings, and nothing else. */
  calendar(id: string, key: string): Promise<{ readonly url: string }> {
    return api.send('POST', `${at(id)}/calendar`, z.object({ url: text }), { key }, BASE);
  },

  /** What is shown of a sheet, as a snapshot to draw. */
  async projection(id: string, key: string, sheet: string): Promise<ClothSnapshot> {
    const shown = await api.send('GET', `${at(id, 'sheets', sheet)}/projection`, z.unknown(), { key }, BASE);
    const read = readClothFile(JSON.stringify(shown));
    if (!read.ok) throw new ApiError('unexpected', 200);
    return snapshotOfFile(read.file);
  },

  /** Hangs a sheet: with a key of the room, and one that leads the sheet. */
  async hang(
    id: string,
    key: string,
    sheet: { readonly id: string; readonly key: string },
    how: { readonly grant: Grant; readonly names: ShownNames },
  ): Promise<void> {
    await api.send('PUT', at(id, 'sheets', sheet.id), z.unknown(), { key, sheetKey: sheet.key, body: how }, BASE);
  },

  /** Takes a sheet down: with a key that leads the room or the sheet. */
  async takeDown(id: string, key: string, sheet: string): Promise<void> {
    await api.send('DELETE', at(id, 'sheets', sheet), z.unknown(), { key }, BASE);
  },

  /** Where a sheet hangs; for who leads it. */
  async hangs(kind: Sheet, sheet: string, key: string): Promise<readonly Hanging[]> {
    const { hangs = [] } = await api.send('GET', at(sheet), hanging, { key }, `/api/${SHEET_ADDRESSES[kind].api}`);
    return hangs;
  },
};
