import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useCloth } from '../cloth-context.tsx';
import { part } from '../part.ts';

const FullCard = part(() => import('./FullCard.tsx'));

interface FullNoticeProps {
  readonly onHome: () => void;
  /** What is asked of whoever comes in. */
  readonly children?: ReactNode;
}

/**
 * Says to whoever has nothing of the cloth yet that there is no room for them just now, until there is. Who has the cloth
 * before them writes on, and reads it in the line that tells where their words are.
 */
export function FullNotice({ onHome, children }: FullNoticeProps) {
  const { session } = useCloth();
  const full = useStore(session.saved, (saved) => saved.kind === 'offline' && !session.hasContent && saved.full);
  return full ? <FullCard full={full} onHome={onHome} /> : children;
}
