import { useEffect } from 'react';
import { isBlank } from '../../../shared/text/clean-text.ts';
import { useCloth } from '../cloth-context.tsx';

/** Whoever wrote nothing for so long is thinking, or gone for coffee, ms. */
const PAUSE_MS = 4_000;

/** Lets the others see that something is being written here that does not lie on the cloth yet. */
export function useWriting(words: string): void {
  const { session } = useCloth();
  useEffect(() => {
    if (isBlank(words)) return;
    session.showWriting(true);
    const pause = setTimeout(() => session.showWriting(false), PAUSE_MS);
    return () => {
      clearTimeout(pause);
      session.showWriting(false);
    };
  }, [words, session]);
}
