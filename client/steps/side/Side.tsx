import type { ComponentType } from 'react';
import { type SideName, usePage, usePageState } from '../../panels/page.ts';
import { part } from '../../panels/part.ts';

/** Each is fetched when first opened. They take all they need from `useCloth`. */
const SIDES: Readonly<Record<SideName, ComponentType<{ readonly onClose: () => void }>>> = {
  contacts: part(() => import('../../panels/contacts/Contacts.tsx')),
  doubles: part(() => import('../../panels/doubles/Doubles.tsx')),
  guide: part(() => import('../../panels/positions/Guide.tsx')),
  insights: part(() => import('../../panels/insights/Insights.tsx')),
  line: part(() => import('../../panels/line/Line.tsx')),
  moments: part(() => import('../../panels/moments/Moments.tsx')),
  outline: part(() => import('../../panels/outline/Outline.tsx')),
  ties: part(() => import('../../panels/ties/Ties.tsx')),
  together: part(() => import('../../panels/together/Together.tsx')),
};

/** The panel at the side of the cloth, if one is open. */
export function Side() {
  const page = usePage();
  const open = usePageState(({ side }) => side);
  if (open === null) return null;
  const Panel = SIDES[open];
  return <Panel onClose={page.closeSide} />;
}
