import { expect, test } from 'vitest';
import { Metrics } from '../../../server/core/metrics.ts';
import { SendQueue } from '../../../server/sync/connection/send-queue.ts';
import type { SocketWriter } from '../../../server/sync/frames/socket-writer.ts';
import { roomyAccount } from '../../support/memory.ts';

test('a reader is stuck when it has not read what was sent for half a minute, and not before', () => {
  const left: (() => void)[] = [];
  const line = { isOpen: true, waitingBytes: 0, send: () => undefined, flush: (sent: () => void) => left.push(sent) };
  const source = { stateVector: () => new Uint8Array([0]), catchUp: () => undefined, refused: () => undefined };
  const outbox = new SendQueue(line as unknown as SocketWriter, 1_000, roomyAccount(), new Metrics(), source);
  const now = performance.now();
  outbox.send(new Uint8Array(500));
  expect(outbox.stuck(now + 60_000)).toBe(false);
  outbox.send(new Uint8Array(5_000));
  expect(outbox.stuck(now + 29_000)).toBe(false);
  expect(outbox.stuck(now + 31_000)).toBe(true);
  for (const sent of left.splice(0)) sent();
  expect(outbox.stuck(now + 60_000)).toBe(false);
});
