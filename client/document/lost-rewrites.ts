import { DETAILS } from '../../shared/model/records.ts';
import { byId, type ClothSnapshot, type Item } from '../../shared/model/snapshot.ts';
import type { ClothSession } from './cloth-session.ts';

/** After everything is saved what others did meanwhile still takes a moment to be read, ms. */
const STILL_COMING_MS = 1_000;

/**
 * Tells of what this page rewrote off the network and somebody else took off the cloth meanwhile: both did something
 * reasonable, neither knows of the other, and the words would be gone without a word. Returns how to stop.
 */
export function watchLostRewrites(
  { snapshot, saved }: Pick<ClothSession, 'snapshot' | 'saved'>,
  lost: (items: readonly Item[]) => void,
): () => void {
  /** As they were rewritten. */
  const rewritten = new Map<string, Item>();
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  const isAway = () => saved.getState().kind === 'offline';
  const changed = (now: ClothSnapshot, before: ClothSnapshot) => {
    if (now.items === before.items) return;
    const here = byId(now.items);
    if (isAway()) {
      for (const item of before.items) {
        const after = here.get(item.id);
        // What is taken away here is this person's own act.
        if (!after) rewritten.delete(item.id);
        else if (wordsOf(after) !== wordsOf(item)) rewritten.set(item.id, after);
      }
      return;
    }
    const gone = [...rewritten.values()].filter(({ id }) => !here.has(id));
    for (const { id } of gone) rewritten.delete(id);
    if (gone.length > 0) lost(gone);
  };
  const stop = [
    snapshot.subscribe(changed),
    saved.subscribe(({ kind }) => {
      clearTimeout(forgetting);
      if (kind === 'saved') forgetting = setTimeout(() => rewritten.clear(), STILL_COMING_MS);
    }),
    () => clearTimeout(forgetting),
  ];
  return () => {
    for (const each of stop) each();
  };
}

const WORDS = DETAILS.filter(([, { kept }]) => kept === 'text' || kept === 'line').map(([key]) => key);
const wordsOf = (item: Item) => [item.text, ...WORDS.map((key) => item[key])].join('\u0000');
