import type { Full } from '../../shared/model/protocol.ts';
import type { AckState } from './ack-tracker.ts';
import type { SavedState } from './cloth-session.ts';

/** What is known about where this page's changes are. */
export interface Whereabouts {
  /** The close code with which the server refused this page for good, or null. */
  readonly refused: number | null;
  /** Some content is in the document, from this device or from the server. */
  readonly hasContent: boolean;
  /** At least one attempt to reach the server has failed since the cloth was opened or last connected. */
  readonly lost: boolean;
  readonly connected: boolean;
  /** What had no room for this page at the last attempt. Kept until the server admits it: a new socket may be refused again. */
  readonly full: Full | null;
  /** This page has said `saved` before. */
  readonly wasSaved: boolean;
  readonly mayWrite: boolean;
  /** This device keeps the document. */
  readonly kept: boolean;
  readonly acks: AckState;
}

/** The one line that tells a person where their changes are. Says `saved` only of what the server called durable. */
export function savedState(where: Whereabouts): SavedState {
  const { refused, hasContent, lost, connected, full, wasSaved, mayWrite, kept } = where;
  const { waiting, settled } = where.acks;
  if (refused !== null) return { kind: 'closed', code: refused, waiting, kept };
  if (full) return { kind: 'offline', waiting, kept, full };
  if (!connected) return lost ? { kind: 'offline', waiting, kept } : { kind: 'opening' };
  if (hasContent && (settled || !mayWrite)) return { kind: 'saved' };
  return wasSaved || waiting > 0 ? { kind: 'saving', waiting } : { kind: 'opening' };
}

export function sameSavedState(a: SavedState, b: SavedState): boolean {
  const [one, other]: Record<string, unknown>[] = [{ ...a }, { ...b }];
  return ['kind', 'waiting', 'kept', 'code', 'full'].every((key) => one?.[key] === other?.[key]);
}
