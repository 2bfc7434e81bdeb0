import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Deletions = ReturnType<typeof Y.decodeUpdate>['ds'];

/** So many pieces of a document are deleted in one part: some milliseconds. */
const MOST_DELETED = 1_500;

/** A stretch of one client's units that is deleted. */
interface Deleted {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

/** Whether more pieces of a document are deleted than are deleted in a moment. A few bytes can delete all of it. */
export function deletesMuch({ clients }: Deletions, doc: Y.Doc): boolean {
  let pieces = 0;
  for (const [client, stretches] of clients) {
    for (const { clock, len } of stretches) {
      const [from, to] = span(doc, client, clock, len);
      pieces += to - from;
      if (pieces > MOST_DELETED) return true;
    }
  }
  return false;
}

/** Whether anything is deleted that is not yet, or not there yet. */
export function deletesAny({ clients }: Deletions, doc: Y.Doc): boolean {
  for (const [client, stretches] of clients) {
    const structs = doc.store.clients.get(client) ?? [];
    for (const { clock, len } of stretches) {
      if (clock + len > Y.getState(doc.store, client)) return true;
      const [from, to] = span(doc, client, clock, len);
      for (let at = from; at < to; at++) if (!structs[at]?.deleted) return true;
    }
  }
  return false;
}

/** What is deleted, in parts: as many stretches, and where the document is given as many pieces of it, as go in a moment. */
export function* partsOfDeletions({ clients }: Deletions, doc: Y.Doc | null): Generator<Uint8Array> {
  let part: Deleted[] = [];
  let pieces = 0;
  for (const [client, stretches] of clients) {
    for (const { clock, len } of stretches) {
      const whole = { client, clock, length: len, pieces: 1 };
      for (const cut of doc ? cuts(doc, client, clock, len) : [whole]) {
        part.push(cut);
        pieces += cut.pieces;
        if (pieces < MOST_DELETED) continue;
        yield encodeDeletions(part);
        part = [];
        pieces = 0;
      }
    }
  }
  if (part.length > 0) yield encodeDeletions(part);
}

/** A stretch in shorter ones, each of as many pieces of the document as go in a moment; the last has what is not there yet. */
function* cuts(doc: Y.Doc, client: number, clock: number, length: number): Generator<Deleted & { pieces: number }> {
  const structs = doc.store.clients.get(client) ?? [];
  const [from, to] = span(doc, client, clock, length);
  let begin = clock;
  for (let at = from; at + MOST_DELETED < to; at += MOST_DELETED) {
    const end = structs[at + MOST_DELETED]?.id.clock ?? begin;
    yield { client, clock: begin, length: end - begin, pieces: MOST_DELETED };
    begin = end;
  }
  yield { client, clock: begin, length: clock + length - begin, pieces: Math.max(1, (to - from) % MOST_DELETED) };
}

/** Which pieces of one client a stretch covers: from the first to before the last. */
function span(doc: Y.Doc, client: number, clock: number, length: number): [from: number, to: number] {
  const structs = doc.store.clients.get(client);
  const end = Y.getState(doc.store, client);
  if (!structs || clock >= end) return [0, 0];
  const from = Y.findIndexSS(structs, clock);
  return [from, clock + length >= end ? structs.length : Y.findIndexSS(structs, clock + length - 1) + 1];
}

/** An update that deletes, and nothing else. */
function encodeDeletions(deleted: readonly Deleted[]): Uint8Array {
  const byClient = new Map<number, Deleted[]>();
  for (const stretch of deleted) {
    const own = byClient.get(stretch.client);
    if (own) own.push(stretch);
    else byClient.set(stretch.client, [stretch]);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, byClient.size);
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, own.length);
    for (const { clock, length } of own) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
  return encoding.toUint8Array(encoder);
}
