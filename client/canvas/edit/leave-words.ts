import { moveItems, removeIfBlank } from '../../../shared/commands/items.ts';
import { coveredBy, stepAside } from '../../../shared/layout/step-aside.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import { byId } from '../../../shared/model/snapshot.ts';
import { isBlank } from '../../../shared/text/clean-text.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import { visitKey } from './compose.ts';
import { stepAgain } from './step-again.ts';

/** An item is opened for writing as soon as it is laid: one that is younger was laid for this visit, ms. */
const JUST_LAID_MS = 1_000;

/** What is known of an item as one begins to write in it. */
export interface Entered {
  readonly id: string;
  /** What it lay over before a word was written. */
  readonly covered: ReadonlySet<string>;
  /** It was laid to be written on now. */
  readonly isNew: boolean;
}

export function enterWords(session: ClothSession, id: string): Entered {
  const snapshot = session.snapshot.getState();
  const item = byId(snapshot.items).get(id);
  return {
    id,
    covered: coveredBy(snapshot, id, fontMeasure),
    isNew: item !== undefined && session.now() - item.createdAt < JUST_LAID_MS,
  };
}

/**
 * Ends a visit to the words of an item. What was laid to be written on now and was not, was never laid, nor any tie made
 * with it; an emptied ingredient goes. Words that grew over others, or over what came to lie there meanwhile, step aside
 * themselves: nobody else's move.
 */
export function leaveWords(session: ClothSession, { id, covered, isNew }: Entered): void {
  if (id === INITIATIVE) return;
  const item = byId(session.snapshot.getState().items).get(id);
  if (isNew && item && isBlank(item.text) && session.forget(visitKey(id))) return;
  session.perform((cloth) => removeIfBlank(cloth, id), visitKey(id));
  const place = stepAside(session.snapshot.getState(), id, covered, fontMeasure);
  if (place) session.perform((cloth) => moveItems(cloth, new Map([[id, place]])), visitKey(id));
}

/** The visit is one action, with what stepping aside again may be needed after it. Returns how to end that. */
export function settleWords(session: ClothSession, { id, isNew }: Entered, seal: () => void): () => void {
  if (isNew) return stepAgain(session, id, visitKey(id), seal);
  seal();
  return () => undefined;
}
