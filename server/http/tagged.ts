import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers with an ETag, and with nothing else to who has that already, which is asked each time unless a header says otherwise. */
export function answerTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  tag: string,
  body: () => unknown,
): FastifyReply {
  // Packed and plain are one content in two forms.
  const etag = reply.hasHeader('content-encoding') ? `W/${quoted(tag)}` : quoted(tag);
  reply.header('etag', etag);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache');
  return isKnown(request, tag) ? reply.status(304).send() : reply.send(body());
}

/** Whether who asks has what this tag is of. */
export function isKnown(request: FastifyRequest, tag: string): boolean {
  const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(quoted(tag));
}

function quoted(tag: string): string {
  return `"${tag}"`;
}

/** A tag of what is answered: another for every other content. */
export function tagOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}
