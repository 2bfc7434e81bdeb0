import { useEffect, useMemo, useState } from 'react';
import type { ClothSession } from '../../document/cloth-session.ts';
import { openSession } from '../../document/open-session.ts';
import { type Way, wayToJoint } from '../../document/own-cloth.ts';
import { useCloth } from '../../panels/cloth-context.tsx';

/**
 * The joint cloth behind an individual one: the way there, and the cloth itself, kept open so that its time and its
 * leading are heard here too, and the others still see this person at the table. Null what is not to be had.
 */
export function useJoint(): { readonly way: Way | null; readonly joint: ClothSession | null } {
  const { session, device } = useCloth();
  const [joint, setJoint] = useState<ClothSession | null>(null);
  const found = wayToJoint(device, session.id);
  const [id, key] = [found?.id, found?.key];
  // The same one as long as it leads to the same place.
  const way = useMemo(() => (id === undefined || key === undefined ? null : { id, key }), [id, key]);
  useEffect(() => {
    if (id === undefined || key === undefined) return;
    let left = false;
    let opened: ClothSession | null = null;
    openSession({ id, key, device }).then(
      (found) => {
        if (left) return found.close();
        opened = found;
        setJoint(found);
      },
      // The way back says what is the matter when it is taken.
      () => undefined,
    );
    return () => {
      left = true;
      opened?.close();
      setJoint(null);
    };
  }, [id, key, device]);
  return { way, joint };
}
