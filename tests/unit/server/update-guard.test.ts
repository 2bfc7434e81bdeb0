import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { dropPending, isEmptyUpdate, screenUpdate } from '../../../server/sync/guard/update-guard.ts';

const nobodyForeign = (): boolean => false;

function written(clientId: number, ...words: string[]): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  for (const word of words) doc.getText('t').insert(doc.getText('t').length, word);
  return doc;
}

/** An update whose only struct is a stretch of nothing (GC), and one deletion, with the numbers as given. */
function made({
  client = 1,
  clock = 0,
  length = 1,
  deleted = null as null | { clock: number; length: number },
}): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8(encoder, 0);
  encoding.writeVarUint(encoder, length);
  encoding.writeVarUint(encoder, deleted ? 1 : 0);
  if (deleted) for (const number of [client, 1, deleted.clock, deleted.length]) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}

test('an honest update passes unchanged', () => {
  const update = Y.encodeStateAsUpdate(written(1, 'one', 'two'));
  expect(screenUpdate(update, new Y.Doc(), nobodyForeign)).toEqual({ update, stripped: [], isHeavy: false });
  expect(screenUpdate(made({}), new Y.Doc(), nobodyForeign).stripped).toEqual([]);
});

test.each([
  ['an empty stretch', made({ length: 0 })],
  ['an endless stretch', made({ length: 2 ** 31 })],
  ['a clock that nobody reaches', made({ clock: 2 ** 40 })],
  ['a client id that is none', made({ client: 2 ** 33 })],
  ['an empty deletion', made({ deleted: { clock: 0, length: 0 } })],
  ['an endless deletion', made({ deleted: { clock: 1, length: 2 ** 40 } })],
  ['no update', new Uint8Array([1, 2, 3])],
  ['a count that would take all memory', new Uint8Array([1, 255, 255, 255, 127, 1, 0])],
])('%s is refused', (_name, update) => {
  const doc = new Y.Doc();
  expect(() => screenUpdate(update, doc, nobodyForeign)).toThrow();
  expect(Y.encodeStateVector(doc)).toEqual(new Uint8Array([0]));
});

test('content under the id of another live connection is taken out, the rest stays', () => {
  const both = written(1, 'mine');
  Y.applyUpdate(both, Y.encodeStateAsUpdate(written(2, 'theirs')));
  const doc = new Y.Doc();
  const { update, stripped } = screenUpdate(Y.encodeStateAsUpdate(both), doc, (clientId) => clientId === 2);
  expect(stripped).toEqual([2]);
  Y.applyUpdate(doc, update);
  expect(doc.getText('t').toString()).toBe('mine');
});

test('what the document has already of another client is no reason to take anything out', () => {
  const both = written(1, 'mine');
  const theirs = Y.encodeStateAsUpdate(written(2, 'theirs'));
  Y.applyUpdate(both, theirs);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, theirs);
  expect(screenUpdate(Y.encodeStateAsUpdate(both), doc, (clientId) => clientId === 2).stripped).toEqual([]);
});

test('what waits for missing parts is dropped, so that the next answer brings it whole', () => {
  const source = written(1, 'one');
  const first = Y.encodeStateAsUpdate(source);
  const before = Y.encodeStateVector(source);
  source.getText('t').insert(3, 'two');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(source, before));
  expect(dropPending(doc)).toBe(true);
  expect(dropPending(doc)).toBe(false);
  Y.applyUpdate(doc, first);
  expect(doc.getText('t').toString()).toBe('one');
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(source));
  expect(doc.getText('t').toString()).toBe('onetwo');
  expect(dropPending(doc)).toBe(false);
});

test('the empty update is known as such', () => {
  expect(isEmptyUpdate(Y.encodeStateAsUpdate(new Y.Doc()))).toBe(true);
  expect(isEmptyUpdate(Y.encodeStateAsUpdate(written(1, 'x')))).toBe(false);
});
