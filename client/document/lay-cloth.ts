import type { Hangable } from '../../shared/model/sheets.ts';
import type { Device } from '../device/device.ts';
import { Api, ApiError, type CreatedCloth, type NewClothRequest } from './api.ts';
import type { ClothSession, Performed } from './cloth-session.ts';
import { openSession } from './open-session.ts';

/** So long a new cloth may take to be reached, and what was laid on it to be stored, ms. */
const PATIENCE_MS = 15_000;

/**
 * Has the server lay a new cloth, lets `lay` put things on it and remembers its keys here. That is done in a session of
 * its own, closed again, so that undo on the opened cloth does not begin with "take all of it away".
 *
 * A theme sheet is laid with nothing on it but that.
 *
 * @throws {ApiError} when it did not all come to lie there; then the cloth is gone again.
 */
export async function layCloth(
  request: NewClothRequest,
  lay: (session: ClothSession) => Performed,
  device: Device,
  sheet: Hangable = 'cloth',
): Promise<CreatedCloth> {
  const own = new Api('', sheet);
  const cloth = sheet === 'theme' ? await own.createTheme({}) : await own.createCloth(request);
  const { id, epoch, keys } = cloth;
  device.cloths.remember(id, { ...(sheet === 'theme' && { sheet }), epoch, keys, lastOpened: Date.now() });
  try {
    const session = await openSession({ sheet, id, key: keys.facilitator, device });
    try {
      await layOn(session, lay, PATIENCE_MS);
    } finally {
      session.close();
    }
  } catch (error) {
    device.cloths.forget(id);
    void own.deleteCloth(id, keys.facilitator).catch(() => undefined);
    throw error;
  }
  return cloth;
}

/**
 * Lets `lay` write on an open cloth as soon as that can be written on, and waits until all of it is on the server, or on
 * this device to be sent later.
 *
 * @throws {ApiError} when that did not come about within `patienceMs`, or there is too much of it.
 */
export async function layOn(
  session: ClothSession,
  lay: (session: ClothSession) => Performed,
  patienceMs: number,
): Promise<void> {
  const late = performance.now() + patienceMs;
  await becomes(session, () => session.mayWrite, late);
  const laid = lay(session);
  if (laid.kind === 'too-large') throw new ApiError('too-large', 413);
  if (laid.kind === 'may-not-write') throw new ApiError('offline', 0);
  await becomes(session, () => isKept(session), late);
}

function isKept({ saved }: ClothSession): boolean {
  const state = saved.getState();
  return state.kind === 'saved' || (state.kind === 'offline' && state.kept);
}

/** Resolves when it is so, as `saved` tells; rejects when the cloth is closed, or it is not so at a time (`performance.now()`). */
function becomes({ saved }: ClothSession, isSo: () => boolean, late: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = saved.subscribe(() => look());
    const timer = setTimeout(() => end(() => reject(new ApiError('offline', 0))), late - performance.now());
    const end = (how: () => void): void => {
      clearTimeout(timer);
      stop();
      how();
    };
    const look = (): void => {
      const state = saved.getState();
      if (isSo()) end(resolve);
      else if (state.kind === 'closed') end(() => reject(new ApiError('closed', state.code)));
    };
    look();
  });
}
