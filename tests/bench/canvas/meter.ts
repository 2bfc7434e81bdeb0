import type { CDPSession, Page } from 'playwright-core';

/** Measures how long the main thread of a page is busy. */
export interface Meter {
  readonly cdp: CDPSession;
  /** Ms of main-thread work in all that `doing` does, rest included, divided by the steps it says it took. */
  perStep(doing: () => Promise<number>): Promise<number>;
  /** Of every key so far: from its event until its frame was put together, ms on the clock. */
  keysToFrame(): Promise<number[]>;
  /** Lets the page draw what it has been told. */
  frame(): Promise<void>;
}

/** After the last step the page is given this long to finish what it put off (a sharp picture), which counts. ms. */
const REST_MS = 500;

type ListeningWindow = Window & { keysToFrame?: number[] };

/** From now on the page's processor is so many times slower, in all that it does. */
export async function slowDown(page: Page, times: number): Promise<void> {
  if (times === 1) return;
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: times });
}

export async function meterOf(page: Page): Promise<Meter> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  const frame = async () => {
    const expression = 'new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))';
    await cdp.send('Runtime.evaluate', { expression, awaitPromise: true });
  };
  await page.evaluate(() => {
    const taken: number[] = [];
    Object.assign(window, { keysToFrame: taken });
    const toFrame = ({ timeStamp }: KeyboardEvent) =>
      requestAnimationFrame(() => {
        // What is posted now comes when the frame has been put together.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => taken.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    addEventListener('keydown', toFrame, { capture: true });
  });
  return {
    cdp,
    keysToFrame: () => page.evaluate(() => (window as ListeningWindow).keysToFrame ?? []),
    frame,
    async perStep(doing) {
      await frame();
      await page.waitForTimeout(REST_MS);
      const before = await busy();
      const steps = await doing();
      await page.waitForTimeout(REST_MS);
      return ((await busy()) - before) / steps;
    },
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
