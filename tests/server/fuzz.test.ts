import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

/** Other ones every time; `npm run soak` asks for a million. */
const FRAMES = Number(process.env.FUZZ_FRAMES ?? 15_000);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
/** Without a word for this long the child hangs, ms. */
const SILENCE_MS = 20_000;
const HEAP_MB = 192;

test(`${FRAMES} mutated frames neither crash, hang nor bloat the server, nor touch another cloth`, {
  timeout: 60_000 + FRAMES * 3,
}, async () => {
  console.log(`seed ${SEED}`);
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB}`, 'tests/server/fuzz-child.mjs', String(SEED), String(FRAMES)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let last: Record<string, unknown> = {};
  let alarm = setTimeout(() => child.kill('SIGKILL'), SILENCE_MS);
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(alarm);
    alarm = setTimeout(() => child.kill('SIGKILL'), SILENCE_MS);
    // Yjs itself writes a line when a client id changes.
    if (line.startsWith('{')) last = JSON.parse(line);
  }
  clearTimeout(alarm);
  const code = await ended;
  expect({ code, last }, `seed ${SEED}: the child ended early, or said nothing for ${SILENCE_MS} ms`).toMatchObject({
    code: 0,
    last: { done: true },
  });
  expect(last.faults, `seed ${SEED}`).toEqual([]);
  expect(last.slowestMs, `seed ${SEED}: one frame took so many ms`).toBeLessThan(2_000);
  expect(last.rssMb, `seed ${SEED}`).toBeLessThan(400);
});
