import type { LastingSession } from '../../../shared/protocol.ts';

/** Where everyone is led now: round the table, or along with what a facilitator looks at. */
export type Leading =
  | { readonly by: 'walk'; readonly seat: string; readonly turn: number }
  | { readonly by: 'view'; readonly of: number };

/** Where this page is led, or null. Who is followed is not led, and nobody is led by a participant. */
export function leadingOf(
  { walk, follow }: Pick<LastingSession, 'walk' | 'follow'>,
  self: number,
  facilitators: readonly number[],
): Leading | null {
  if (walk) return { by: 'walk', ...walk };
  if (follow === null || follow === self || !facilitators.includes(follow)) return null;
  return { by: 'view', of: follow };
}

/** One leading from its beginning to its end: who looks elsewhere does so for as long as this stays the same. */
export function leadingKey(leading: Leading | null): string | null {
  return leading && (leading.by === 'walk' ? 'walk' : `view ${leading.of}`);
}
