import { nanoid } from 'nanoid';
import { layTogether, type OwnSheet } from '../../../shared/commands/lay-together.ts';
import type { ClothDoc } from '../../../shared/document/cloth-doc.ts';
import { readClothFile } from '../../../shared/formats/cloth-file.ts';
import { partsOfFile } from '../../../shared/formats/file-parts.ts';
import { byId } from '../../../shared/model/snapshot.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { apiOf } from '../../document/api.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import { LARGEST_ACTION } from '../../document/too-large.ts';

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
export async function fetchSheets(session: ClothSession, key: string): Promise<readonly OwnSheet[]> {
  const { id } = session;
  const api = apiOf(session);
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
 * Lays everybody's own cloth on the joint one, one after the other (a large one in parts that each fit in a message) and
 * all as one step to take back. A cloth too large to be laid at all is passed by. With `again`, what was taken away since it lay here comes back too.
 */
export function layAll(
  session: Pick<ClothSession, 'tryPerform' | 'seal' | 'unmasked'>,
  sheets: readonly OwnSheet[],
  { again = false } = {},
): LaidTogether {
  const action = `lay together ${nanoid()}`;
  const from: string[] = [];
  let came = 0;
  let stopped: LaidTogether['stopped'] = null;
  for (const sheet of sheets) {
    const before = byId(session.unmasked.getState().items);
    const missing = sheet.file.items.filter((item) => !before.has(item.id)).length;
    const refused = laySheet(session, sheet, { again }, action);
    if (refused) stopped = refused;
    if (refused === 'may-not-write') break;
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

/** One person's cloth, in as many parts as it takes; why not all of it could be laid, or null. */
function laySheet(
  session: Pick<ClothSession, 'tryPerform'>,
  { seat, file }: OwnSheet,
  options: { readonly again: boolean },
  action: string,
): LaidTogether['stopped'] {
  const parts = partsOfFile(file).map((part): OwnSheet => ({ seat, file: part, whole: file }));
  const lay = (part: OwnSheet) => (cloth: ClothDoc) => layTogether(cloth, [part], fontMeasure, options);
  // About what it adds to the cloth: to lay it for trial would cost as much as laying it.
  const bytes = new TextEncoder().encode(JSON.stringify(file)).byteLength;
  if (bytes > LARGEST_ACTION) return 'too-large';
  for (const part of parts) {
    const { kind } = session.tryPerform(lay(part), action);
    if (kind === 'may-not-write' || kind === 'too-large') return kind;
  }
  return null;
}
