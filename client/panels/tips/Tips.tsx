import { type ComponentType, useEffect, useState } from 'react';
import { later } from '../part.ts';
import { useTipped } from './use-tipped.ts';

const bringLayer = later(() => import('./TipLayer.tsx'));

/** One tooltip for everything that bears `data-tip`. It is fetched for the first: a phone never needs it. */
export function Tips() {
  const anchor = useTipped();
  const [Layer, setLayer] = useState<ComponentType<{ readonly anchor: HTMLElement | null }> | null>(null);
  const wanted = anchor !== null && Layer === null;
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    bringLayer().then(
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
