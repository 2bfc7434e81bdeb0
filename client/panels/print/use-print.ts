import './print.css';
import { useEffect } from 'react';
import type { Device } from '../../device/device.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import { later } from '../part.ts';

type Printing = typeof import('./print-cloth.ts');

let printing: Printing | null = null;
const bringPrinting = later(async () => {
  printing = await import('./print-cloth.ts');
});

/**
 * Has the browser print the cloth, whole, in the place of the page. It asks for nothing beforehand and waits for nobody, so
 * what draws the page is fetched with the other parts, or when the hand goes to Ctrl+P; until then it prints what is in view.
 */
export function usePrint(session: ClothSession | null, { storage }: Device): void {
  useEffect(() => {
    if (!session) return;
    const stop = new AbortController();
    const { signal } = stop;
    let takeAway: (() => void) | null = null;
    const end = (): void => {
      takeAway?.();
      takeAway = null;
    };
    window.addEventListener(
      'beforeprint',
      () => {
        end();
        takeAway = printing?.layForPrint(session, storage) ?? null;
      },
      { signal },
    );
    window.addEventListener('afterprint', end, { signal });
    window.addEventListener(
      'keydown',
      ({ key }) => {
        if (key === 'Control' || key === 'Meta') bringPrinting().catch(() => undefined);
      },
      { signal },
    );
    return () => {
      stop.abort();
      end();
    };
  }, [session, storage]);
}
