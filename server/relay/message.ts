import { z } from 'zod';

const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** What nodes say to each other about one open cloth. Bytes, where there are any, follow the header as they are. */
const bodySchema = z.discriminatedUnion('kind', [
  /** Bytes: an update of the document, applied at the sender and under way to the store. Numbered from 1 by each sender. */
  z.object({ kind: z.literal('update'), number: count }),
  /** Stored under `first` to `last`: all that the sender numbered `from` to `upTo`. */
  z.object({ kind: z.literal('stored'), first: count, last: count, from: count, upTo: count }),
  /** A snapshot replaced the log up to here. */
  z.object({ kind: z.literal('compacted'), upTo: count }),
  /** Bytes: an awareness frame with what changed of the people at the sender's. */
  z.object({ kind: z.literal('presence') }),
  /** "I am new here; who is at your table?" */
  z.object({ kind: z.literal('who') }),
  z.object({ kind: z.literal('session'), version: count, json: z.string() }),
  /** Keys were changed, or the cloth was deleted: look in the store. */
  z.object({ kind: z.literal('record') }),
  /** "Does the connection still answer that speaks for this client id?" */
  z.object({ kind: z.literal('challenge'), clientId: count, question: z.string() }),
  z.object({ kind: z.literal('answer'), question: z.string(), alive: z.boolean() }),
]);

const headerSchema = z.object({
  node: z.string(),
  /** Counts how often the node opened a cloth; the numbers of its updates begin anew each time. */
  life: count,
  body: bodySchema,
});

export type Body = z.infer<typeof bodySchema>;
export interface Message extends z.infer<typeof headerSchema> {
  readonly bytes: Uint8Array;
}

const NO_BYTES = new Uint8Array();
const LENGTH_BYTES = 4;

/** Length of the header, the header as JSON, the bytes. */
export function writeMessage(node: string, life: number, body: Body, bytes: Uint8Array = NO_BYTES): Uint8Array {
  const header = Buffer.from(JSON.stringify({ node, life, body }));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, bytes]);
}

/** Behind the length every message begins with this and the name of its node. */
const OPENING = '{"node":"';

/** Whether a message is of this node: Redis brings a node its own as well, and those need not be read. */
export function isFrom(node: string, message: Uint8Array): boolean {
  const start = LENGTH_BYTES + OPENING.length;
  const buffer = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  return buffer.toString('latin1', start, start + node.length + 1) === `${node}"`;
}

/** Null for what this version cannot read: a newer node may say more. */
export function readMessage(message: Uint8Array): Message | null {
  const buffer = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  if (buffer.length < LENGTH_BYTES) return null;
  const end = LENGTH_BYTES + buffer.readUInt32BE(0);
  try {
    const parsed = headerSchema.safeParse(JSON.parse(buffer.toString('utf8', LENGTH_BYTES, end)));
    return parsed.success ? { ...parsed.data, bytes: buffer.subarray(end) } : null;
  } catch {
    return null;
  }
}
