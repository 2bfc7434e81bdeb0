import { nanoid } from 'nanoid';
import { FrameReader, frameOf, OPCODE } from './socket-frames.ts';

/** The name of a line: nobody else can guess it. Characters. */
const NAME_LENGTH = 24;
const HEADER = 'tafelkleed-line';
/** As much one request brings, bytes; the server takes twice that. */
const MOST_AT_ONCE = 256 * 1024;
/** An answer that flows begins at once; one of which nothing comes in this time is held up on the way, ms. */
const FLOWS_WITHIN_MS = 4_000;
/** The server says something at least every ten seconds; an answer that is silent for so long is held up too, ms. */
const SILENCE_MS = 20_000;
/** One that is ended by the server when there is something, or after 20 s, ms. */
const WAIT_MS = 40_000;
/** A request that fails is made again for so long, at these distances, ms. */
const GIVE_UP_MS = 15_000;
const AGAIN_MS = 500;
/** A browser that leaves the page sends so much all the same, bytes. */
const LAST_WORDS = 16 * 1024;

/** Closed without a word from the other side (RFC 6455, 7.1.5). */
const ABNORMAL = 1006;
const NORMAL = 1000;

/** Whether answers are held up on the way until they end, as was found out on this page. */
let heldUp = false;

/**
 * A WebSocket for networks that let none through: the same bytes, brought by requests and taken from answers (decision 13).
 * Only what y-websocket uses of one is here.
 */
export class HttpSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly OPEN = 1;
  binaryType: BinaryType = 'arraybuffer';
  readyState = 0;
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;

  readonly #url: string;
  readonly #query: URLSearchParams;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #stop = new AbortController();
  readonly #reader = new FrameReader({
    opened: () => this.#opened(),
    frame: (opcode, content) => this.#heard(opcode, content),
  });
  /** How much has come in, and how much has gone out and arrived, bytes. */
  #received = 0;
  #sent = 0;
  #waiting: Uint8Array[] = [];
  #isSending = false;
  #leaving = false;

  /** @param url as of a WebSocket: `ws(s)://host/sync/<id>?key=…` */
  constructor(url: string) {
    const { protocol, host, pathname, searchParams } = new URL(url);
    this.#url = `${protocol.replace('ws', 'http')}//${host}${pathname}/line`;
    this.#query = searchParams;
    // In headers: addresses are written down on the way.
    this.#headers = { authorization: `Bearer ${searchParams.get('key')}`, [HEADER]: nanoid(NAME_LENGTH) };
    searchParams.delete('key');
    void this.#run();
  }

  send(data: Uint8Array): void {
    if (this.readyState === HttpSocket.OPEN) this.#bring(frameOf(OPCODE.binary, data));
  }

  close(): void {
    if (this.readyState >= HttpSocket.CLOSING) return;
    const wasOpen = this.readyState === HttpSocket.OPEN;
    this.readyState = HttpSocket.CLOSING;
    this.#leaving = true;
    if (wasOpen) this.#bring(frameOf(OPCODE.close, new Uint8Array([NORMAL >> 8, NORMAL & 255])));
    this.#end(NORMAL, '');
  }

  async #run(): Promise<void> {
    try {
      const opened = await this.#ask(`${this.#url}?${this.#query}`, { method: 'POST' });
      if (!opened.ok) throw new Error(`${opened.status}`);
      while (this.readyState < HttpSocket.CLOSING) await this.#listen();
    } catch {
      this.#end(ABNORMAL, '');
    }
  }

  /** Takes in one answer. Throws when the line is no more, or cannot be reached. */
  async #listen(): Promise<void> {
    const flows = !heldUp;
    const silence = new Silence();
    silence.allow(flows ? FLOWS_WITHIN_MS : WAIT_MS);
    const stop = () => silence.end();
    this.#stop.signal.addEventListener('abort', stop);
    let isWhole = false;
    let heard = false;
    try {
      const url = `${this.#url}?from=${this.#received}${flows ? '' : '&wait='}`;
      const answer = await this.#ask(url, { signal: silence.signal }).catch((error: unknown) => {
        if (silence.broken && flows) return null;
        throw error;
      });
      if (answer && (!answer.ok || !answer.body)) throw new Error(`${answer.status}`);
      const pieces = answer?.body?.getReader();
      while (pieces) {
        // An answer that is cut off is taken up where it ended.
        const { value, done } = await pieces.read().catch(() => ({ value: undefined, done: false }));
        isWhole = done;
        if (!value) break;
        heard = true;
        silence.allow(flows ? SILENCE_MS : WAIT_MS);
        this.#received += value.length;
        this.#reader.push(value);
      }
    } finally {
      silence.end();
      this.#stop.signal.removeEventListener('abort', stop);
    }
    if (isWhole || this.readyState >= HttpSocket.CLOSING) return;
    // From here on each answer ends as soon as it has something to tell: that comes through.
    if (flows && (silence.broken || !heard)) heldUp = true;
    else await new Promise((over) => setTimeout(over, AGAIN_MS));
  }

  #opened(): void {
    if (this.readyState !== HttpSocket.CONNECTING) return;
    this.readyState = HttpSocket.OPEN;
    this.onopen?.(new Event('open'));
  }

  #heard(opcode: number, content: Uint8Array<ArrayBuffer>): void {
    if (opcode === OPCODE.binary) this.onmessage?.({ data: content.buffer });
    else if (opcode === OPCODE.ping) this.#bring(frameOf(OPCODE.pong, content));
    else if (opcode === OPCODE.close) {
      const code = content.length < 2 ? ABNORMAL : new DataView(content.buffer).getUint16(0);
      this.#bring(frameOf(OPCODE.close, content.subarray(0, 2)));
      this.#leaving = true;
      this.#end(code, new TextDecoder().decode(content.subarray(2)));
    }
  }

  #bring(frame: Uint8Array): void {
    this.#waiting.push(frame);
    if (!this.#isSending) void this.#send();
  }

  /** One request at a time, each with all that waits by then: so the server slows a sender down by answering late. */
  async #send(): Promise<void> {
    this.#isSending = true;
    try {
      while (this.#waiting.length > 0) {
        const all = joined(this.#waiting);
        const body = all.subarray(0, MOST_AT_ONCE);
        this.#waiting = body.length < all.length ? [all.subarray(MOST_AT_ONCE)] : [];
        const isLast = this.#leaving && this.#waiting.length === 0;
        const places = `at=${this.#sent}&from=${this.#received}${isLast ? '&last=' : ''}`;
        const answer = await this.#ask(`${this.#url}/up?${places}`, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/octet-stream' },
          keepalive: this.#leaving && body.length < LAST_WORDS,
        });
        if (!answer.ok) throw new Error(`${answer.status}`);
        this.#sent += body.length;
      }
    } catch {
      this.#end(ABNORMAL, '');
    } finally {
      this.#isSending = false;
    }
  }

  /** Asks, and asks again for some time while no answer comes, or one of a server that cannot just now. */
  async #ask(url: string, init: RequestInit): Promise<Response> {
    const began = performance.now();
    for (;;) {
      const failed = await fetch(url, {
        cache: 'no-store',
        ...init,
        headers: { ...this.#headers, ...init.headers },
      }).then(
        (answer) => {
          if (answer.status < 500) return answer;
          return new Error(`${answer.status}`);
        },
        (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
      );
      if (failed instanceof Response) return failed;
      const tried = performance.now() - began;
      // A line that is not open yet is not worth much patience: there may be another way.
      const patience = this.readyState === HttpSocket.OPEN ? GIVE_UP_MS : 0;
      if (init.signal?.aborted || tried >= patience) throw failed;
      await new Promise((over) => setTimeout(over, AGAIN_MS));
    }
  }

  #end(code: number, reason: string): void {
    if (this.readyState === HttpSocket.CLOSED) return;
    this.readyState = HttpSocket.CLOSED;
    this.#stop.abort();
    // As a socket does, after whoever closed it is done.
    queueMicrotask(() => this.onclose?.({ code, reason }));
  }
}

/** Breaks a request off when nothing was heard for as long as is allowed. */
class Silence {
  readonly #stop = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether it lasted too long. */
  broken = false;

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** From here on it may last so long, ms. */
  allow(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.broken = true;
      this.#stop.abort();
    }, ms);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#stop.abort();
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
