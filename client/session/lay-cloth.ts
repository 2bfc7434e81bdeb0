import { api, type CreatedCloth, type NewClothRequest } from './api.ts';
import type { ClothSession, SavedState } from './cloth-session.ts';
import type { Device } from './device.ts';
import { openSession } from './open-session.ts';

/**
 * Has the server lay a new cloth, lets `lay` put things on it and remembers its keys here. That is done in a session of
 * its own, closed again, so that undo on the opened cloth does not begin with "take all of it away". Throws `ApiError`.
 */
export async function layCloth(
  request: NewClothRequest,
  lay: (session: ClothSession) => void,
  device: Device,
): Promise<CreatedCloth> {
  const cloth = await api.createCloth(request);
  const { id, epoch, keys } = cloth;
  device.cloths.remember(id, { epoch, keys, lastOpened: Date.now() });
  const session = await openSession({ id, key: keys.facilitator, device });
  lay(session);
  await saved(session);
  session.close();
  return cloth;
}

/** Resolves when all is on the server, or when it is clear that it is not going to be just now. */
function saved({ saved: store }: ClothSession): Promise<void> {
  const settled = ({ kind }: SavedState) => kind === 'saved' || kind === 'offline' || kind === 'closed';
  return new Promise((resolve) => {
    if (settled(store.getState())) return resolve();
    const stop = store.subscribe((state) => {
      if (!settled(state)) return;
      stop();
      resolve();
    });
  });
}
