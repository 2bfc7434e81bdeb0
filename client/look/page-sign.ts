import { useLayoutEffect } from 'react';

/** How many components hold up each sign: the same may be there twice while one takes another's place. */
const held = new Map<string, number>();

/**
 * A sign on the page's root (`data-<name>`) while a component is there, for the styles of others: what `:has()` would tell them,
 * which Firefox knows from 121 on. Null holds up nothing.
 */
export function usePageSign(name: string | null): void {
  useLayoutEffect(() => {
    if (name === null) return;
    hold(name, 1);
    return () => hold(name, -1);
  }, [name]);
}

function hold(name: string, more: 1 | -1): void {
  const count = (held.get(name) ?? 0) + more;
  held.set(name, count);
  document.documentElement.toggleAttribute(`data-${name}`, count > 0);
}
