import { useMemo, useState } from 'react';
import type { CanvasHandle } from '../../canvas/canvas-handle.ts';
import { createViewStore, type ViewStore } from '../../canvas/view-store.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import type { OpenedCloth } from '../../panels/cloth-context.tsx';
import { createPage } from '../../panels/page.ts';
import { device } from '../services.ts';
import { goTo } from './go-to.ts';

interface Opening {
  readonly session: ClothSession;
  readonly linkKey: string;
  readonly via?: string | undefined;
  /** What this device remembers of how the cloth is looked at. */
  readonly recall?: (view: ViewStore) => void;
}

/** All that panels know of a cloth, made anew for every cloth, and the way to name its canvas once that is there. */
export function useOpenedCloth({ session, linkKey, via, recall }: Opening) {
  const [canvas, setCanvas] = useState<CanvasHandle | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cloth begins with nothing open and nothing chosen.
  const { view, page } = useMemo(() => {
    const made = { view: createViewStore(), page: createPage() };
    recall?.(made.view);
    return made;
  }, [session.id]);
  const cloth: OpenedCloth = useMemo(
    () => ({ session, view, page, canvas, linkKey, via, device, goTo }),
    [session, view, page, canvas, linkKey, via],
  );
  return { cloth, setCanvas };
}
