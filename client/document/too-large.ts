import * as Y from 'yjs';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import type { Intent } from './cloth-session.ts';

/**
 * The largest change that is written in one go, bytes. Well under the largest frame a server takes (8 MiB unless it was
 * set otherwise): one that is larger could never be sent, and the page would be cut off with it.
 */
export const LARGEST_CHANGE = 2 * 1024 * 1024;

/**
 * The most that one action of several changes may add up to, bytes. After a lost connection all that the server lacks
 * goes out in one frame, so that it has to stay under the largest too.
 */
export const LARGEST_ACTION = 7 * 1024 * 1024;

/**
 * How many bytes an intent adds, without touching the cloth: it is tried on an empty document. What an intent sets in
 * records that are there already is not counted; that is small, for every text has its limit.
 */
export function sizeOf(intent: Intent): number {
  intent(scratch);
  const { doc } = scratch;
  if (doc.store.clients.size === 0) return 0;
  scratch = openCloth(new Y.Doc());
  const { byteLength } = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return byteLength;
}

/** Empty: a keystroke, like most that is done, writes nothing in it, so that it need not be made anew for the next. */
let scratch = openCloth(new Y.Doc());
