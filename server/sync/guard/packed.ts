/** A document as the updates it is made of, one behind the other. */
export interface Packed {
  readonly bytes: Uint8Array;
  /** Where each ends. */
  readonly ends: readonly number[];
}

/** A copy of updates: they are the document's, and lie in memory with others. */
export function packed(updates: readonly Uint8Array[]): Packed {
  const bytes = new Uint8Array(updates.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  const ends = updates.map((update) => {
    bytes.set(update, end);
    end += update.length;
    return end;
  });
  return { bytes, ends };
}

/** Whether something is what {@link packed} makes. */
export function isPacked(part: unknown): part is Packed {
  return typeof part === 'object' && part !== null && 'ends' in part;
}

/** The updates of a document that was {@link packed}. */
export function unpacked({ bytes, ends }: Packed): Uint8Array[] {
  return ends.map((end, at) => bytes.subarray(at === 0 ? 0 : ends[at - 1], end));
}
