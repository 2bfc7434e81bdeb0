import { type ComponentType, useEffect } from 'react';
import { useStore } from 'zustand';
import { part } from '../part.ts';
import { closeDialog, type DialogName, dialogStore } from './dialog-store.ts';

/** Fetched when first asked for: none of them is needed to write the first ingredient. */
const DIALOGS: Readonly<Record<DialogName, ComponentType>> = {
  share: part(() => import('../share/ShareDialog.tsx')),
  'take-home': part(() => import('../take-home/TakeHomeDialog.tsx')),
  'bring-in': part(() => import('../bring-in/BringInDialog.tsx')),
  manage: part(() => import('../manage/ManageDialog.tsx')),
  about: part(() => import('../about/AboutDialog.tsx')),
  say: part(() => import('../said/SayDialog.tsx')),
  shortcuts: part(() => import('../shortcuts/ShortcutsDialog.tsx')),
};

/** The dialog that is open, if any; leaving the cloth closes it. */
export function Dialogs() {
  const open = useStore(dialogStore, (state) => state.open);
  useEffect(() => closeDialog, []);
  if (open === null) return null;
  const Dialog = DIALOGS[open];
  return <Dialog />;
}
