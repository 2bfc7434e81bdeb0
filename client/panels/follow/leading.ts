import type { LastingSession } from '../../../shared/model/session.ts';
import type { Attendee } from '../../document/cloth-session.ts';

/** Where everyone is led now: round the table, or along with what a facilitator looks at. */
export type Leading =
  | { readonly by: 'walk'; readonly seat: string; readonly turn: number }
  | { readonly by: 'view'; readonly of: number };

/**
 * Where this page is led, or null. Who is followed is not led, and nobody is led by a participant: the role of whoever is
 * present is the one the server vouches for.
 */
export function leadingOf(
  { walk, follow }: Pick<LastingSession, 'walk' | 'follow'>,
  self: number,
  present: readonly Pick<Attendee, 'id' | 'role'>[],
): Leading | null {
  if (walk) return { by: 'walk', ...walk };
  if (follow === null || follow === self) return null;
  const leads = present.some(({ id, role }) => id === follow && role === 'facilitator');
  return leads ? { by: 'view', of: follow } : null;
}

/** One leading from its beginning to its end: who looks elsewhere does so for as long as this stays the same. */
export function leadingKey(leading: Leading | null): string | null {
  return leading && (leading.by === 'walk' ? 'walk' : `view ${leading.of}`);
}
