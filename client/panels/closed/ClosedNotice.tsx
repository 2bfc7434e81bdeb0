import { useStore } from 'zustand';
import { useCloth } from '../cloth-context.tsx';
import { part } from '../part.ts';

const ClosedCard = part(() => import('./ClosedCard.tsx'));

/** When the server refuses this page for good: why, with the cloth in sight. */
export function ClosedNotice({ onHome }: { readonly onHome: () => void }) {
  const { session } = useCloth();
  const code = useStore(session.saved, (saved) => (saved.kind === 'closed' ? saved.code : null));
  return code === null ? null : <ClosedCard code={code} onHome={onHome} />;
}
