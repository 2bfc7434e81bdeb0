import { useEffect, useEffectEvent, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { heedDroppedFiles } from '../../panels/bring-in/dropped-file.ts';
import { problemText } from '../../panels/problem-text.ts';
import { sayProblem } from '../../panels/toasts/toast-store.ts';
import { navigate } from '../router.tsx';

/** Opens a cloth file as a new cloth: one that is chosen, or dropped anywhere on the page. */
export function useOpenFile(): { readonly busy: boolean; open(file: File | undefined): void } {
  const text = useText();
  const [busy, setBusy] = useState(false);
  const open = async (file: File | undefined) => {
    if (!file || busy) return;
    setBusy(true);
    try {
      const { openFile } = await import('./open-file.ts');
      const opened = await openFile(file, text);
      if ('path' in opened) return navigate(opened.path);
      sayProblem(opened.problem);
    } catch (error) {
      sayProblem(problemText(error, text));
    }
    setBusy(false);
  };
  const dropped = useEffectEvent((file: File | undefined) => void open(file));
  useEffect(() => heedDroppedFiles(dropped), []);
  return { busy, open: (file) => void open(file) };
}
