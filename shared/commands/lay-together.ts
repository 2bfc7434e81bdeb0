import { type Change, recordAt, transact, write } from '../document/change.ts';
import type { ClothDoc } from '../document/cloth-doc.ts';
import { readSnapshot } from '../document/read.ts';
import type { ClothFile, FileItem } from '../formats/cloth-file.ts';
import { snapshotOfFile } from '../formats/file-snapshot.ts';
import { BOXES, boxAt, placeInBox } from '../layout/boxes.ts';
import { placeConnector } from '../layout/free-place.ts';
import { placeIngredients } from '../layout/placing.ts';
import { ITEM_DETAILS, TIE_FIELDS } from '../model/records.ts';
import { INITIATIVE, type Point } from '../model/schema.ts';
import { byId, type ClothSnapshot } from '../model/snapshot.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { newItem } from './import-file.ts';
import { addItems, moveItems, type NewItem } from './items.ts';
import { fillIn } from './lay-record.ts';
import { addTies } from './ties.ts';

/** What somebody made alone, and the seat at the joint table that is theirs. */
export interface OwnSheet {
  readonly seat: string;
  readonly file: ClothFile;
  /** Of a part of what somebody made: all of it, by whose ties its connectors find their places. */
  readonly whole?: ClothFile;
}

/**
 * Lays individual cloths together on the joint one: every ingredient at its owner's edge, connectors in free places
 * between what they relate, ties along. Nothing covers anything. Whatever has lain here before, even if it was wiped
 * out or merged since, is not laid again, so laying twice is laying once; with `again`, what was taken away since comes
 * back, with the words it had here last. One action to undo.
 */
export function layTogether(
  cloth: ClothDoc,
  sheets: readonly OwnSheet[],
  measure: TextMeasure,
  { again = false } = {},
): Change[] {
  return transact(cloth, () => sheets.flatMap((sheet) => laySheet(cloth, sheet, measure, again)));
}

function laySheet(
  cloth: ClothDoc,
  { seat, file, whole = file }: OwnSheet,
  measure: TextMeasure,
  again: boolean,
): Change[] {
  const isGone = (kind: 'items' | 'ties', id: string) => recordAt(cloth, [kind, id])?.get('removed') === true;
  const isNew = (kind: 'items' | 'ties') => {
    return ({ id }: { readonly id: string }) => !cloth[kind].has(id) || (again && isGone(kind, id));
  };
  const items = file.items.filter(isNew('items'));
  const ingredients = items.filter((item) => item.kind === 'ingredient');
  const places = placesFor(readSnapshot(cloth), seat, ingredients, measure);
  const changes = layDown(
    cloth,
    ingredients.map((item, index) => laid(item, seat, places[index] ?? [0, 0])),
  );
  // Found place by place on one reading of the cloth, to which each is added in turn: a large sheet has hundreds.
  const records = byId(snapshotOfFile(file).items);
  let standing = readSnapshot(cloth);
  const connectors = items.flatMap((item) => {
    const record = records.get(item.id);
    if (record?.kind !== 'connector') return [];
    const pos = placeConnector(standing, relatedTo(item, whole), item.text, measure);
    standing = { ...standing, items: [...standing.items, { ...record, seat, pos }] };
    return [laid(item, seat, pos)];
  });
  changes.push(...layDown(cloth, connectors));
  const ties = file.ties.filter(isNew('ties'));
  changes.push(...bringBack(cloth, 'ties', ties), ...addTies(cloth, ties));
  changes.push(
    ...write(cloth, (writer) => {
      for (const item of items) fillIn(writer, 'items', ITEM_DETAILS, item);
      for (const tie of ties) fillIn(writer, 'ties', TIE_FIELDS, tie);
    }),
  );
  return changes;
}

/** At its owner's edge of a cloth; on a theme sheet in the box in which it was written. */
function placesFor(standing: ClothSnapshot, seat: string, items: readonly FileItem[], measure: TextMeasure): Point[] {
  const words = items.map(({ text }) => text);
  if (standing.meta.sheet !== 'theme') return placeIngredients(standing, seat, words, measure);
  const wanted = items.map(({ pos }) => boxAt(pos));
  const places = new Map<FileItem, Point>();
  for (const box of BOXES) {
    const own = items.filter((_, at) => wanted[at] === box);
    const found = placeInBox(
      standing,
      box,
      own.map(({ text }) => text),
      measure,
    );
    own.forEach((item, at) => {
      places.set(item, found[at] ?? item.pos);
    });
  }
  return items.map((item) => places.get(item) ?? item.pos);
}

/** Puts things on the cloth, or back on it where they lay before. */
function layDown(cloth: ClothDoc, items: readonly NewItem[]): Change[] {
  const back = items.filter(({ id }) => cloth.items.has(id));
  const places = new Map(back.map(({ id, pos }) => [id, pos]));
  return [...bringBack(cloth, 'items', back), ...moveItems(cloth, places), ...addItems(cloth, items)];
}

function bringBack(cloth: ClothDoc, kind: 'items' | 'ties', records: readonly { readonly id: string }[]): Change[] {
  return write(cloth, (writer) => {
    for (const { id } of records) writer.set([kind, id], 'removed', undefined);
  });
}

function laid(item: FileItem, seat: string, pos: Point): NewItem {
  return { ...newItem(item, new Map()), seat, pos };
}

/** What a connector is tied to on its own sheet, besides the initiative. */
function relatedTo({ id }: FileItem, { ties }: ClothFile): string[] {
  const ends = ties.flatMap((tie) => (tie.from === id ? tie.to : tie.to === id ? tie.from : []));
  return ends.filter((end) => end !== INITIATIVE);
}
