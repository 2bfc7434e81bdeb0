import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { ClothSession } from '../../document/cloth-session.ts';
import { device } from '../services.ts';

/** So many names stand with a cloth in the list of those this device knows. */
const MOST = 6;

/** Keeps on this device who sat at the table, by which one knows a cloth again. */
export function useRememberedPeople({ id, snapshot }: ClothSession): void {
  const names = useStore(snapshot, ({ seats }) =>
    seats
      .flatMap(({ name, holder }) => (holder !== null && name !== '' ? [name] : []))
      .slice(0, MOST)
      .join('\n'),
  );
  useEffect(() => {
    if (names !== '' && device.cloths.find(id)) device.cloths.remember(id, { people: names.split('\n') });
  }, [id, names]);
}
