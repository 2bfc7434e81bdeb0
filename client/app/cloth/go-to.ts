import type { Way } from '../../document/own-cloth.ts';
import { navigate } from '../router.tsx';
import { clothPath } from '../routes.ts';

/** To another cloth, seen the same way as this one. */
export function goTo({ id, key }: Way): void {
  const [path, fragment] = clothPath(id, key).split('#');
  navigate(`${path}${location.search}#${fragment}`);
}
