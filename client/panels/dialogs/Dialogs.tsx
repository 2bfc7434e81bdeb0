import type { ComponentType } from 'react';
import { type DialogName, usePage, usePageState } from '../page.ts';
import { part } from '../part.ts';

interface DialogProps {
  readonly onClose: () => void;
}

/** Fetched when first asked for: none of them is needed to write the first ingredient. */
const DIALOGS: Readonly<Record<DialogName, ComponentType<DialogProps>>> = {
  share: part(() => import('../share/ShareDialog.tsx')),
  'take-home': part(() => import('../take-home/TakeHomeDialog.tsx')),
  'bring-in': part(() => import('../bring-in/BringInDialog.tsx')),
  manage: part(() => import('../manage/ManageDialog.tsx')),
  about: part(() => import('../about/AboutDialog.tsx')),
  heard: part(() => import('../announce/HeardDialog.tsx')),
  path: part(() => import('../path/PathDialog.tsx')),
  photo: part(() => import('../photo/PhotoDialog.tsx')),
  say: part(() => import('../said/SayDialog.tsx')),
  hang: part(() => import('../hang/HangDialog.tsx')),
  shortcuts: part(() => import('../shortcuts/ShortcutsDialog.tsx')),
};

/** The dialog that is open, if any. */
export function Dialogs() {
  const page = usePage();
  const open = usePageState(({ dialog }) => dialog);
  if (open === null) return null;
  const Dialog = DIALOGS[open];
  return <Dialog onClose={page.closeDialog} />;
}
