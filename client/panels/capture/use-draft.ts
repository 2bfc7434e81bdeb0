import { useEffect, useState } from 'react';
import { keepDraft, readDraft } from '../../device/draft.ts';
import { useCloth } from '../cloth-context.tsx';

/** The words that stand in the capture bar; this tab has them still when the page is left before they are laid. */
export function useDraft(): [words: string, setWords: (words: string) => void] {
  const { session, device } = useCloth();
  const [words, setWords] = useState(() => readDraft(device, session.id));
  useEffect(() => {
    keepDraft(device, session.id, words);
    const leave = () => keepDraft(device, session.id, words, true);
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  }, [device, session, words]);
  return [words, setWords];
}
