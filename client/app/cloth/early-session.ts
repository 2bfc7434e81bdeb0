import { type Sheet, sheetOf } from '../../../shared/model/sheets.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import { databasesOpen } from '../../document/local-copy.ts';
import { openSession } from '../../document/open-session.ts';
import { loadClothFont } from '../../fonts/cloth-font.ts';
import { routeOf } from '../routes.ts';
import { device } from '../services.ts';

interface Wanted {
  readonly sheet: Sheet;
  readonly id: string;
  readonly key: string;
  /** The network room whose key it is, where the sheet hangs. */
  readonly via: string | undefined;
}

interface Early extends Wanted {
  readonly opening: Promise<ClothSession>;
}

/** The cloth that the address named when the page was loaded: opened while the screen is still being made. */
let early: Early | null = begin();

/** Opens a cloth, or gives the session that was begun for it already; that one once. Rejects as `openSession` does. */
export function sessionOf(wanted: Wanted): Promise<ClothSession> {
  const { id, key, via } = wanted;
  const begun = early;
  early = null;
  if (begun?.id === id && begun.key === key && begun.via === via) return begun.opening;
  // Nobody came for it: somebody went elsewhere before the page was there.
  begun?.opening.then((session) => session.close());
  return openSession({ ...wanted, device });
}

function begin(): Early | null {
  const route = routeOf(location);
  if (route.page !== 'cloth' || route.key === '') return null;
  // Letters that are here before the cloth is drawn spare it being drawn again.
  void loadClothFont();
  void databasesOpen();
  const { id, key, via } = route;
  const wanted = { sheet: sheetOf(route), id, key, via };
  const opening = openSession({ ...wanted, device });
  // Whoever takes it over hears of it.
  opening.catch(() => undefined);
  return { ...wanted, opening };
}
