import { useStore } from 'zustand';
import { permissionsIn } from '../facilitation/permissions.ts';
import { useCloth } from './cloth-context.tsx';

/** Whether this page may write on the cloth now; renders again when that changes. */
export function useMayWrite(): boolean {
  const { session } = useCloth();
  useStore(session.saved, ({ kind }) => kind);
  useStore(session.held);
  return session.mayWrite;
}

/** Whether connectors and ties may be made, changed and taken away here now. */
export function useMayRelate(): boolean {
  const { session } = useCloth();
  useStore(session.live);
  return useMayWrite() && permissionsIn(session).mayRelate();
}
