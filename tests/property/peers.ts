import * as Y from 'yjs';
import { type ClothDoc, openCloth } from '../../shared/document/cloth-doc.ts';
import { LiveSnapshot } from '../../shared/document/live-snapshot.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { UndoStack } from '../../shared/document/undo.ts';
import {
  ITEM_DETAILS,
  ITEM_FIELDS,
  MARK_FIELDS,
  MOMENT_FIELDS,
  NOTE_FIELDS,
  PATH_FIELDS,
  PHOTO_FIELDS,
  PROGRAMME_FIELDS,
  type Table as Rows,
  SEAT_FIELDS,
  TIE_FIELDS,
} from '../../shared/model/records.ts';
import type { ClothSnapshot } from '../../shared/model/snapshot.ts';

/** A page at the table: its document, its live snapshot and its own undo. */
export interface Peer {
  readonly cloth: ClothDoc;
  readonly live: LiveSnapshot;
  readonly undo: UndoStack;
  /** Updates from each other peer that have not arrived here yet, in sending order per sender. */
  readonly inbox: Map<Peer, Uint8Array[]>;
}

/** Peers joined by wires that deliver late, in any interleaving, and to an offline peer not at all for a while. */
export class Table {
  readonly peers: readonly Peer[];

  constructor(count: number, seed: (doc: Y.Doc) => void) {
    const origin = new Y.Doc();
    origin.clientID = 1;
    seed(origin);
    const start = Y.encodeStateAsUpdate(origin);
    this.peers = Array.from({ length: count }, (_, index) => {
      const doc = new Y.Doc();
      doc.clientID = 100 + index;
      Y.applyUpdate(doc, start, 'wire');
      const cloth = openCloth(doc);
      return { cloth, live: new LiveSnapshot(doc), undo: new UndoStack(cloth), inbox: new Map() };
    });
    for (const peer of this.peers) {
      for (const other of this.peers) if (other !== peer) other.inbox.set(peer, []);
      peer.cloth.doc.on('update', (update: Uint8Array, from: unknown) => {
        if (from === 'wire') return;
        for (const other of this.peers) other.inbox.get(peer)?.push(update);
      });
    }
  }

  /** Delivers up to `count` waiting updates to one peer, from a sender picked by `pick`. */
  deliver(to: Peer, count: number, pick: number): void {
    const waiting = [...to.inbox.values()].filter((updates) => updates.length > 0);
    const updates = waiting[pick % Math.max(1, waiting.length)];
    for (const update of updates?.splice(0, count) ?? []) Y.applyUpdate(to.cloth.doc, update, 'wire');
  }

  /** Everybody is back on the wire and everything arrives. */
  settle(): void {
    for (const peer of this.peers) {
      for (const updates of peer.inbox.values()) {
        for (const update of updates.splice(0)) Y.applyUpdate(peer.cloth.doc, update, 'wire');
      }
    }
  }

  snapshots(): ClothSnapshot[] {
    return this.peers.map((peer) => readSnapshot(peer.cloth));
  }
}

/** Every unit of words that stands anywhere in a document, on removed items too. */
export function allWords({ items, programme, path, initiative }: ClothDoc): string {
  let words = initiative.toString();
  for (const record of [items, programme, path].flatMap((records) => [...records.values()])) {
    if (!(record instanceof Y.Map)) continue;
    for (const value of record.values()) if (value instanceof Y.Text) words += value.toString();
  }
  return words;
}

/** The tables of a cloth's records, and of what stands beside records in the same map. */
const TABLES: Readonly<Record<string, { readonly records: Rows; readonly beside?: Rows }>> = {
  seats: { records: SEAT_FIELDS },
  items: { records: { ...ITEM_FIELDS, ...ITEM_DETAILS } },
  ties: { records: TIE_FIELDS },
  moments: { records: MOMENT_FIELDS },
  programme: { records: MARK_FIELDS, beside: PROGRAMME_FIELDS },
  path: { records: NOTE_FIELDS, beside: PATH_FIELDS },
  photos: { records: PHOTO_FIELDS },
};

/** Keys in a document that no row of its record's table accounts for: what is not read, nor stands in any file. */
export function keysWithoutRow({ doc }: ClothDoc): string[] {
  const strays = new Set<string>();
  for (const [root, { records, beside = {} }] of Object.entries(TABLES)) {
    for (const [id, record] of doc.getMap(root).entries()) {
      if (!(record instanceof Y.Map)) {
        if (!(id in beside)) strays.add(`${root}.${id}`);
        continue;
      }
      for (const key of record.keys()) if (key !== 'removed' && !hasRow(records, key)) strays.add(`${root}.*.${key}`);
    }
  }
  return [...strays];
}

function hasRow(rows: Rows, key: string): boolean {
  return key in rows || Object.values(rows).some((row) => 'under' in row && key.startsWith(row.under));
}

/** Rows of the tables that nothing in a document, records that were taken away included, ever said anything by. */
export function rowsNotWritten({ doc }: ClothDoc): string[] {
  return Object.entries(TABLES).flatMap(([root, { records, beside = {} }]) => {
    const map = doc.getMap(root);
    const keys = [...map.values()].flatMap((record) => (record instanceof Y.Map ? [...record.keys()] : []));
    const unwritten = Object.entries(records).filter(([row, of]) => !keys.some((key) => hasRow({ [row]: of }, key)));
    const unsaid = Object.keys(beside).filter((key) => !map.has(key));
    return [...unwritten.map(([row]) => `${root}.*.${row}`), ...unsaid.map((key) => `${root}.${key}`)];
  });
}
