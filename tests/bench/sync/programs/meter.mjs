/**
 * Loaded into every server that is measured (`node --expose-gc --import …`): tells over the channel to its parent what
 * the process has used of the processor and holds in memory. Wall time would measure the machine's other work too.
 */
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

// The channel alone must not keep a server alive that wants to end.
process.channel?.unref();
