import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageYjsSyncStep1 } from 'y-protocols/sync';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { MESSAGE } from '../../shared/model/protocol.ts';
import { frame, stockClient } from './support.ts';

/**
 * A stock client that writes and deletes words, sends an ack after each, and remembers what was acknowledged: after
 * whatever happens to the server, exactly that must be there.
 */
export class AcknowledgedWriter {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly words = this.doc.getArray<string>('words');
  /** Words that the server said are durable, and those it said are durably gone. */
  readonly kept = new Set<string>();
  readonly gone = new Set<string>();
  readonly #name: string;
  readonly #waiting: { ack: number; word: string; deleted: boolean }[] = [];
  #lastAck = 0;
  #lastWord = 0;
  #answered = false;

  /** @param socket another than the usual way to the server */
  constructor(name: string, syncUrl: string, id: string, key: string, socket?: typeof WebSocket) {
    this.#name = name;
    this.provider = stockClient({ syncUrl }, id, key, this.doc, socket).provider;
    const { messageHandlers } = this.provider;
    const sync = messageHandlers[MESSAGE.sync];
    messageHandlers[MESSAGE.sync] = (reply, message, ...rest) => {
      const asked = decoding.peekVarUint(message) === messageYjsSyncStep1;
      sync?.(reply, message, ...rest);
      // The stock client sends its answer when this returns.
      if (asked) queueMicrotask(() => this.#mayAck());
    };
    messageHandlers[MESSAGE.ack] = (_reply, message) => this.#acknowledged(decoding.readVarUint(message));
    this.provider.on('connection-close', () => {
      this.#answered = false;
    });
  }

  /** Adds a word that no other writer has, and returns it. */
  write(): string {
    this.#lastWord += 1;
    const word = `${this.#name}${this.#lastWord}`;
    this.words.push([word]);
    this.#ack(word, false);
    return word;
  }

  /** Deletes a word of this writer that is known to be durable. */
  deleteOne(): void {
    const index = this.words.toArray().findIndex((word) => this.kept.has(word));
    if (index < 0) return;
    const word = this.words.get(index);
    this.words.delete(index);
    this.kept.delete(word);
    this.#ack(word, true);
  }

  /** How much was written that the server has not confirmed. */
  get unconfirmed(): number {
    return this.#waiting.length;
  }

  /** Goes on at another address. */
  moveTo(syncUrl: string): void {
    this.provider.serverUrl = syncUrl;
    this.provider.disconnect();
    this.provider.connect();
  }

  #ack(word: string, deleted: boolean): void {
    this.#lastAck += 1;
    this.#waiting.push({ ack: this.#lastAck, word, deleted });
    if (this.#answered) this.#send(this.#lastAck);
  }

  /** On a new socket an ack counts only once this client's whole document went out over it. */
  #mayAck(): void {
    this.#answered = true;
    if (this.#waiting.length > 0) this.#send(this.#lastAck);
  }

  #send(ack: number): void {
    const { ws } = this.provider;
    if (ws?.readyState === ws?.OPEN) ws?.send(frame(MESSAGE.ack, (encoder) => encoding.writeVarUint(encoder, ack)));
  }

  #acknowledged(ack: number): void {
    while (this.#waiting[0] && this.#waiting[0].ack <= ack) {
      const { word, deleted } = this.#waiting[0];
      this.#waiting.shift();
      if (deleted) this.gone.add(word);
      else this.kept.add(word);
    }
  }
}
