import * as Y from 'yjs';
import { openCloth } from '../../shared/document/cloth-doc.ts';

/** Words on {@link clothOfVersion0}, as they are to be read in every later version. */
export const WORDS_OF_VERSION_0 = ['Heleen', 'boeken', 'proefles'];

/**
 * A document as it was laid before the first release (shared/document/migrations/version-0.ts), written key by key and not
 * by today's intents: no `schema`, a place as `x` and `y`, positions as one list. One item was removed, one record never
 * could be read, and one key is nobody's.
 */
export function clothOfVersion0(): Y.Doc {
  const doc = new Y.Doc();
  const { meta, initiative, seats, items, ties } = openCloth(doc);
  doc.transact(() => {
    meta.set('title', 'leesplezier');
    meta.set('kind', 'initiative');
    meta.set('createdAt', 1_000);
    meta.set('table', { shape: 'rectangle', width: 1800, height: 1200 });
    initiative.insert(0, 'leesplezier');
    seats.set('s1', new Y.Map<unknown>(Object.entries({ name: 'Gemma', order: 0, colour: '#1d4ed8' })));
    const put = (id: string, x: number, y: number, fields: Record<string, unknown>): void => {
      const entries = {
        kind: 'ingredient',
        x,
        y,
        seat: 's1',
        colour: '#1d4ed8',
        by: 'Gemma',
        createdAt: 2_000,
        ...fields,
      };
      const item = new Y.Map<unknown>(Object.entries(entries));
      for (const key of ['text', 'clarification', 'story']) item.set(key, new Y.Text());
      items.set(id, item);
      (item.get('text') as Y.Text).insert(0, id);
    };
    put('boeken', -200, 150.5, {});
    put('Heleen', 100, 0, { kind: 'connector', positions: ['p', 'i'], approach: 'alone' });
    put('proefles', 300, -80, { positions: ['g', 'unknown letter'], 'key of another program': 7 });
    put('removed', 10, 20, { removed: true });
    put('no place', Number.NaN, 0, {});
    ties.set('t1', new Y.Map<unknown>(Object.entries({ from: 'boeken', to: 'Heleen', createdAt: 3_000 })));
    ties.set('t2', new Y.Map<unknown>(Object.entries({ from: 'Heleen', to: 'initiative', createdAt: 4_000 })));
  });
  return doc;
}
