import { useEffect, useState } from 'react';
import type { Role } from '../../../shared/model/protocol.ts';
import { sheetOf, sheetPath } from '../../../shared/model/sheets.ts';
import { apiOf } from '../../document/api.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import { useCloth } from '../cloth-context.tsx';

/** A link for others: its address once known, or that it could not be had. */
export interface LinkState {
  readonly url: string | null;
  readonly failed: boolean;
}

/** The link of a role: from a key this device holds already, else from a new one, which it then remembers. */
export function useLink(role: Role): LinkState {
  const { session, device, linkKey } = useCloth();
  const known = device.cloths.find(session.id)?.keys[role];
  const [state, setState] = useState<LinkState>({ url: known ? address(session, known) : null, failed: false });

  useEffect(() => {
    if (known) return;
    let left = false;
    apiOf(session)
      .mintKey(session.id, linkKey, role)
      .then(
        ({ key }) => {
          device.cloths.remember(session.id, { keys: { [role]: key } });
          if (!left) setState({ url: address(session, key), failed: false });
        },
        () => {
          if (!left) setState({ url: null, failed: true });
        },
      );
    return () => {
      left = true;
    };
  }, [known, session, linkKey, role, device]);

  return state;
}

/** Where a cloth opens with a key, on this server. */
export function address(
  { id, snapshot }: Pick<ClothSession, 'snapshot'> & { readonly id: string },
  key: string,
): string {
  return `${location.origin}${sheetPath(sheetOf(snapshot.getState().meta), id, key)}`;
}
