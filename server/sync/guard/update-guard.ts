import * as Y from 'yjs';
import { deletesAny, deletesMuch } from './split-deletions.ts';
import { requireCloth } from './update-shape.ts';

const EMPTY_UPDATE_LENGTH = 2;

/** Whether an update says nothing: what the stock client answers when it has nothing new. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === EMPTY_UPDATE_LENGTH && update[0] === 0 && update[1] === 0;
}

export interface Screened {
  readonly update: Uint8Array;
  /** The clients of which something was taken out, so that the sender still has what this document has not. */
  readonly stripped: readonly number[];
  /** It deletes more than is deleted in a moment: it has to be applied in parts. */
  readonly isHeavy: boolean;
}

/**
 * Looks at an update before it is applied. Decoding it first refuses what would make Yjs allocate or loop by a forged
 * count. New content under the client id of another live connection is taken out: applied, it would make replicas
 * differ that believe they are equal. An honest sender only relays such content, and its owner brings it too.
 * Throws when the update cannot be decoded.
 */
export function screenUpdate(update: Uint8Array, doc: Y.Doc, isForeign: (clientId: number) => boolean): Screened {
  const decoded = Y.decodeUpdate(update);
  requireSound(decoded);
  requireCloth(decoded.structs, doc);
  const { structs } = decoded;
  let foreign: Map<number, number> | null = null;
  let checked = -1;
  let checkedIsForeign = false;
  for (const { id, length } of structs) {
    if (id.client !== checked) {
      checked = id.client;
      checkedIsForeign = isForeign(id.client);
    }
    if (checkedIsForeign && id.clock + length > Y.getState(doc.store, id.client)) {
      foreign ??= new Map();
      foreign.set(id.client, Math.max(foreign.get(id.client) ?? 0, id.clock + length));
    }
  }
  const isHeavy = deletesMuch(decoded.ds, doc);
  if (!foreign) return { update, stripped: [], isHeavy };
  return { update: Y.diffUpdate(update, Y.encodeStateVector(foreign)), stripped: [...foreign.keys()], isHeavy };
}

/** Client ids are 32-bit numbers; no honest clock comes near this. */
const MOST_CLIENT_ID = 2 ** 32 - 1;
const MOST_CLOCK = 2 ** 31 - 1;

/**
 * Refuses what Yjs can decode but never writes, and stumbles over half-way when it applies it: empty or endless
 * stretches, and two stretches for one client that do not follow each other.
 */
export function requireSound({ structs, ds }: ReturnType<typeof Y.decodeUpdate>): void {
  const ends = new Map<number, number>();
  let last = -1;
  for (const struct of structs) {
    const { id, length } = struct;
    const end = id.clock + length;
    const isSound = id.client <= MOST_CLIENT_ID && length >= 1 && end <= MOST_CLOCK && !refersAhead(struct);
    const follows = id.client === last ? ends.get(id.client) === id.clock : !ends.has(id.client);
    if (!isSound || !follows) throw new Error('this update has a stretch that cannot be');
    ends.set(id.client, end);
    last = id.client;
  }
  for (const [client, deletions] of ds.clients) {
    for (const { clock, len } of deletions) {
      const isSound = client <= MOST_CLIENT_ID && len >= 1 && clock + len <= MOST_CLOCK;
      if (!isSound) throw new Error('this update deletes a stretch that cannot be');
    }
  }
}

/** Whether an item stands next to or inside something that its own client writes only later; Yjs looks for it in vain. */
function refersAhead(struct: Y.Item | Y.GC | Y.Skip): boolean {
  if (!(struct instanceof Y.Item)) return false;
  const { id, origin, rightOrigin, parent } = struct;
  return [origin, rightOrigin, parent].some(
    (other) => other instanceof Y.ID && other.client === id.client && other.clock >= id.clock,
  );
}

/**
 * Whether an update would change a document. Only looks: an update that builds on what is not there, would. Throws when it
 * cannot be decoded.
 */
export function wouldChange(update: Uint8Array, doc: Y.Doc): boolean {
  const decoded = Y.decodeUpdate(update);
  requireSound(decoded);
  const isNew = ({ id, length }: Y.Item | Y.GC | Y.Skip): boolean =>
    id.clock + length > Y.getState(doc.store, id.client);
  return decoded.structs.some((struct) => !(struct instanceof Y.Skip) && isNew(struct)) || deletesAny(decoded.ds, doc);
}

/**
 * Drops what an applied update left waiting for parts that this document does not have; they would pile up without
 * bound. Returns whether there was any: then the sender is to be asked again for all that is missing.
 */
export function dropPending(doc: Y.Doc): boolean {
  const { store } = doc;
  if (store.pendingStructs === null && store.pendingDs === null) return false;
  store.pendingStructs = null;
  store.pendingDs = null;
  return true;
}
