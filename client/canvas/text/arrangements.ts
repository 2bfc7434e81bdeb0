import { byId } from '../../../shared/model/snapshot.ts';
import { permissionsIn } from '../../facilitation/permissions.ts';
import type { ClothContext } from '../canvas-handle.ts';
import type { Hands } from '../input/hands.ts';

/**
 * Lets go of what is in hand when the session's arrangements end it: the time is over and input waits, or the words that
 * are being written are no longer this person's to change. What was typed is written, and so is what an input method
 * still had; a gesture half way is dropped. Returns how to stop.
 */
export function followArrangements({ session, view }: ClothContext, hands: Hands): () => void {
  const look = () => {
    const { editing } = view.getState();
    const item = editing === null ? undefined : byId(session.snapshot.getState().items).get(editing);
    const lost = item !== undefined && !permissionsIn(session).mayChange(item);
    if (session.held.getState()) view.setState({ editing: null, tool: 'select', tieFrom: null, question: null });
    else if (lost) view.setState({ editing: null });
    else return;
    hands.handle({ type: 'escape' });
  };
  const stops = [session.live.subscribe(look), session.held.subscribe(look)];
  return () => {
    for (const stop of stops) stop();
  };
}
