import { sheetOf, sheetPath } from '../../../shared/model/sheets.ts';
import type { Way } from '../../document/own-cloth.ts';
import { navigate } from '../router.tsx';
import { routeOf } from '../routes.ts';

/** To another sheet of the kind that is open, seen the same way as this one. */
export function goTo({ id, key }: Way): void {
  const route = routeOf(location);
  const [path, fragment] = sheetPath(route.page === 'cloth' ? sheetOf(route) : 'cloth', id, key).split('#');
  navigate(`${path}${location.search}#${fragment}`);
}
