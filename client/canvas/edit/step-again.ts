import { moveItems } from '../../../shared/commands/items.ts';
import { coveredBy, stepAside } from '../../../shared/layout/step-aside.ts';
import type { ClothSnapshot, Item } from '../../../shared/model/snapshot.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import type { ClothSession } from '../../document/cloth-session.ts';

/** So long what others laid at the same moment may be under way, ms. */
const UNDER_WAY_MS = 5_000;
/** What was laid within so long of each other was laid at the same moment, a visit to its words included, ms. */
const SAME_MOMENT_MS = 60_000;

/** What was just laid here, as it is left. */
interface Laid {
  readonly item: Item;
  readonly ties: number;
}

/**
 * Looks, just after something was laid here, whether another page laid something in the same place before either could know.
 * Of the two, what comes later in the order of the cloth steps aside, on its own page alone, as part of the action `key`;
 * not when anybody has changed, tied or taken hold of it since. Calls `ended` once; returns how to end it before that.
 */
export function stepAgain(session: ClothSession, id: string, key: string, ended: () => void): () => void {
  let laid = laidIn(session.snapshot.getState(), id);
  let over = false;
  const end = (): void => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    stop();
    ended();
  };
  const look = (): void => {
    const snapshot = session.snapshot.getState();
    const now = laidIn(snapshot, id);
    if (over) return;
    if (!laid || now?.item !== laid.item || now.ties !== laid.ties || isHeld(session, id)) {
      end();
      return;
    }
    const place = coversEarlier(snapshot, laid.item) ? stepAside(snapshot, id, new Set(), fontMeasure) : null;
    if (!place) return;
    session.perform((cloth) => moveItems(cloth, new Map([[id, place]])), key);
    laid = laidIn(session.snapshot.getState(), id);
  };
  const timer = setTimeout(end, UNDER_WAY_MS);
  // Deferred, so that all who listen see this snapshot before it is changed again.
  const stop = session.snapshot.subscribe(() => queueMicrotask(look));
  return end;
}

function laidIn({ items, ties }: ClothSnapshot, id: string): Laid | null {
  const item = items.find((each) => each.id === id);
  return item ? { item, ties: ties.filter(({ from, to }) => from === id || to === id).length } : null;
}

function isHeld(session: ClothSession, id: string): boolean {
  return session.people
    .getState()
    .some(({ editing, drags }) => editing === id || drags.some(({ ids }) => ids.includes(id)));
}

/** Whether an item lies over one that was laid at the same moment and comes before it in the order of all items. */
function coversEarlier(snapshot: ClothSnapshot, own: Item): boolean {
  const covered = coveredBy(snapshot, own.id, fontMeasure);
  const before = snapshot.items.slice(0, snapshot.items.indexOf(own));
  return before.some(({ id, createdAt }) => covered.has(id) && own.createdAt - createdAt < SAME_MOMENT_MS);
}
