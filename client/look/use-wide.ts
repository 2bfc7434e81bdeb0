import { useSyncExternalStore } from 'react';

/** From this width on bars stand round the cloth; below it they lie in rows at the bottom. The stylesheets say the same. */
const WIDE = '(min-width: 701px)';

/** Whether the page is wide enough for bars at the sides. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches);
}

function subscribe(tell: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}
