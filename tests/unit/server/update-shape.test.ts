import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { screenUpdate } from '../../../server/sync/guard/update-guard.ts';
import { exampleCloth } from '../../../shared/commands/example.ts';
import { importClothFile } from '../../../shared/commands/import-file.ts';
import { openCloth } from '../../../shared/document/cloth-doc.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';

const take =
  (update: Uint8Array, doc = new Y.Doc()) =>
  () =>
    screenUpdate(update, doc, () => false);

/** The whole of a document in which `depth` maps lie in each other, made by `clients` in turn. */
function nested(depth: number, clients = [1]): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  let parent = doc.getMap('items') as Y.Map<unknown>;
  for (let level = 0; level < depth; level++) {
    doc.clientID = clients[level % clients.length] ?? 1;
    const inner = new Y.Map();
    parent.set('inner', inner);
    parent = inner;
  }
  return updates;
}

/** One item under a root key, written by hand: `between` null origins. */
function stretches(count: number): Uint8Array {
  const encoder = encoding.createEncoder();
  const write = (...numbers: number[]) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number);
  };
  write(1, count, 77, 0);
  for (let nth = 0; nth < count; nth++) {
    // ContentAny under a root map's key, with neither a left nor a right neighbour.
    encoding.writeUint8(encoder, 8 | 32);
    write(1);
    encoding.writeVarString(encoder, 'meta');
    encoding.writeVarString(encoder, 'title');
    write(1);
    encoding.writeAny(encoder, nth);
  }
  write(0);
  return encoding.toUint8Array(encoder);
}

/** A piece of formatting in the initiative's words, with this JSON for its value. */
function formatted(json: string): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, 77, 0]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8(encoder, 6);
  encoding.writeVarUint(encoder, 1);
  for (const text of ['initiative', 'b', json]) encoding.writeVarString(encoder, text);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

describe('an update is refused', () => {
  test('that nests types without end, in one go, by two clients, or bit by bit', () => {
    const all = nested(40);
    expect(take(Y.mergeUpdates(all))).toThrow('types within types');
    expect(take(Y.mergeUpdates(nested(40, [1, 2])))).toThrow('types within types');
    const doc = new Y.Doc();
    const refused = all.findIndex((update) => {
      try {
        Y.applyUpdate(doc, screenUpdate(update, doc, () => false).update);
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toBeGreaterThan(3);
    expect(refused).toBeLessThan(20);
  });

  test('that holds a value too deep to be written as JSON again', () => {
    expect(take(formatted('['.repeat(20_000) + ']'.repeat(20_000)))).toThrow();
    expect(take(formatted('[[1]]'))).not.toThrow();
    const doc = new Y.Doc();
    let deep: unknown = 1;
    for (let level = 0; level < 100; level++) deep = { deep };
    doc.getMap('meta').set('title', deep);
    expect(take(Y.encodeStateAsUpdate(doc))).toThrow('nested too deeply');
  });

  test('of which one client’s stretches all want the same place', () => {
    expect(take(stretches(9))).toThrow('the same place');
    expect(take(stretches(8))).not.toThrow();
  });

  test('by more clients than ever wrote in one cloth', () => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 20_001);
    for (let client = 20_001; client > 0; client--) {
      for (const number of [1, client, 0]) encoding.writeVarUint(encoder, number);
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint(encoder, 1);
    }
    encoding.writeVarUint(encoder, 0);
    expect(take(encoding.toUint8Array(encoder))).toThrow('too many clients');
  });
});

describe('an update is taken', () => {
  test('of a whole cloth, in one go and change by change', () => {
    const doc = new Y.Doc();
    const changes: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => changes.push(update));
    const cloth = openCloth(doc);
    importClothFile(cloth, exampleCloth('nl', fontMeasure, 1));
    expect(take(Y.encodeStateAsUpdate(doc))).not.toThrow();
    const other = new Y.Doc();
    for (const change of changes) Y.applyUpdate(other, screenUpdate(change, other, () => false).update);
    expect(Y.encodeStateVector(other)).toEqual(Y.encodeStateVector(doc));
  });

  test('of words typed forwards, backwards and in the middle, and of a word moved a thousand times', () => {
    const doc = new Y.Doc();
    const { initiative, meta } = openCloth(doc);
    doc.transact(() => {
      for (let nth = 0; nth < 1_000; nth++) {
        initiative.insert(0, 'a');
        initiative.insert(initiative.length, 'z');
        initiative.insert(initiative.length >> 1, 'm');
        meta.set('title', `${nth}`);
      }
    });
    expect(take(Y.encodeStateAsUpdate(doc))).not.toThrow();
  });
});
