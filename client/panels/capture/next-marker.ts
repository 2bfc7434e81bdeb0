import { useStore } from 'zustand';
import { markerOf } from '../../canvas/edit/compose.ts';
import { useCloth } from '../cloth-context.tsx';

/** The marker that this person's next ingredient will be written with. `#rrggbb`. */
export function useNextMarker(): string {
  const { session } = useCloth();
  const me = useStore(session.me);
  return useStore(session.snapshot, (snapshot) => markerOf(snapshot, me));
}
