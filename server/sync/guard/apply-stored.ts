import * as Y from 'yjs';

/**
 * The document that stored updates make. All are applied in one transaction, which costs little more than a snapshot; only
 * if one of them makes Yjs throw are they tried one by one, and those that do are left out and counted.
 */
export function applyStored(updates: readonly Uint8Array[]): { readonly doc: Y.Doc; readonly refused: number } {
  const sound = [...updates];
  for (;;) {
    const doc = new Y.Doc();
    if (applied(doc, sound)) return { doc, refused: updates.length - sound.length };
    doc.destroy();
    sound.splice(firstRefused(sound), 1);
  }
}

function applied(doc: Y.Doc, updates: readonly Uint8Array[]): boolean {
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
    return true;
  } catch {
    return false;
  }
}

/** The first update that cannot be applied after those before it; the last, if it is only all together that fails. */
function firstRefused(updates: readonly Uint8Array[]): number {
  const doc = new Y.Doc();
  const index = updates.findIndex((update) => !applied(doc, [update]));
  doc.destroy();
  return index < 0 ? updates.length - 1 : index;
}
