import type { ClothFile, FileItem } from '../../formats/cloth-file.ts';
import { placeConnector } from '../../geometry/free-place.ts';
import { placeIngredients } from '../../geometry/placing.ts';
import type { TextMeasure } from '../../scene/text-measure.ts';
import { type Change, together, write } from '../change.ts';
import { readSnapshot } from '../read.ts';
import { type ClothDoc, INITIATIVE, type Point } from '../schema.ts';
import { fillIn, newItem } from './import-file.ts';
import { addItems, type NewItem } from './items.ts';
import { addTies } from './ties.ts';

/** What somebody made alone, and the seat at the joint table that is theirs. */
export interface OwnSheet {
  readonly seat: string;
  readonly file: ClothFile;
}

/**
 * Lays individual cloths together on the joint one: every ingredient at its owner's edge, connectors in free places
 * between what they relate, ties along. Nothing covers anything. Whatever has lain here before, even if it was wiped
 * out or merged since, is not laid again, so laying twice is laying once. One action to undo.
 */
export function layTogether(cloth: ClothDoc, sheets: readonly OwnSheet[], measure: TextMeasure): Change[] {
  return together(cloth, () => sheets.flatMap((sheet) => laySheet(cloth, sheet, measure)));
}

function laySheet(cloth: ClothDoc, { seat, file }: OwnSheet, measure: TextMeasure): Change[] {
  const items = file.items.filter((item) => !cloth.items.has(item.id));
  const ingredients = items.filter((item) => item.kind === 'ingredient');
  const words = ingredients.map((item) => item.text);
  const places = placeIngredients(readSnapshot(cloth), seat, words, measure);
  const changes = addItems(
    cloth,
    ingredients.map((item, index) => laid(item, seat, places[index] ?? [0, 0])),
  );
  for (const connector of items.filter((item) => item.kind === 'connector')) {
    const related = relatedTo(connector, file);
    const place = placeConnector(readSnapshot(cloth), related, connector.text, measure);
    changes.push(...addItems(cloth, [laid(connector, seat, place)]));
  }
  const ties = file.ties.filter((tie) => !cloth.ties.has(tie.id));
  changes.push(...addTies(cloth, ties));
  changes.push(
    ...write(cloth, (writer) => {
      for (const item of items) fillIn(writer, item);
      for (const tie of ties) if (tie.expected) writer.set(['ties', tie.id], 'expected', true);
    }),
  );
  return changes;
}

function laid(item: FileItem, seat: string, pos: Point): NewItem {
  return { ...newItem(item, new Map()), seat, pos };
}

/** What a connector is tied to on its own sheet, besides the initiative. */
function relatedTo({ id }: FileItem, { ties }: ClothFile): string[] {
  const ends = ties.flatMap((tie) => (tie.from === id ? tie.to : tie.to === id ? tie.from : []));
  return ends.filter((end) => end !== INITIATIVE);
}
