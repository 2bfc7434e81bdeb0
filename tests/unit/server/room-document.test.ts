import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { EMPTY_UPDATE, newDocument } from '../../../server/sync/room/encoded-document.ts';
import { RoomDocument } from '../../../server/sync/room/room-document.ts';
import { openCloth } from '../../../shared/document/cloth-doc.ts';

const LIMITS = { clothBytes: 1_000_000, clothRecords: 1_000, clothPieces: 1_000_000 };
const LATER = Number.POSITIVE_INFINITY;

function open(update: Uint8Array): { document: RoomDocument; heard: Uint8Array[] } {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  const heard: Uint8Array[] = [];
  const changed = (change: Uint8Array): void => {
    heard.push(change);
  };
  return { document: new RoomDocument(doc, { bytes: update.length, limits: LIMITS, changed }), heard };
}

const cloth = newDocument({ title: 'leesplezier', kind: 'initiative', seats: 4, createdAt: 1 });

describe('a document that rests', () => {
  test('answers who comes in and says what it has without being woken', () => {
    const { document } = open(cloth);
    const [whole, vector] = [document.encodeAll(), document.stateVector()];
    document.restAfter(0, LATER);
    expect(document.isResting).toBe(true);
    expect(document.answer(new Uint8Array([0]))).toEqual([whole]);
    expect(document.stateVector()).toEqual(vector);
    expect(document.isResting).toBe(true);
  });

  test('wakes for the next change, and tells of it as before', () => {
    const { document, heard } = open(cloth);
    document.restAfter(0, LATER);
    openCloth(document.doc).initiative.insert(0, 'Meer ');
    expect(document.isResting).toBe(false);
    expect(heard).toHaveLength(1);
    expect(openCloth(document.doc).initiative.toString()).toBe('Meer leesplezier');
  });

  test('stays awake while it is used, and when it is large', () => {
    const { document } = open(cloth);
    document.restAfter(60_000, performance.now());
    expect(document.isResting).toBe(false);
    openCloth(document.doc).initiative.insert(0, 'x'.repeat(100_000));
    document.restAfter(0, LATER);
    expect(document.isResting).toBe(false);
  });

  test('still keeps to its version', () => {
    const { document } = open(cloth);
    document.restAfter(0, LATER);
    const { meta } = openCloth(document.doc);
    meta.set('schema', 99);
    document.version.guard();
    expect(meta.get('schema')).toBe(1);
  });

  test('ends as one that never rested, whatever is written and removed in between', () => {
    const step = fc.oneof(
      fc.record({ insert: fc.string({ minLength: 1 }), at: fc.nat() }),
      fc.record({ remove: fc.constant(1), at: fc.nat() }),
      fc.constant('rest' as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { document } = open(EMPTY_UPDATE);
        const writer = new Y.Doc();
        writer.on('update', (update: Uint8Array) => Y.applyUpdate(document.doc, update));
        const text = writer.getText('words');
        for (const each of steps) {
          if (each === 'rest') document.restAfter(0, LATER);
          else if ('insert' in each) text.insert(each.at % (text.length + 1), each.insert);
          else if (text.length > 0) text.delete(each.at % text.length, each.remove);
        }
        expect(document.doc.getText('words').toString()).toBe(text.toString());
        expect(document.stateVector()).toEqual(Y.encodeStateVector(writer));
      }),
    );
  });
});

describe('a large document', () => {
  const NEW = new Uint8Array([0]);
  const laid = (): Uint8Array => {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (let n = 0; n < 2_500; n++) doc.getMap('items').set(`i${n}`, `woord ${n} van heel veel`);
    });
    return Y.encodeStateAsUpdate(doc);
  };
  const madeOf = (updates: readonly Uint8Array[]): Y.Doc => {
    const doc = new Y.Doc();
    for (const update of updates) Y.applyUpdate(doc, update);
    return doc;
  };

  test('is encoded once for all who come in while it is written in, and anew when much was', () => {
    const { document } = open(laid());
    const [whole] = document.answer(NEW);
    const items = document.doc.getMap('items');
    for (let n = 0; n < 400; n++) {
      items.set(`i${n}`, 'ander woord');
      if (n % 100 !== 0) continue;
      const answer = document.answer(NEW);
      expect(answer[0]).toBe(whole);
      expect(answer.length).toBe(2);
      expect(madeOf(answer).getMap('items').toJSON()).toEqual(items.toJSON());
    }
    items.set('long', 'x'.repeat(70_000));
    const [anew, ...since] = document.answer(NEW);
    expect(anew).not.toBe(whole);
    expect(since).toEqual([]);
    expect(madeOf([document.encodeAll()]).getMap('items').size).toBe(items.size);
  });

  test('is not encoded anew for who names one thing of it, and who has most is sent the rest', () => {
    const { document } = open(laid());
    const [whole] = document.answer(NEW);
    const [[client = 0] = []] = [...document.doc.store.clients.keys()].map((id) => [id]);
    const vectorOf = (clock: number) => Y.encodeStateVector(new Map([[client, clock]]));
    const answer = document.answer(vectorOf(1));
    expect(answer.length).toBe(1);
    expect(answer[0]).toBe(whole);
    const [rest, ...more] = document.answer(vectorOf(2_490));
    expect(more).toEqual([]);
    expect(rest?.length).toBeLessThan(1_000);
  });
});
