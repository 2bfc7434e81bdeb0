import { useStore } from 'zustand';
import { markerOf } from '../../canvas/edit/compose.ts';
import { useCloth } from '../cloth-context.tsx';

/** The colour of this person's own seat; undefined while they have none. `#rrggbb`. */
export function useOwnColour(): string | undefined {
  const { session } = useCloth();
  const { seat } = useStore(session.me);
  return useStore(session.snapshot, ({ seats }) => seats.find(({ id }) => id === seat)?.colour);
}

/** The marker that this person's next ingredient will be written with. `#rrggbb`. */
export function useNextMarker(): string {
  const { session } = useCloth();
  const me = useStore(session.me);
  return useStore(session.snapshot, (snapshot) => markerOf(snapshot, me));
}
