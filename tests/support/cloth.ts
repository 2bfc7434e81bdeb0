import * as Y from 'yjs';
import { addItems, type NewItem } from '../../shared/commands/items.ts';
import { addTies } from '../../shared/commands/ties.ts';
import { type ClothDoc, openCloth } from '../../shared/document/cloth-doc.ts';

/** A fresh, empty cloth in a document of its own. */
export function emptyCloth(clientId?: number): ClothDoc {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  return openCloth(doc);
}

/** An ingredient or connector with everything filled in but what a test says. */
export function item(id: string, fields: Partial<NewItem> = {}): NewItem {
  const defaults = { kind: 'ingredient', text: id, pos: [0, 0], seat: null, colour: '#1d4ed8', by: 'Gemma' } as const;
  return { id, createdAt: 1_000, ...defaults, ...fields };
}

/** An ingredient, a connector and the ties that lead through it to the initiative. */
export function smallCloth(): ClothDoc {
  const cloth = emptyCloth();
  addItems(cloth, [item('boeken', { createdAt: 1 }), item('Heleen', { kind: 'connector', createdAt: 2 })]);
  addTies(cloth, [
    { id: 'a', from: 'boeken', to: 'Heleen', createdAt: 3 },
    { id: 'b', from: 'Heleen', to: 'initiative', createdAt: 4 },
  ]);
  return cloth;
}

/** Carries everything each of the two has over to the other. */
export function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), 'wire');
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), 'wire');
}
