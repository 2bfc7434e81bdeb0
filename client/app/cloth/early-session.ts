import type { ClothSession } from '../../document/cloth-session.ts';
import { databasesOpen } from '../../document/local-copy.ts';
import { openSession } from '../../document/open-session.ts';
import { loadClothFont } from '../../fonts/cloth-font.ts';
import { routeOf } from '../routes.ts';
import { device } from '../services.ts';

interface Early {
  readonly id: string;
  readonly key: string;
  readonly via: string | undefined;
  readonly opening: Promise<ClothSession>;
}

/** The cloth that the address named when the page was loaded: opened while the screen is still being made. */
let early: Early | null = begin();

/** Opens a cloth, or gives the session that was begun for it already; that one once. Rejects as `openSession` does. */
export function sessionOf(id: string, key: string, via?: string): Promise<ClothSession> {
  const begun = early;
  early = null;
  if (begun?.id === id && begun.key === key && begun.via === via) return begun.opening;
  // Nobody came for it: somebody went elsewhere before the page was there.
  begun?.opening.then((session) => session.close());
  return openSession({ id, key, via, device });
}

function begin(): Early | null {
  const route = routeOf(location);
  if (route.page !== 'cloth' || route.key === '') return null;
  // Letters that are here before the cloth is drawn spare it being drawn again.
  void loadClothFont();
  void databasesOpen();
  const { id, key, via } = route;
  const opening = openSession({ id, key, via, device });
  // Whoever takes it over hears of it.
  opening.catch(() => undefined);
  return { id, key, via, opening };
}
