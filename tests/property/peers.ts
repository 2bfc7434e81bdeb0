import * as Y from 'yjs';
import { type ClothDoc, openCloth } from '../../shared/document/cloth-doc.ts';
import { LiveSnapshot } from '../../shared/document/live-snapshot.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { UndoStack } from '../../shared/document/undo.ts';
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
