import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { closeSide, type SideName, sideStore } from '../../panels/side/side-store.ts';

/** Each is fetched when first opened. They take all they need from `useCloth`. */
const SIDES: Readonly<Record<SideName, ComponentType<{ readonly onClose: () => void }>>> = {
  contacts: lazy(() => import('../../panels/contacts/Contacts.tsx')),
  doubles: lazy(() => import('../../panels/doubles/Doubles.tsx')),
  guide: lazy(() => import('../../panels/positions/Guide.tsx')),
  insights: lazy(() => import('../../panels/insights/Insights.tsx')),
  moments: lazy(() => import('../../panels/moments/Moments.tsx')),
  outline: lazy(() => import('../../panels/outline/Outline.tsx')),
  ties: lazy(() => import('../../panels/ties/Ties.tsx')),
  together: lazy(() => import('../../panels/together/Together.tsx')),
};

/** The panel at the side of the cloth, if one is open; leaving the cloth closes it. */
export function Side() {
  const open = useStore(sideStore, (state) => state.open);
  useEffect(() => closeSide, []);
  if (open === null) return null;
  const Panel = SIDES[open];
  return (
    <Suspense>
      <Panel onClose={closeSide} />
    </Suspense>
  );
}
