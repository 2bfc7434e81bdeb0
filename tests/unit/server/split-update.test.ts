import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { isShallowJson } from '../../../server/sync/guard/shallow-json.ts';
import { splitHeavy, splitUpdate } from '../../../server/sync/guard/split-update.ts';
import { dropPending, screenUpdate, wouldChange } from '../../../server/sync/guard/update-guard.ts';

/** Three who write, move and delete in one document, now and then hearing of each other. */
function writtenByThree(): Y.Doc {
  let state = 7;
  const below = (most: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % most;
  };
  const docs = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
  for (let times = 0; times < 3_000; times++) {
    const doc = docs[below(3)] ?? new Y.Doc();
    const [words, things] = [doc.getText('words'), doc.getMap<Y.Map<unknown>>('things')];
    const key = `k${below(200)}`;
    const thing = things.get(key);
    if (below(3) === 0) words.insert(below(words.length + 1), 'woord'.repeat(1 + below(3)));
    else if (below(4) === 0 && words.length > 10) words.delete(below(words.length - 5), 5);
    else if (thing) thing.set(`p${below(5)}`, [times, below(9)]);
    else things.set(key, new Y.Map([['a', 1]]));
    if (below(20) === 0) for (const other of docs) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  }
  const whole = new Y.Doc();
  for (const doc of docs) Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc));
  return whole;
}

const whole = writtenByThree();

test('the parts of an update say what it said, and each stands on what came before it', () => {
  const parts = splitUpdate(Y.encodeStateAsUpdate(whole));
  expect(parts.length).toBeGreaterThan(2);
  const doc = new Y.Doc();
  for (const part of parts) {
    expect(screenUpdate(part, doc, () => false).stripped).toEqual([]);
    Y.applyUpdate(doc, part);
    expect(dropPending(doc)).toBe(false);
  }
  expect(doc.getText('words').toString()).toBe(whole.getText('words').toString());
  expect(doc.getMap('things').toJSON()).toEqual(whole.getMap('things').toJSON());
  expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(whole));
});

test('what a short update deletes of a long document is deleted in parts', () => {
  const doc = new Y.Doc();
  doc.clientID = 5;
  const things = doc.getMap('things');
  for (let n = 0; n < 10_000; n++) things.set(`k${n}`, n);
  const all = deletion(5, 0, 10_000);
  expect(screenUpdate(all, doc, () => false).isHeavy).toBe(true);
  expect(screenUpdate(deletion(5, 0, 100), doc, () => false).isHeavy).toBe(false);
  const parts = splitHeavy(all, doc);
  expect(parts.length).toBeGreaterThan(5);
  for (const part of parts) {
    expect(screenUpdate(part, doc, () => false).isHeavy).toBe(false);
    Y.applyUpdate(doc, part);
  }
  expect(things.size).toBe(0);
});

test('whether an update would change a document is found without changing it', () => {
  const doc = new Y.Doc();
  const words = doc.getText('words');
  words.insert(0, 'een twee drie');
  const known = Y.encodeStateAsUpdate(doc);
  const other = new Y.Doc();
  Y.applyUpdate(other, known);
  expect(wouldChange(known, doc)).toBe(false);
  other.getText('words').delete(0, 4);
  const deleting = Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc));
  expect(wouldChange(deleting, doc)).toBe(true);
  Y.applyUpdate(doc, deleting);
  expect(wouldChange(deleting, doc)).toBe(false);
  other.getText('words').insert(0, 'vier ');
  expect(wouldChange(Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), doc)).toBe(true);
  expect(wouldChange(deletion(99, 3, 2), doc)).toBe(true);
});

test('a value of very many values is refused', () => {
  const doc = new Y.Doc();
  doc.getMap('things').set('a', Array(20_000).fill(0));
  expect(() => splitUpdate(Y.encodeStateAsUpdate(doc))).toThrow('very many values');
});

test.each([
  ['{"a":[{"b":"[[[["}]}', true],
  [`{"a":"\\"${'['.repeat(100)}"}`, true],
  [`${'['.repeat(33)}${']'.repeat(33)}`, false],
  ['[],'.repeat(100), true],
  ['{"a":'.repeat(40), false],
])('%s is shallow: %s', (text, shallow) => {
  expect(isShallowJson(text)).toBe(shallow);
});

/** An update that deletes a stretch, and says nothing else. */
function deletion(client: number, clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [0, 1, client, 1, clock, length]) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}
