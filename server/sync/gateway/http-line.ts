import { Duplex, PassThrough, type Readable } from 'node:stream';
import type { MemoryShare } from '../../core/memory-budget.ts';

/** So much may be on its way without the other side having said that it came, bytes; then nothing more is sent. */
const MOST_KEPT = 1024 * 1024;
/** So much that came in may wait to be read, bytes; then nothing more is taken. */
const MOST_UNREAD = 256 * 1024;
/** An answer that waits for something to tell ends empty after this long, ms: less than what any proxy allows. */
const WAIT_MS = 20_000;
/** An answer that goes on as long as there is something to tell ends after this long, ms, and is asked for anew. */
const FLOW_MS = 50_000;
/** Nobody has asked for what there is to tell for so long: the other side is gone, ms. */
const ALONE_MS = 30_000;

/** Why bytes are not taken. `gap`: some before them are missing. `busy`: those before them are still to be read. */
export type Refused = 'gap' | 'busy';

/**
 * What a socket is underneath, a stream of bytes both ways, over requests that any network lets through: what comes in is
 * brought by one request after another, what goes out leaves with answers. Every byte has its place in its stream, so that a
 * request or an answer that got lost on the way is made again and nothing comes twice.
 */
export class HttpLine extends Duplex {
  /** What was sent and is not known to have arrived, from this place on. */
  #from = 0;
  #kept: Buffer[] = [];
  #keptBytes = 0;
  /** What is to be sent next, and how to say that it left. */
  #next: { readonly piece: Buffer; readonly left: () => void } | null = null;
  #answer: Answer | null = null;
  /** Up to here all has come in. */
  #received = 0;
  #readers: (() => void)[] = [];
  #full = false;
  /** The other side listens no more: what is told it is thrown away. */
  #unheard = false;
  #alone: NodeJS.Timeout | undefined;

  readonly #share: MemoryShare;

  /** @param share of the server's memory: for what is kept until it has arrived */
  constructor(share: MemoryShare) {
    super({ readableHighWaterMark: MOST_UNREAD });
    this.#share = share;
    this.#expectAnswer();
  }

  /** Takes in bytes from a place on; what came before is not taken twice. Resolves when there is room for more. */
  async receive(at: number, bytes: Buffer): Promise<Refused | null> {
    if (this.#full) return 'busy';
    if (at > this.#received) return 'gap';
    const fresh = bytes.subarray(this.#received - at);
    if (fresh.length === 0 || this.destroyed || this.writableFinished) return null;
    this.#received += fresh.length;
    this.#full = !this.push(fresh);
    if (this.#full) await new Promise<void>((read) => this.#readers.push(read));
    return null;
  }

  /**
   * What there is to send from a place on, which says that all before it arrived; null when that cannot be said. `flows`: goes
   * on with what is sent later; else ends with what there is, as soon as there is anything.
   */
  answer(from: number, flows: boolean): Readable | null {
    if (!this.arrived(from)) return null;
    const answer = new Answer(flows);
    this.#answer?.finish();
    this.#answer = answer;
    clearTimeout(this.#alone);
    answer.once('close', () => {
      if (this.#answer !== answer) return;
      this.#answer = null;
      this.#expectAnswer();
    });
    for (const piece of this.#kept) answer.tell(piece);
    this.#send();
    if (this.writableFinished || this.destroyed) answer.finish();
    return answer;
  }

  /** All before this place has arrived. Returns whether that can be. */
  arrived(from: number): boolean {
    let ahead = from - this.#from;
    if (ahead < 0 || ahead > this.#keptBytes) return false;
    this.#from = from;
    this.#keptBytes -= ahead;
    while (ahead > 0) {
      const [first] = this.#kept;
      if (!first) break;
      if (first.length > ahead) this.#kept[0] = first.subarray(ahead);
      else this.#kept.shift();
      ahead -= first.length;
    }
    this.#share.resize(this.#keptBytes);
    this.#send();
    return true;
  }

  /** The other side says goodbye with what it brings now. */
  leave(): void {
    this.#unheard = true;
    this.#send();
  }

  override _read(): void {
    this.#full = false;
    for (const read of this.#readers.splice(0)) read();
  }

  override _write(piece: Buffer, _encoding: BufferEncoding, left: () => void): void {
    this.#next = { piece, left };
    this.#send();
  }

  override _final(done: () => void): void {
    this.#answer?.finish();
    // Nobody is at the other end of a request to close that side.
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearTimeout(this.#alone);
    this.#share.release();
    this.#answer?.finish();
    this._read();
    done(error);
  }

  #send(): void {
    if (this.#unheard) {
      const next = this.#next;
      this.#next = null;
      next?.left();
      return;
    }
    const answer = this.#answer;
    if (!answer || answer.writableEnded || !this.#next) return;
    if (this.#keptBytes > 0 && (this.#keptBytes >= MOST_KEPT || !this.#share.grow(this.#next.piece.length))) {
      // The next one says how much of it arrived.
      answer.finish();
      return;
    }
    const { piece, left } = this.#next;
    this.#next = null;
    this.#kept.push(piece);
    this.#keptBytes += piece.length;
    // It left, also when this answer is cut off: the next one begins where the other side says.
    answer.tell(piece, left);
  }

  #expectAnswer(): void {
    clearTimeout(this.#alone);
    if (!this.destroyed) this.#alone = setTimeout(() => this.destroy(), ALONE_MS);
  }
}

/** The body of one answer. */
class Answer extends PassThrough {
  readonly #flows: boolean;
  readonly #timer: NodeJS.Timeout;

  constructor(flows: boolean) {
    super();
    this.#flows = flows;
    this.#timer = setTimeout(() => this.finish(), flows ? FLOW_MS : WAIT_MS);
    // Whoever asked may go away in the middle.
    this.on('error', () => undefined);
    this.once('close', () => clearTimeout(this.#timer));
  }

  tell(piece: Buffer, left: () => void = () => undefined): void {
    // All that one turn of the event loop has to tell goes along.
    if (!this.#flows) setImmediate(() => this.finish());
    this.write(piece, () => left());
  }

  finish(): void {
    if (!this.writableEnded) this.end();
  }
}
