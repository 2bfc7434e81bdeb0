import * as Y from 'yjs';

/** Types within types: a cloth has maps of maps of words. Yjs walks deeper ones by recursion, and breaks off. */
const MOST_NESTED = 16;
/** Values within values, for what is written as JSON: much deeper, it cannot be encoded any more. */
const MOST_DEPTH = 64;
/** Values in one value: a tie has two ends and a place two numbers, and nothing on a cloth holds a list of thousands. */
const MOST_VALUES = 10_000;
/** A client writes one stretch between the same two neighbours; beside many such ones Yjs walks past all for each. */
const MOST_BETWEEN = 8;
/** Devices that ever wrote in one cloth; each takes its place in every state vector. */
const MOST_CLIENTS = 20_000;

type Struct = Y.Item | Y.GC | Y.Skip;

/**
 * Refuses an update of a shape that no cloth has and that Yjs takes in, only to break off over it later (too deeply nested), or
 * to take minutes. Throws.
 */
export function requireCloth(structs: readonly Struct[], doc: Y.Doc): void {
  requireFewClients(structs, doc);
  requireCommonShape(structs);
  if (structs.some((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentType)) {
    requireFlat(structs, doc);
  }
}

/** What of {@link requireCloth} can be said without the document. Throws. */
export function requireCommonShape(structs: readonly Struct[]): void {
  requireOrdered(structs);
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    let left = MOST_VALUES;
    for (const value of plainIn(struct.content)) left = requirePlain(value, MOST_DEPTH, left);
  }
}

function requireFewClients(structs: readonly Struct[], { store }: Y.Doc): void {
  let fresh = 0;
  let last = -1;
  for (const { id } of structs) {
    if (id.client !== last && !store.clients.has(id.client)) fresh += 1;
    last = id.client;
  }
  if (fresh > 0 && store.clients.size + fresh > MOST_CLIENTS) throw new Error('too many clients wrote in this cloth');
}

/** One client's stretches do not all want the same place. */
function requireOrdered(structs: readonly Struct[]): void {
  if (structs.length <= MOST_BETWEEN) return;
  const between = new Map<string, number>();
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const { id, origin, rightOrigin, parent, parentSub } = struct;
    // Of its own, what follows on its own last stretch is what typing makes; there are many, and they are cheap.
    if (origin?.client === id.client && origin.clock === id.clock - 1) continue;
    const of = parent instanceof Y.ID ? nameOf(parent) : String(parent);
    const key = `${id.client} ${nameOf(origin)} ${nameOf(rightOrigin)} ${of} ${parentSub}`;
    const count = (between.get(key) ?? 0) + 1;
    if (count > MOST_BETWEEN) throw new Error('this update has many stretches that want the same place');
    between.set(key, count);
  }
}

const nameOf = (id: Y.ID | null): string => (id ? `${id.client}.${id.clock}` : '-');

/** The plain values that an item holds. */
function plainIn(content: Y.Item['content']): readonly unknown[] {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr;
  if (content instanceof Y.ContentFormat) return [content.value];
  return content instanceof Y.ContentEmbed ? [content.embed] : [];
}

/** Returns how many values more there may be. */
function requirePlain(value: unknown, depth: number, most: number): number {
  let left = most - 1;
  if (left < 0) throw new Error('this update holds a value of very many values');
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return left;
  if (depth === 0) throw new Error('this update holds a value that is nested too deeply');
  for (const inner of Object.values(value)) left = requirePlain(inner, depth - 1, left);
  return left;
}

/**
 * No type lies deeper than {@link MOST_NESTED}, in the update and in what it is added to. A type is made in what is there
 * already, or by the same client before it: where its place cannot be told it is refused.
 */
function requireFlat(structs: readonly Struct[], doc: Y.Doc): void {
  const depths = new Map<string, number>();
  const depthOf = (id: Y.ID): number => depths.get(nameOf(id)) ?? depthIn(doc, id);
  for (const struct of structs) {
    if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentType)) continue;
    const { origin, rightOrigin, parent } = struct;
    const beside = origin ?? rightOrigin;
    const depth = parent instanceof Y.ID ? depthOf(parent) + 1 : beside && parent === null ? depthOf(beside) : 1;
    if (depth > MOST_NESTED) throw new Error('this update has types within types without end');
    depths.set(nameOf(struct.id), depth);
  }
}

/** How deep an item of the document lies; without end when it is not there. */
function depthIn({ store }: Y.Doc, id: Y.ID): number {
  if (id.clock >= Y.getState(store, id.client)) return Number.POSITIVE_INFINITY;
  const found: unknown = Y.getItem(store, id);
  let depth = 0;
  for (let at = found instanceof Y.Item ? found : null; at !== null && depth <= MOST_NESTED; ) {
    depth += 1;
    const { parent }: Y.Item = at;
    at = parent instanceof Y.AbstractType ? parent._item : null;
  }
  return depth;
}
