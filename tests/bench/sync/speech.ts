import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import { MESSAGE } from '../../../shared/model/protocol.ts';
import type { Place } from './contenders.ts';

/** Hocuspocus answers a question about the state with this message, the others with {@link MESSAGE.sync}. */
const HOCUSPOCUS_SYNC_REPLY = 4;
const TOKEN = 0;

/** What a client says, in the words of the server it talks to. */
export class Speech {
  readonly #frameName: string | null;

  constructor({ frameName }: Place) {
    this.#frameName = frameName;
  }

  /** What has to be said first, or null. */
  greeting(): Uint8Array | null {
    if (this.#frameName === null) return null;
    return this.#frame(MESSAGE.auth, (encoder) => {
      encoding.writeVarUint(encoder, TOKEN);
      encoding.writeVarString(encoder, 'any');
    });
  }

  ask(stateVector: Uint8Array): Uint8Array {
    return this.#sync(messageYjsSyncStep1, stateVector);
  }

  update(update: Uint8Array): Uint8Array {
    return this.#sync(messageYjsUpdate, update);
  }

  presence(clientId: number, clock: number, json: string): Uint8Array {
    const states = encoding.createEncoder();
    encoding.writeVarUint(states, 1);
    encoding.writeVarUint(states, clientId);
    encoding.writeVarUint(states, clock);
    encoding.writeVarString(states, json);
    return this.#frame(MESSAGE.awareness, (encoder) =>
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(states)),
    );
  }

  mark(mark: number): Uint8Array {
    return this.#frame(MESSAGE.ack, (encoder) => encoding.writeVarUint(encoder, mark));
  }

  #sync(type: number, bytes: Uint8Array): Uint8Array {
    return this.#frame(MESSAGE.sync, (encoder) => {
      encoding.writeVarUint(encoder, type);
      encoding.writeVarUint8Array(encoder, bytes);
    });
  }

  #frame(message: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
    const encoder = encoding.createEncoder();
    if (this.#frameName !== null) encoding.writeVarString(encoder, this.#frameName);
    encoding.writeVarUint(encoder, message);
    write(encoder);
    return encoding.toUint8Array(encoder);
  }
}

/** What a client hears that the measurements heed. */
export type Heard =
  | { readonly kind: 'content'; readonly update: Uint8Array }
  | { readonly kind: 'mark'; readonly mark: number }
  | { readonly kind: 'place'; readonly place: string }
  | { readonly kind: 'other' };

export function hear(frame: Uint8Array, { frameName }: Place): Heard {
  const decoder = decoding.createDecoder(frame);
  if (frameName !== null) decoding.readVarString(decoder);
  const message = decoding.readVarUint(decoder);
  if (message === MESSAGE.ack) return { kind: 'mark', mark: decoding.readVarUint(decoder) };
  if (message === MESSAGE.resumeToken) return { kind: 'place', place: decoding.readVarString(decoder) };
  if (message !== MESSAGE.sync && message !== HOCUSPOCUS_SYNC_REPLY) return { kind: 'other' };
  const type = decoding.readVarUint(decoder);
  if (type !== messageYjsSyncStep2 && type !== messageYjsUpdate) return { kind: 'other' };
  return { kind: 'content', update: decoding.readVarUint8Array(decoder) };
}
