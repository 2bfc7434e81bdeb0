import type { Page } from '../page.ts';

/** A file dropped anywhere on an open cloth is shown in the dialog that lays it, which asks first. */
export function offerDroppedFiles(page: Page): () => void {
  return heedDroppedFiles((dropped) => dropped && page.setState({ dropped, dialog: 'bring-in' }));
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
