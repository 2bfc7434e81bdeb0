import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { partsOfDeletions } from './split-deletions.ts';
import { requireSound } from './update-guard.ts';
import { requireCommonShape } from './update-shape.ts';

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

/** So many stretches, or deleted stretches, in one part: some milliseconds to check, apply, store and pass on. */
const MOST_STRETCHES = 1_500;
/** Stretches of one client in one update. */
const MOST_OF_CLIENT = 500_000;
/** So much text in one part, UTF-16 units. */
const MOST_TEXT = 128 * 1024;

/**
 * A large update in parts that are quick to apply, one after the other: each builds only on what came in it or before it, and
 * what is deleted comes last. All of them together say what the update said. Throws when no cloth has an update like it.
 */
export function splitUpdate(update: Uint8Array): Uint8Array[] {
  requireFewStretches(update);
  const decoded = Y.decodeUpdate(update);
  requireSound(decoded);
  requireCommonShape(decoded.structs);
  return inParts(decoded);
}

/** The same of an update that the server itself made. */
export function splitOwn(update: Uint8Array): Uint8Array[] {
  return inParts(Y.decodeUpdate(update));
}

/** A whole document in such parts. */
export function splitDocument({ store }: Y.Doc): Uint8Array[] {
  const structs = [...store.clients.values()].flat();
  return inParts({ structs, ds: Y.createDeleteSetFromStructStore(store) });
}

function inParts({ structs, ds }: ReturnType<typeof Y.decodeUpdate>): Uint8Array[] {
  return [...partsOfStructs(structs), ...partsOfDeletions(ds, null)];
}

/** Of one client no more than any document keeps: looked at before it is decoded, which takes a hundred times its memory. */
function requireFewStretches(update: Uint8Array): void {
  const decoder = decoding.createDecoder(update);
  const clients = decoding.readVarUint(decoder);
  if (clients > 0 && decoding.readVarUint(decoder) > MOST_OF_CLIENT)
    throw new Error('this update has stretches without end');
}

function* partsOfStructs(structs: readonly Struct[]): Generator<Uint8Array> {
  let part: Struct[] = [];
  let text = 0;
  for (const struct of inOrder(structs)) {
    part.push(struct);
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) text += struct.length;
    if (part.length < MOST_STRETCHES && text < MOST_TEXT) continue;
    yield encodeStructs(part);
    part = [];
    text = 0;
  }
  if (part.length > 0) yield encodeStructs(part);
}

/** Each stretch after those in the update that it stands on: Yjs does the same, but keeps what is too early in memory. */
function* inOrder(structs: readonly Struct[]): Generator<Struct> {
  const clients = new Map<number, { readonly structs: Struct[]; next: number }>();
  for (const struct of structs) {
    const own = clients.get(struct.id.client);
    if (own) own.structs.push(struct);
    else clients.set(struct.id.client, { structs: [struct], next: 0 });
  }
  const isMissing = (id: Y.ID): boolean => {
    const own = clients.get(id.client);
    const next = own?.structs[own.next];
    const last = own?.structs.at(-1);
    return (
      next !== undefined && last !== undefined && id.clock >= next.id.clock && id.clock < last.id.clock + last.length
    );
  };
  for (const client of clients.keys()) {
    const path = [{ client, upTo: Number.POSITIVE_INFINITY }];
    const onPath = new Set([client]);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const own = clients.get(top.client);
      const struct = own?.structs[own.next];
      if (!own || !struct || struct.id.clock > top.upTo) {
        path.pop();
        onPath.delete(top.client);
        continue;
      }
      const first = standsOn(struct).find((id) => isMissing(id) && !onPath.has(id.client));
      if (first) {
        path.push({ client: first.client, upTo: first.clock });
        onPath.add(first.client);
        continue;
      }
      own.next += 1;
      yield struct;
    }
  }
}

function standsOn(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const { id, origin, rightOrigin, parent } = struct;
  const ids: Y.ID[] = [];
  for (const other of [origin, rightOrigin, parent instanceof Y.AbstractType ? parent._item?.id : parent]) {
    if (other instanceof Y.ID && other.client !== id.client) ids.push(other);
  }
  return ids;
}

function encodeStructs(structs: readonly Struct[]): Uint8Array {
  const byClient = new Map<number, Struct[]>();
  for (const struct of structs) {
    const own = byClient.get(struct.id.client);
    if (own) own.push(struct);
    // A gap says nothing where nothing stands before it.
    else if (!(struct instanceof Y.Skip)) byClient.set(struct.id.client, [struct]);
  }
  const encoder = new Y.UpdateEncoderV1();
  encoding.writeVarUint(encoder.restEncoder, byClient.size);
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder.restEncoder, own.length);
    encoder.writeClient(client);
    encoding.writeVarUint(encoder.restEncoder, own[0]?.id.clock ?? 0);
    for (const struct of own) struct.write(encoder, 0);
  }
  // Nothing is deleted.
  encoding.writeVarUint(encoder.restEncoder, 0);
  return encoder.toUint8Array();
}

/** An update that deletes more than is deleted in a moment, in parts that are each deleted in one. */
export function splitHeavy(update: Uint8Array, doc: Y.Doc): Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(update);
  return [...partsOfStructs(structs), ...partsOfDeletions(ds, doc)];
}
