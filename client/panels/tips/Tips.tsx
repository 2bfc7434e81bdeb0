import { type ComponentType, useEffect, useState } from 'react';
import { useTipped } from './use-tipped.ts';

/** One tooltip for everything that bears `data-tip`. It is fetched for the first: a phone never needs it. */
export function Tips() {
  const anchor = useTipped();
  const [Layer, setLayer] = useState<ComponentType<{ readonly anchor: HTMLElement | null }> | null>(null);
  const wanted = anchor !== null && Layer === null;
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    import('./TipLayer.tsx').then(
      ({ default: TipLayer }) => {
        if (!left) setLayer(() => TipLayer);
      },
      // Without a network there are no tooltips: every button says its name to a screen reader all the same.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [wanted]);
  return Layer && <Layer anchor={anchor} />;
}
