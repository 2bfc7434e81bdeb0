import { type Change, recordAt, textAt, write } from '../document/change.ts';
import type { ClothDoc } from '../document/cloth-doc.ts';
import { type ItemKind, LIMITS, type Point, type PositionLetter, positionKey } from '../model/schema.ts';
import { cleanText, isBlank } from '../text/clean-text.ts';

/** An item about to be added. `pos` is its centre, mm. */
export interface NewItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly text: string;
  readonly pos: Point;
  readonly seat: string | null;
  readonly colour: string;
  readonly by: string;
  readonly createdAt: number;
  readonly positions?: readonly PositionLetter[];
  readonly clarification?: string;
  readonly story?: string;
}

/** Puts new items on the cloth, all in one step. Words past {@link LIMITS.itemText} are cut off: ask first. */
export function addItems(cloth: ClothDoc, items: readonly NewItem[]): Change[] {
  return write(cloth, (writer) => {
    for (const { id, text, pos, positions = [], clarification = '', story = '', ...fields } of items) {
      const letters = Object.fromEntries(positions.map((letter) => [positionKey(letter), true]));
      writer.create(
        'items',
        id,
        { ...fields, pos: onCloth(pos), ...letters },
        {
          text: cleanText(text, LIMITS.itemText),
          clarification: cleanText(clarification, LIMITS.longText),
          story: cleanText(story, LIMITS.longText),
        },
      );
    }
  });
}

/** Lays items at new places (their centres, mm): one write when the hand lets go. */
export function moveItems(cloth: ClothDoc, places: ReadonlyMap<string, Point>): Change[] {
  return write(cloth, (writer) => {
    for (const [id, pos] of places) writer.set(['items', id], 'pos', onCloth(pos));
  });
}

/** Takes items off the cloth. A flag, so that undo never loses what another wrote in them meanwhile. */
export function removeItems(cloth: ClothDoc, ids: Iterable<string>): Change[] {
  return write(cloth, (writer) => {
    for (const id of ids) writer.set(['items', id], 'removed', true);
  });
}

/** Puts items that were taken off back on the cloth, with all that was written in them. */
export function putBack(cloth: ClothDoc, ids: Iterable<string>): Change[] {
  return write(cloth, (writer) => {
    for (const id of ids) writer.set(['items', id], 'removed', undefined);
  });
}

/** Turns ingredients into connectors or back; words, ties and positions stay. */
export function setItemKind(cloth: ClothDoc, ids: Iterable<string>, kind: ItemKind): Change[] {
  return write(cloth, (writer) => {
    for (const id of ids) writer.set(['items', id], 'kind', kind);
  });
}

/** Gives or takes one position of involvement; every letter is a key of its own, so concurrent letters both stay. */
export function setPosition(cloth: ClothDoc, ids: Iterable<string>, letter: PositionLetter, held: boolean): Change[] {
  return write(cloth, (writer) => {
    for (const id of ids) writer.set(['items', id], positionKey(letter), held ? true : undefined);
  });
}

/**
 * Moves an item from one position of involvement to another, in one step: `from` null gives a letter to what held none
 * there, `to` null takes a letter away.
 */
export function movePosition(
  cloth: ClothDoc,
  id: string,
  from: PositionLetter | null,
  to: PositionLetter | null,
): Change[] {
  if (from === to) return [];
  return write(cloth, (writer) => {
    if (to !== null) writer.set(['items', id], positionKey(to), true);
    if (from !== null) writer.set(['items', id], positionKey(from), undefined);
  });
}

export function setItemColour(cloth: ClothDoc, ids: Iterable<string>, colour: string): Change[] {
  return write(cloth, (writer) => {
    for (const id of ids) writer.set(['items', id], 'colour', colour);
  });
}

/** An ingredient without words is none: called when a person leaves one they emptied. Connectors may wait for a name. */
export function removeIfBlank(cloth: ClothDoc, id: string): Change[] {
  return write(cloth, (writer) => {
    const words = textAt(cloth, ['items', id, 'text'])?.toString() ?? '';
    const kind = recordAt(cloth, ['items', id])?.get('kind');
    if (kind === 'ingredient' && isBlank(words)) writer.set(['items', id], 'removed', true);
  });
}

/** Whole micrometres within the farthest coordinate: shorter in the document, and equal on every replica. */
function onCloth([x, y]: Point): Point {
  const within = (value: number) =>
    Math.round(Math.min(LIMITS.coordinate, Math.max(-LIMITS.coordinate, value || 0)) * 1000) / 1000;
  return [within(x), within(y)];
}

/** Puts or takes away the mark "what do you mean?" that asks an ingredient's writer for a clarification. */
export function setAsked(cloth: ClothDoc, id: string, asked: boolean): Change[] {
  return write(cloth, (writer) => writer.set(['items', id], 'asked', asked ? true : undefined));
}

/** Lets a slip of a theme sheet lead to a cloth (its id, never a key), or nowhere any more. */
export function setLeadsTo(cloth: ClothDoc, item: string, to: string | null): Change[] {
  return write(cloth, (writer) => writer.set(['items', item], 'leadsTo', to?.slice(0, LIMITS.id) || undefined));
}
