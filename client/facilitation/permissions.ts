import { mayChange, mayLayHere, mayMove, mayRelate, mayWriteHere, type Partaker } from '../../shared/method/steps.ts';
import type { Role } from '../../shared/model/protocol.ts';
import { FIRST_SESSION, type LastingSession } from '../../shared/model/session.ts';
import type { Item } from '../../shared/model/snapshot.ts';

/**
 * What the running session leaves to this page's person now. That the page may write at all is `session.mayWrite`; these
 * are the finer arrangements within it, and the first of them to ask is whoever is about to offer or carry out a change.
 */
export interface Permissions {
  /** May an item be moved, or taken away? */
  mayMove(item: Item): boolean;
  /** May what stands in an item be changed? */
  mayChange(item: Item): boolean;
  /** May something new be written before a seat (null: in the middle)? */
  mayWriteAt(edge: string | null): boolean;
  /** May something be laid down before a seat (null: in the middle)? */
  mayLayAt(edge: string | null): boolean;
  /** May connectors be placed and ties drawn? */
  mayRelate(): boolean;
}

/** Who is at the table, and what the running session says: of a session on a cloth, what permissions follow from. */
interface AtTable {
  readonly live: Readable<LastingSession | null>;
  readonly me: Readable<Pick<Partaker, 'seat' | 'name'>>;
  readonly role: Role;
}

interface Readable<T> {
  getState(): T;
}

/** The permissions of this moment; ask anew each time. */
export function permissionsIn(session: AtTable): Permissions {
  const running: LastingSession = session.live.getState() ?? FIRST_SESSION;
  const { seat, name } = session.me.getState();
  const me: Partaker = { role: session.role, seat, name };
  return {
    mayMove: (item) => mayMove(running, me, item),
    mayChange: (item) => mayChange(running, me, item),
    mayWriteAt: (edge) => mayWriteHere(running, me, edge),
    mayLayAt: (edge) => mayLayHere(running, me, edge),
    mayRelate: () => mayRelate(running, me),
  };
}
