import { type ComponentType, useEffect } from 'react';
import { useStore } from 'zustand';
import { part } from '../../panels/part.ts';
import { closeSide, type SideName, sideStore } from '../../panels/side/side-store.ts';

/** Each is fetched when first opened. They take all they need from `useCloth`. */
const SIDES: Readonly<Record<SideName, ComponentType<{ readonly onClose: () => void }>>> = {
  contacts: part(() => import('../../panels/contacts/Contacts.tsx')),
  doubles: part(() => import('../../panels/doubles/Doubles.tsx')),
  guide: part(() => import('../../panels/positions/Guide.tsx')),
  insights: part(() => import('../../panels/insights/Insights.tsx')),
  moments: part(() => import('../../panels/moments/Moments.tsx')),
  outline: part(() => import('../../panels/outline/Outline.tsx')),
  ties: part(() => import('../../panels/ties/Ties.tsx')),
  together: part(() => import('../../panels/together/Together.tsx')),
};

/** The panel at the side of the cloth, if one is open; leaving the cloth closes it. */
export function Side() {
  const open = useStore(sideStore, (state) => state.open);
  useEffect(() => closeSide, []);
  if (open === null) return null;
  const Panel = SIDES[open];
  return <Panel onClose={closeSide} />;
}
