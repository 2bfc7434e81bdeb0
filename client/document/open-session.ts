import { CLOSE } from '../../shared/model/protocol.ts';
import type { Sheet } from '../../shared/model/sheets.ts';
import { type Device, openDevice } from '../device/device.ts';
import { findAccess } from './access.ts';
import { Api, ApiError } from './api.ts';
import type { ClothSession } from './cloth-session.ts';
import { Connection } from './connection.ts';
import { indexedDbCopy, type OpenLocalCopy } from './local-copy.ts';
import { OpenCloth } from './open-cloth.ts';

export interface OpenOptions {
  /** A cloth when left out. */
  readonly sheet?: Sheet;
  readonly id: string;
  readonly key: string;
  /** The network room whose key it is, where the sheet hangs. */
  readonly via?: string | undefined;
  readonly device?: Device;
  /** `http(s)://host` of the server; the page's own when left out. */
  readonly origin?: string;
  /** Other than the browser's own, for programs that run elsewhere. */
  readonly socket?: typeof WebSocket;
  readonly openLocalCopy?: OpenLocalCopy;
}

/** A cloth of which nothing has come in after this long is shown as it is: empty and not to be written on yet, ms. */
const PATIENCE_MS = 8_000;

/**
 * Opens a cloth with a key. Resolves once its content is there, from this device or from the server; or, without
 * either, when the server turns out not to be reachable (`saved` is `offline`). A cloth that the server refuses opens
 * all the same where this device has a copy (`saved` is `closed`, and it can be looked at and exported).
 *
 * @throws {ApiError} when there is nothing to show: wrong key, unknown cloth, or offline and never opened here.
 */
export async function openSession(options: OpenOptions): Promise<ClothSession> {
  const {
    sheet = 'cloth',
    id,
    key,
    via,
    origin = location.origin,
    socket = WebSocket,
    openLocalCopy = indexedDbCopy,
  } = options;
  const device = options.device ?? openDevice();
  const access = await findAccess(id, key, device, new Api(origin), via, sheet);
  const cloth = new OpenCloth({
    id,
    key,
    via,
    access,
    device,
    openLocalCopy,
    connect: (its) => new Connection({ ...its, origin, socket }),
  });
  if (via === undefined) {
    device.cloths.remember(id, { ...(sheet !== 'cloth' && { sheet }), lastOpened: Date.now() });
  }
  void cloth.start();
  await firstNews(cloth);
  const refusal = refusalOf(cloth);
  if (refusal) {
    cloth.close();
    throw refusal;
  }
  return cloth;
}

/**
 * Why there is nothing to show on a cloth that was opened: the server refuses it, and this device has no copy. Null while
 * that may yet change, and where there is a copy to look at. A cloth opened off the network may come to this later.
 */
export function refusalOf(cloth: Pick<ClothSession, 'saved' | 'hasContent'>): ApiError | null {
  const saved = cloth.saved.getState();
  return saved.kind === 'closed' && !cloth.hasContent ? new ApiError(codeOf(saved.code), saved.code) : null;
}

/** Resolves when the cloth has content, or it is clear that it will have none for now. */
function firstNews(cloth: OpenCloth): Promise<void> {
  return new Promise((resolve) => {
    const stops = [
      cloth.snapshot.subscribe(() => look()),
      cloth.saved.subscribe(() => look()),
      (
        (timer) => () =>
          clearTimeout(timer)
      )(setTimeout(() => done(), PATIENCE_MS)),
    ];
    const done = () => {
      for (const stop of stops) stop();
      resolve();
    };
    const look = () => {
      const { kind } = cloth.saved.getState();
      if (cloth.hasContent || kind === 'closed' || kind === 'offline') done();
    };
    look();
  });
}

/** What the server's HTTP interface would have called the reason for closing. */
function codeOf(closeCode: number): string {
  switch (closeCode) {
    case CLOSE.unauthorised:
      return 'key-wrong';
    case CLOSE.unknownCloth:
    case CLOSE.closedForGood:
      return 'unknown-cloth';
    case CLOSE.clientTooOld:
      return 'client-too-old';
    default:
      return 'refused';
  }
}
