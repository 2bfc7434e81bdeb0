/**
 * Loaded into every server that is measured (`node --expose-gc --import …`): tells over the channel to its parent what
 * the process has used of the processor and holds in memory. Wall time would measure the machine's other work too.
 */
import { existsSync, readFileSync } from 'node:fs';

const SCHEDULE = '/proc/self/schedstat';

process.on('message', (question) => {
  if (question !== 'usage') return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicros: user + system });
});

process.on('message', (question) => {
  if (question !== 'memory') return;
  globalThis.gc?.();
  // What was freed by callbacks of the first collection goes with the second.
  setImmediate(() => {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    process.send?.({ bytes: heapUsed + external });
  });
});

process.on('message', (question) => {
  if (question === 'resident') process.send?.({ bytes: process.memoryUsage.rss() });
});

/** How long the main thread was ready to run and had no core, µs, where the machine tells: the machine's other work, not the server's. */
process.on('message', (question) => {
  if (question !== 'waited') return;
  const [, nanos] = existsSync(SCHEDULE) ? readFileSync(SCHEDULE, 'latin1').split(' ') : [];
  process.send?.({ micros: Number(nanos) / 1_000 });
});

// The channel alone must not keep a server alive that wants to end.
process.channel?.unref();
