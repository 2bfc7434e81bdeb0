import { useStore } from 'zustand';
import { editWords } from '../../../shared/commands/words.ts';
import { isBlank } from '../../../shared/text/clean-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { useAtHand } from '../use-running.ts';

/** Gives the initiative its name, for as long as that is what the group is about: in the first step, until it has one. Else null. */
export function useNaming(): ((name: string) => boolean) | null {
  const { session } = useCloth();
  const isTime = useAtHand('name');
  // Before the content has come nothing is known of it.
  const open = useStore(session.snapshot, ({ initiative, meta }) => meta.createdAt !== 0 && isBlank(initiative));
  if (!isTime || !open) return null;
  return (name) => session.perform((cloth) => editWords(cloth, { of: 'initiative' }, name));
}
