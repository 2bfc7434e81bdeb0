import { useCallback, useSyncExternalStore } from 'react';

/** From this width on bars stand round the cloth; below it they lie in rows at the bottom. The stylesheets say the same. */
const WIDE = '(min-width: 701px)';
/** From this width on there is room at the top for a whole group beside the step and the name. */
const BROAD = '(min-width: 1880px)';
/** Up to this height (a phone on its side) there is room for the cloth and what one works with, not for what explains it. */
const LOW = '(max-height: 500px)';

/** Whether the page is wide enough for bars at the sides. */
export function useWide(): boolean {
  return useMedia(WIDE);
}

/** Whether all bars at the top are as wide as they like. */
export function useBroad(): boolean {
  return useMedia(BROAD);
}

/** Whether the page is so low that what explains the cloth makes room for it. */
export function useLow(): boolean {
  return useMedia(LOW);
}

/** Whether there is room round the cloth for all that a step puts at hand; where not, it is a press away. */
export function useRoomy(): boolean {
  const low = useLow();
  return useWide() && !low;
}

/** Whether what points at this page is, first of all, a finger. */
export function useFingers(): boolean {
  return useMedia('(pointer: coarse)');
}

function useMedia(condition: string): boolean {
  const subscribe = useCallback(
    (tell: () => void) => {
      const query = matchMedia(condition);
      query.addEventListener('change', tell);
      return () => query.removeEventListener('change', tell);
    },
    [condition],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(condition).matches);
}
