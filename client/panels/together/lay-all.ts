import { nanoid } from 'nanoid';
import { layTogether, type OwnSheet } from '../../../shared/cloth/intents/lay-together.ts';
import { byId } from '../../../shared/cloth/snapshot.ts';
import { readClothFile } from '../../../shared/formats/cloth-file.ts';
import { fontMeasure } from '../../../shared/scene/text-measure.ts';
import { api } from '../../session/api.ts';
import type { ClothSession } from '../../session/cloth-session.ts';

/** What became of laying together. */
export interface LaidTogether {
  /** How many things came, and from which seats. */
  readonly came: number;
  readonly from: readonly string[];
  /** Things that lay here before and were taken away or made one with another since: they stay away. */
  readonly away: number;
  /** Why not all of it could be laid; what was laid stays. */
  readonly stopped: 'may-not-write' | 'too-large' | null;
}

/** What lies on everybody's own cloth, by seat. Throws `ApiError`. */
export async function fetchSheets({ id }: ClothSession, key: string): Promise<readonly OwnSheet[]> {
  const individuals = await api.individuals(id, key);
  const sheets = await Promise.all(
    individuals.map(async ({ id: own, seat }): Promise<OwnSheet[]> => {
      const read = readClothFile(await api.individualFile(id, key, own));
      return read.ok ? [{ seat, file: read.file }] : [];
    }),
  );
  return sheets.flat();
}

/**
 * Lays everybody's own cloth on the joint one, one after the other (each fits in a message) and all as one step to take
 * back. With `again`, what was taken away since it lay here comes back too.
 */
export function layAll(session: ClothSession, sheets: readonly OwnSheet[], { again = false } = {}): LaidTogether {
  const action = `lay together ${nanoid()}`;
  const from: string[] = [];
  let came = 0;
  let stopped: LaidTogether['stopped'] = null;
  for (const sheet of sheets) {
    const before = byId(session.unmasked.getState().items);
    const missing = sheet.file.items.filter((item) => !before.has(item.id)).length;
    const { kind } = session.tryPerform((cloth) => layTogether(cloth, [sheet], fontMeasure, { again }), action);
    if (kind === 'may-not-write' || kind === 'too-large') stopped = kind;
    if (stopped === 'may-not-write') break;
    const after = byId(session.unmasked.getState().items);
    const laid = missing - sheet.file.items.filter((item) => !after.has(item.id)).length;
    if (laid > 0) from.push(sheet.seat);
    came += laid;
  }
  session.seal();
  const here = byId(session.unmasked.getState().items);
  const away = stopped ? 0 : sheets.flatMap(({ file }) => file.items).filter((item) => !here.has(item.id)).length;
  return { came, from, away, stopped };
}
