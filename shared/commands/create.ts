import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { openCloth } from '../document/cloth-doc.ts';
import { markerSet } from '../method/markers.ts';
import { CIRCLES, type ClothKind, LIMITS, SCHEMA_VERSION } from '../model/schema.ts';
import type { Hangable } from '../model/sheets.ts';
import { cleanName } from '../text/clean-text.ts';

export interface NewCloth {
  /** A theme sheet has the same roots as a cloth, and says that it is one. */
  readonly sheet?: Hangable;
  /** Becomes both the cloth's title and the initiative in the middle. */
  readonly title?: string;
  readonly kind?: ClothKind;
  /** Empty seats to lay, 0–24. */
  readonly seats?: number;
  readonly createdAt: number;
  /** For an individual cloth: the one seat, laid for its owner, instead of empty ones. */
  readonly owner?: Owner;
  /** In which language it opens for who has not chosen one (a BCP 47 tag). */
  readonly language?: string;
}

/** Whose individual cloth it is: as they sit at the joint table. */
export interface Owner {
  readonly name: string;
  readonly colour: string;
  readonly holder: string | null;
}

/** Lays a new cloth in an empty document. Only the server does this: content seeded by clients would double. */
export function createCloth(doc: Y.Doc, wishes: NewCloth): void {
  const { sheet = 'cloth', title = '', kind = 'initiative', seats = 6, createdAt, owner, language } = wishes;
  const cloth = openCloth(doc);
  const name = cleanName(title, LIMITS.name);
  doc.transact(() => {
    cloth.meta.set('schema', SCHEMA_VERSION);
    cloth.meta.set('title', name);
    cloth.meta.set('kind', kind);
    if (sheet === 'theme') cloth.meta.set('sheet', sheet);
    cloth.meta.set('createdAt', createdAt);
    cloth.meta.set('circles', CIRCLES);
    cloth.meta.set('table', { shape: 'rectangle', width: TABLE.width, height: TABLE.height });
    if (language) cloth.meta.set('language', language);
    cloth.initiative.insert(0, name);
    if (owner) {
      const seat = new Y.Map<unknown>(Object.entries({ name: owner.name, order: 0, colour: owner.colour }));
      if (owner.holder !== null) seat.set('holder', owner.holder);
      cloth.seats.set(nanoid(), seat);
      return;
    }
    for (let order = 0; order < Math.min(seats, LIMITS.seats); order++) {
      const seat = new Y.Map<unknown>();
      seat.set('name', '');
      seat.set('order', order);
      seat.set('colour', markerSet(order)[0]);
      cloth.seats.set(nanoid(), seat);
    }
  });
}

/** The least sheet, mm: a table for six. With more seats the geometry lays a larger one. */
const TABLE = { width: 1800, height: 1200 } as const;
