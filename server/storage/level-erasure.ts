import type { Database } from './level-files.ts';
import * as keys from './level-keys.ts';
import { readJson } from './level-records.ts';
import type { ClothRecord } from './storage.ts';

/** All keys under which something of a cloth lies. Of a damaged record (null) what leads to its cloth is looked for. */
export async function keysOfCloth(db: Database, id: string, record: ClothRecord | null): Promise<string[]> {
  const { parent, codes = [] } = record ?? {};
  const leading = record ? codes.map(({ code }) => keys.codeKey(code)) : await keysLeadingTo(db, id);
  if (parent !== undefined) leading.push(keys.individualKey(parent, id));
  const log = await db.keys(keys.logRange(id)).all();
  const own = [keys.recordKey, keys.sessionKey, keys.changedKey, keys.originalKey, keys.photoKey];
  return [...log, ...leading, ...own.map((keyOf) => keyOf(id))];
}

/** The joint cloth of an individual one whose record is damaged; null when it is none. */
export async function parentOf(db: Database, id: string): Promise<string | null> {
  const leading = (await keysLeadingTo(db, id)).map(keys.parentOfIndividual);
  return leading.find((parent) => parent !== null) ?? null;
}

async function keysLeadingTo(db: Database, id: string): Promise<string[]> {
  const entries = [...(await db.iterator(keys.CODE_RANGE).all()), ...(await db.iterator(keys.INDIVIDUAL_RANGE).all())];
  return entries.filter(([, value]) => readJson(value) === id).map(([key]) => key);
}
