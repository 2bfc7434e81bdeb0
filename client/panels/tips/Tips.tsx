import { type ComponentType, useEffect, useState } from 'react';

/** Brings the tooltips once the page has nothing better to do: nobody needs them to write the first words. */
export function Tips() {
  const [Layer, setLayer] = useState<ComponentType | null>(null);
  useEffect(() => {
    let left = false;
    const bring = () =>
      void import('./TipLayer.tsx').then(
        ({ TipLayer }) => {
          if (!left) setLayer(() => TipLayer);
        },
        // Without a network there are no tooltips: every button says its name to a screen reader all the same.
        () => {},
      );
    const timer = setTimeout(bring, IDLE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, []);
  return Layer && <Layer />;
}

const IDLE_MS = 1_500;
