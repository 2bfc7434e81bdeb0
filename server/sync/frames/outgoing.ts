import * as encoding from 'lib0/encoding';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import { MESSAGE } from '../../../shared/model/protocol.ts';

/** Frames as they go out on the socket. Each is made once and sent to everyone who is to have it. */

function frame(message: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, message);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

const sync = (type: number, bytes: Uint8Array): Uint8Array =>
  frame(MESSAGE.sync, (encoder) => {
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, bytes);
  });

/** "This is what I have; send me the rest." */
export const askFrame = (stateVector: Uint8Array): Uint8Array => sync(messageYjsSyncStep1, stateVector);

const made = { update: new WeakMap<Uint8Array, Uint8Array>(), answer: new WeakMap<Uint8Array, Uint8Array>() };

/**
 * The answer to the other side's {@link askFrame}, which counts as given with the last of its frames; each is made once of what many
 * are answered with.
 */
export function answerFrames(updates: readonly Uint8Array[]): Uint8Array[] {
  return updates.map((update, nth) => {
    const isLast = nth === updates.length - 1;
    const known = made[isLast ? 'answer' : 'update'];
    const frame = known.get(update) ?? sync(isLast ? messageYjsSyncStep2 : messageYjsUpdate, update);
    known.set(update, frame);
    return frame;
  });
}

export const updateFrame = (update: Uint8Array): Uint8Array => sync(messageYjsUpdate, update);

export const ackFrame = (ack: number): Uint8Array =>
  frame(MESSAGE.ack, (encoder) => encoding.writeVarUint(encoder, ack));

export const sessionFrame = (json: string): Uint8Array =>
  frame(MESSAGE.session, (encoder) => encoding.writeVarString(encoder, json));

export const warningFrame = (json: string): Uint8Array =>
  frame(MESSAGE.warning, (encoder) => encoding.writeVarString(encoder, json));

export const leadFrame = (key: string): Uint8Array =>
  frame(MESSAGE.lead, (encoder) => encoding.writeVarString(encoder, key));

export const resumeTokenFrame = (token: string): Uint8Array =>
  frame(MESSAGE.resumeToken, (encoder) => encoding.writeVarString(encoder, token));

/** One client's presence; `json` null says that it left. */
export interface PresenceEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly json: string | null;
}

/** Presence of several clients in y-protocols' awareness format. */
export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  const states = encoding.createEncoder();
  encoding.writeVarUint(states, entries.length);
  for (const { clientId, clock, json } of entries) {
    encoding.writeVarUint(states, clientId);
    encoding.writeVarUint(states, clock);
    encoding.writeVarString(states, json ?? 'null');
  }
  return frame(MESSAGE.awareness, (encoder) => encoding.writeVarUint8Array(encoder, encoding.toUint8Array(states)));
}

/** Presence of nobody: changes nothing, and tells a stock client that the line is alive. */
export const KEEP_ALIVE_FRAME = presenceFrame([]);
