import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { closeDialog, type DialogName, dialogStore } from './dialog-store.ts';

/** Fetched when first asked for: none of them is needed to write the first ingredient. */
const DIALOGS: Readonly<Record<DialogName, ComponentType>> = {
  share: lazy(() => import('../share/ShareDialog.tsx')),
  'take-home': lazy(() => import('../take-home/TakeHomeDialog.tsx')),
  'bring-in': lazy(() => import('../bring-in/BringInDialog.tsx')),
  about: lazy(() => import('../about/AboutDialog.tsx')),
  shortcuts: lazy(() => import('../shortcuts/ShortcutsDialog.tsx')),
};

/** The dialog that is open, if any; leaving the cloth closes it. */
export function Dialogs() {
  const open = useStore(dialogStore, (state) => state.open);
  useEffect(() => closeDialog, []);
  if (open === null) return null;
  const Dialog = DIALOGS[open];
  return (
    <Suspense>
      <Dialog />
    </Suspense>
  );
}
