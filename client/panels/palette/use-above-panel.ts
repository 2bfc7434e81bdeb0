import { type RefObject, useEffect } from 'react';
import { useLow } from '../../look/use-wide.ts';
import { useCloth } from '../cloth-context.tsx';

/**
 * Where the page is low, brings what was just chosen above the panel that came to lie over it. Only then: the cloth stays
 * under the finger that would tap twice.
 */
export function useAbovePanel(panel: RefObject<HTMLElement | null>, id: string | undefined): void {
  const { canvas, view } = useCloth();
  const low = useLow();
  useEffect(() => {
    const element = panel.current;
    // What is in somebody's hand goes where the hand goes.
    if (!low || !canvas || !element || id === undefined || view.getState().handsBusy) return;
    const { bottom } = canvas.element.getBoundingClientRect();
    canvas.camera.setCovered(bottom - element.getBoundingClientRect().top);
    canvas.reveal(id);
    canvas.camera.setCovered(0);
  }, [canvas, view, low, id, panel]);
}
