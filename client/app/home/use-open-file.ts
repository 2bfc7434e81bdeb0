import { useEffect, useEffectEvent, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { heedDroppedFiles } from '../../panels/bring-in/dropped-file.ts';
import { problemText } from '../../panels/problem-text.ts';
import { sayProblem } from '../../panels/toasts/toast-store.ts';
import { navigate } from '../router.tsx';

/** What an installed app was started with, where the browser has that (Chromium on a computer). */
interface LaunchQueue {
  setConsumer(take: (launched: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
}

function launched(): LaunchQueue | undefined {
  return (window as { readonly launchQueue?: LaunchQueue }).launchQueue;
}

/** Opens a cloth file as a new cloth: one that is chosen, dropped anywhere on the page, or opened with the installed app. */
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
  useEffect(() => {
    // Opened with the app from among the files of the device.
    launched()?.setConsumer(({ files }) => void files[0]?.getFile().then(dropped));
    return heedDroppedFiles(dropped);
  }, []);
  return { busy, open: (file) => void open(file) };
}
