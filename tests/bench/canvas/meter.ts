import type { CDPSession, Page } from 'playwright-core';

/** Measures how long the main thread of a page is busy. */
export interface Meter {
  readonly cdp: CDPSession;
  /** Ms of main-thread work in all that `doing` does, rest included, divided by the steps it says it took. */
  perStep(doing: () => Promise<number>): Promise<number>;
  /** Lets the page draw what it has been told. */
  frame(): Promise<void>;
}

/** After the last step the page is given this long to finish what it put off (a sharp picture), which counts. ms. */
const REST_MS = 500;

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
  return {
    cdp,
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
