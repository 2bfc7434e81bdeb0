import { useStore } from 'zustand';
import { byId } from '../../../shared/cloth/snapshot.ts';
import { markersOf, nextMarker } from '../../../shared/method/markers.ts';
import { useCloth } from '../cloth-context.tsx';

/** The marker that this person's next ingredient will be written with: theirs in turn. `#rrggbb`. */
export function useNextMarker(): string {
  const { session } = useCloth();
  const { seat, colour } = useStore(session.me);
  return useStore(session.snapshot, ({ seats, items }) => {
    const own = seat === null ? undefined : byId(seats).get(seat);
    if (!own) return colour;
    const written = items.filter((item) => item.seat === seat && item.kind === 'ingredient').length;
    return nextMarker(markersOf(own.colour), written);
  });
}
