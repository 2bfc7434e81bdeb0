import { useEffect, useState } from 'react';
import { keepDraft, readDraft } from '../../session/draft.ts';
import { useCloth } from '../cloth-context.tsx';

/** The words that stand in the capture bar; this device has them still when the page is left before they are laid. */
export function useDraft(): [words: string, setWords: (words: string) => void] {
  const { session, device } = useCloth();
  const [words, setWords] = useState(() => readDraft(device.storage, session.id));
  useEffect(() => keepDraft(device.storage, session.id, words), [device, session, words]);
  return [words, setWords];
}
