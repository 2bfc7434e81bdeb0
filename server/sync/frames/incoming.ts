import * as decoding from 'lib0/decoding';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import { MESSAGE } from '../../../shared/model/protocol.ts';
import type { PresenceEntry } from './outgoing.ts';

/** A frame from a client, taken apart; nothing of it has been believed yet. */
export type Incoming =
  | { readonly kind: 'ask'; readonly stateVector: Uint8Array }
  | { readonly kind: 'answer' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'presence'; readonly entries: readonly PresenceEntry[] }
  | { readonly kind: 'ask-presence' }
  | { readonly kind: 'mark'; readonly ack: number }
  | { readonly kind: 'session'; readonly json: string }
  | { readonly kind: 'unknown' };

/** The longest presence of one client, characters of JSON. */
export const PRESENCE_LENGTH = 4_096;

/** The longest message about the session, bytes: many times what all of it takes. */
const LONGEST_SESSION = 16 * 1024;

/** So many clients at least a presence frame may name, and so many times what one cloth has room for, on several nodes. */
const LEAST_PRESENT = 1_000;
const NODES_AT_ONE_CLOTH = 5;
/** What a frame may have for each client that it may name, bytes: far more than pages say, so that one may say much. */
const BYTES_OF_PRESENT = 1_024;

/** How many clients a frame of presence may name: the stock client passes on all that it knows of, and does so again. */
export function mostPresent(connectionsPerCloth: number): number {
  return Math.max(LEAST_PRESENT, NODES_AT_ONE_CLOTH * connectionsPerCloth);
}

/**
 * Reads one frame. Throws when it is not what its first bytes say, or names more than `present` clients; an unknown kind is
 * no error, for it may be newer.
 */
export function readFrame(frame: Uint8Array, present = Number.POSITIVE_INFINITY): Incoming {
  const decoder = decoding.createDecoder(frame);
  const message = decoding.readVarUint(decoder);
  switch (message) {
    case MESSAGE.sync:
      return readSync(decoder);
    case MESSAGE.awareness:
      return { kind: 'presence', entries: readPresence(decoding.readVarUint8Array(decoder), present) };
    case MESSAGE.queryAwareness:
      return { kind: 'ask-presence' };
    case MESSAGE.ack:
      return { kind: 'mark', ack: decoding.readVarUint(decoder) };
    case MESSAGE.session:
      // Before it is read: nested without end it would take the parser a second.
      if (frame.length > LONGEST_SESSION) throw new Error('a session of more than there is to say');
      return { kind: 'session', json: decoding.readVarString(decoder) };
    default:
      return { kind: 'unknown' };
  }
}

function readSync(decoder: decoding.Decoder): Incoming {
  const type = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  switch (type) {
    case messageYjsSyncStep1:
      return { kind: 'ask', stateVector: bytes };
    case messageYjsSyncStep2:
      return { kind: 'answer', update: bytes };
    case messageYjsUpdate:
      return { kind: 'update', update: bytes };
    default:
      throw new Error(`sync message of unknown type ${type}`);
  }
}

/** The entries of an awareness message; the JSON is checked by whoever keeps it. */
function readPresence(bytes: Uint8Array, most: number): PresenceEntry[] {
  const decoder = decoding.createDecoder(bytes);
  const entries: PresenceEntry[] = [];
  const count = decoding.readVarUint(decoder);
  // Before the first is read: millions of them would keep the others waiting for seconds.
  if (count > most || bytes.length > most * BYTES_OF_PRESENT) throw new Error('presence of more than can be here');
  for (let left = count; left > 0; left--) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const json = decoding.readVarString(decoder);
    entries.push({ clientId, clock, json: json === 'null' ? null : json });
  }
  return entries;
}
