import * as decoding from 'lib0/decoding';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import { MESSAGE } from '../../shared/protocol.ts';
import type { PresenceEntry } from './frames.ts';

/** A frame from a client, taken apart; nothing of it has been believed yet. */
export type Incoming =
  | { readonly kind: 'ask'; readonly stateVector: Uint8Array }
  | { readonly kind: 'answer' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'presence'; readonly entries: readonly PresenceEntry[] }
  | { readonly kind: 'ask-presence' }
  | { readonly kind: 'mark'; readonly mark: number }
  | { readonly kind: 'session'; readonly json: string }
  | { readonly kind: 'unknown' };

/** The longest presence of one client, characters of JSON. */
export const PRESENCE_LENGTH = 4_096;

/** Reads one frame. Throws when it is not what its first bytes say; an unknown kind is no error, for it may be newer. */
export function readFrame(frame: Uint8Array): Incoming {
  const decoder = decoding.createDecoder(frame);
  const message = decoding.readVarUint(decoder);
  switch (message) {
    case MESSAGE.sync:
      return readSync(decoder);
    case MESSAGE.awareness:
      return { kind: 'presence', entries: readPresence(decoding.readVarUint8Array(decoder)) };
    case MESSAGE.queryAwareness:
      return { kind: 'ask-presence' };
    case MESSAGE.mark:
      return { kind: 'mark', mark: decoding.readVarUint(decoder) };
    case MESSAGE.session:
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
function readPresence(bytes: Uint8Array): PresenceEntry[] {
  const decoder = decoding.createDecoder(bytes);
  const entries: PresenceEntry[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const json = decoding.readVarString(decoder);
    entries.push({ clientId, clock, json: json === 'null' ? null : json });
  }
  return entries;
}
