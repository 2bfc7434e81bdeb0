import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const pack = promisify(gzip);
/** Less than this is not worth the work, bytes. */
const LEAST = 1_024;
/** Nearly as small as it gets, at a third of the time. */
const LEVEL = 4;

/**
 * JSON as it goes out to who asks: packed where they can unpack it, for a wall of three hundred sheets and its pictures come
 * over a school's line. Nothing in it is secret from who asks, nor anything of theirs is said back in it. Call it before the answer is sent.
 */
export async function packedAnswer(request: FastifyRequest, reply: FastifyReply, json: Uint8Array): Promise<Buffer> {
  reply.header('vary', 'accept-encoding').type('application/json; charset=utf-8');
  const plain = Buffer.from(json.buffer, json.byteOffset, json.length);
  if (json.length < LEAST || !takesGzip(request)) return plain;
  reply.header('content-encoding', 'gzip');
  return pack(plain, { level: LEVEL });
}

function takesGzip({ headers }: FastifyRequest): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(String(headers['accept-encoding'] ?? ''));
}
