import { createStore } from 'zustand/vanilla';
import { openDialog } from '../dialogs/dialog-store.ts';

/** The file that was dropped on the cloth, for the dialog that lays it. */
export const droppedFile = createStore<{ readonly file: File | null }>(() => ({ file: null }));

/** A file dropped anywhere on an open cloth is shown in the dialog that lays it, which asks first. */
export function offerDroppedFiles(): () => void {
  return heedDroppedFiles((file) => {
    if (!file) return;
    droppedFile.setState({ file });
    openDialog('bring-in');
  });
}

/** Calls back with a file that is dropped anywhere on the page, where the browser would leave the page for it. */
export function heedDroppedFiles(dropped: (file: File | undefined) => void): () => void {
  const heard = new AbortController();
  const { signal } = heard;
  const hasFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
  addEventListener('dragover', (event) => hasFile(event) && event.preventDefault(), { signal });
  addEventListener(
    'drop',
    (event) => {
      if (!hasFile(event) || event.defaultPrevented) return;
      event.preventDefault();
      dropped(event.dataTransfer?.files[0]);
    },
    { signal },
  );
  return () => heard.abort();
}
